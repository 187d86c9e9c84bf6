"""The one template environment of papers and reports: escaped by default, strict about what is missing."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from waarborg.wording import Language, phrase


@cache
def environment() -> Environment:
    """Jinja2 with everything escaped and an error for every value that is not there."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, language: Language, **values: object) -> str:
    """Fill a template of ``templates/``; in it ``t(code, ...)`` says a phrase in ``language``."""

    def t(code: str, **params: object) -> str:
        return phrase(code, language, **params)

    return environment().get_template(template).render(language=language, t=t, **values)
