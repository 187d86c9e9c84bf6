"""All forms that Waarborg reads by itself, in the order in which they are tried."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from waarborg.register.formats import nl_csv, nl_excel, nl_fulltext, nl_history, nl_json, nl_listing
from waarborg.register.formats.form import Form, Sample
from waarborg.register.formats.mapped import mapped_form, read_mapping

_BY_MAPPING = ("us-2024.yaml", "us-2025.yaml")


@cache
def forms() -> Mapping[str, Form]:
    """Every form by its code."""
    csv = (nl_history.form, nl_csv.older, nl_csv.form)
    written = (nl_listing.form, nl_fulltext.form, nl_json.form, *csv, nl_excel.form)
    mapped = (mapped_form(read_mapping(Path(__file__).with_name(name)), "csv") for name in _BY_MAPPING)
    return {form.code: form for form in (*written, *mapped)}


def recognise(sample: Sample) -> Form | None:
    """The first form that knows this file, or None."""
    return next((form for form in forms().values() if form.recognises(sample)), None)
