"""A text of the catalogues, always in both languages."""

from typing import Literal

from attrs import field, frozen
from attrs.validators import matches_re

Language = Literal["nl", "en"]

_NOT_BLANK = matches_re(r"(?s).*\S.*")


@frozen
class Text:
    """The same words in Dutch and in English; neither may be blank."""

    nl: str = field(validator=_NOT_BLANK)
    en: str = field(validator=_NOT_BLANK)

    def said(self, language: Language) -> str:
        """The text in ``language``."""
        return self.nl if language == "nl" else self.en
