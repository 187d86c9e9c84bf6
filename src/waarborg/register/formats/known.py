"""All forms that Waarborg reads by itself, in the order in which they are tried."""

from collections.abc import Mapping

from waarborg.register.formats import nl_csv, nl_fulltext, nl_listing
from waarborg.register.formats.form import Form, Sample

FORMS: Mapping[str, Form] = {module.form.code: module.form for module in (nl_listing, nl_fulltext, nl_csv)}
"""Every form by its code."""


def recognise(sample: Sample) -> Form | None:
    """The first form that knows this file, or None."""
    return next((form for form in FORMS.values() if form.recognises(sample)), None)
