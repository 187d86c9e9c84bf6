"""The house style that the operator set, read once; a wrong one stops the first paper with its reason."""

from functools import cache
from pathlib import Path

from django.conf import settings

from waarborg.publication.papers import HouseStyle, read_house_style


@cache
def house_style() -> HouseStyle:
    """The style of ``WAARBORG_HOUSE_STYLE``; the neutral one where none is set.

    Raises:
        UnusableInput: what reading it raises.
    """
    named = settings.HOUSE_STYLE
    return read_house_style(Path(named)) if named else HouseStyle()
