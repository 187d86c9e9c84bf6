"""A name that means nothing is refused, and no name of a person gets out under another name."""

from pathlib import Path

import pytest

from waarborg.measurement.mapping import LogMapping
from waarborg.measurement.mapping_file import read_mapping
from waarborg.values.finding import UnusableInput


def mapping(tmp_path: Path, text: str) -> LogMapping:
    path = tmp_path / "mapping.yaml"
    path.write_text(f"kind: decisions\n{text}", encoding="utf-8")
    return read_mapping(path)


def refusal(tmp_path: Path, text: str) -> UnusableInput:
    with pytest.raises(UnusableInput) as error:
        mapping(tmp_path, text)
    return error.value


def test_a_typo_in_a_role_is_refused_with_its_line_and_the_role_meant(tmp_path: Path) -> None:
    error = refusal(tmp_path, "columns:\n  received: a\n  decidd: b\n")
    assert (error.finding.code, error.finding.where.line) == ("name_unused", 4)
    assert error.finding.params["close"] == "decided"


def test_a_name_of_ones_own_is_used_by_an_expression_a_group_or_a_term(tmp_path: Path) -> None:
    text = (
        "columns: {office: a, region: b, began: c, decided: d, extra: e}\n"
        "fields: {adverse: 'office == \"x\"'}\n"
        "groups: [region]\nterms: [{id: t, days: 5, start: began, extended_by: extra}]\n"
    )
    assert set(mapping(tmp_path, text).columns) == {"office", "region", "began", "decided", "extra"}


@pytest.mark.parametrize(
    "text",
    [
        "columns: {handler: a}\ngroups: [handler]\n",
        "columns: {handler: a, who: a}\ngroups: [who]\n",
        "columns: {handler: a}\nfields: {who: lower(handler)}\ngroups: [who]\n",
        "columns: {handler: a, x: b}\nfields: {who: 'handler if x else \"-\"'}\nmay_leave: [who]\n",
        "columns: {case: a}\nindicators: [{id: i, safeguard: logging, share: 'true', by: [case]}]\n",
    ],
)
def test_an_official_or_a_case_is_no_group_whatever_it_is_called(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text).finding.code == "name_identifies"


def test_what_is_known_of_an_official_as_a_yes_or_no_may_be_a_group(tmp_path: Path) -> None:
    text = "columns: {handler: a}\nfields: {by_system: 'handler == \"SYSTEM\"'}\ngroups: [by_system]\n"
    assert mapping(tmp_path, text).groups[0].name == "by_system"


def test_a_figure_by_a_custom_column_asks_that_its_values_may_leave(tmp_path: Path) -> None:
    text = "columns: {clerk: a}\nindicators: [{id: i, safeguard: logging, share: 'true', by: [clerk]}]\n"
    assert refusal(tmp_path, text).finding.code == "may_not_leave"
    assert mapping(tmp_path, f"may_leave: [clerk]\n{text}").may_leave == ("clerk",)


def test_a_smallest_group_of_two_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "smallest_group: 2\n").finding.code == "smallest_group_too_small"
