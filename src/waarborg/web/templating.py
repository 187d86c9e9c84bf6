"""The template engine of the pages: Jinja2 through Django's own backend (ADR 0001)."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from waarborg import __version__, law
from waarborg.assessment.reading_rules import reading_rules
from waarborg.web import words
from waarborg.web.links import query
from waarborg.web.sheets import STYLESHEETS


def environment(**options: Any) -> Environment:
    """An engine that escapes everything and refuses a name that does not exist."""
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True, "autoescape": True}
    made = Environment(**options)  # noqa: S701  autoescape is on, in the options
    made.globals.update(
        t=words.t,
        say=words.say,
        label=words.label,
        day=words.day,
        when=words.when,
        number=words.number,
        language=words.language,
        static=static,
        url=reverse,
        impact_rules=law.impact_rules,
        reading_rules=reading_rules,
        query=query,
        stylesheets=STYLESHEETS,
        version=__version__,
    )
    return made
