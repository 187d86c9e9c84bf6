"""Normen: everything in the catalogues has its place and its anchor, doubt included."""

from typing import TYPE_CHECKING

from waarborg import law
from waarborg.assessment.reading_rules import reading_rules

from .pages import SYSTEM, Page

if TYPE_CHECKING:
    from django.test import Client


def page(visitor: "Client", address: str) -> Page:
    return Page(visitor.get(address).content.decode())


def test_every_norm_safeguard_and_rule_has_its_anchor(visitor: "Client") -> None:
    assert set(law.norms()) <= set(page(visitor, "/normen/teksten/").ids)
    assert set(law.safeguards()) <= set(page(visitor, "/normen/").ids)
    assert set(law.impact_rules()) <= set(page(visitor, "/normen/impact/").ids)
    assert set(reading_rules()) <= set(page(visitor, "/normen/lezen/").ids)


def test_every_rule_under_an_answer_on_a_system_leads_to_what_it_says(visitor: "Client", demo: None) -> None:  # noqa: ARG001  the demo's system
    shown = page(visitor, SYSTEM)
    ids = {
        link.partition("#")[2]
        for link in shown.links
        if link.startswith(("/normen/lezen/", "/normen/impact/"))
    }
    assert ids
    assert ids <= {*law.impact_rules(), *reading_rules()}


def test_every_gap_in_the_verification_is_told(visitor: "Client") -> None:
    told = page(visitor, "/normen/teksten/").text
    gaps = [gap.nl for norm in law.norms().values() for gap in norm.verification.gaps]
    assert gaps
    for gap in gaps:
        assert " ".join(gap.split()) in told


def test_a_norm_that_was_not_read_whole_is_named_beside_its_safeguard(visitor: "Client") -> None:
    table = visitor.get("/normen/").content.decode().split("</table>")[0]
    for safeguard in law.safeguards().values():
        row = table[table.index(f'href="#{safeguard.id}"') :].split("</tr>")[0]
        seen = {one: law.norms()[one].verification for one in safeguard.norms}
        doubtful = {one for one, how in seen.items() if how.gaps or how.status.value != "text"}
        assert {one for one in safeguard.norms if f'#{one}"' in row} == doubtful
        assert ("alles gelezen" in row) == (not doubtful)


def test_the_counts_in_the_first_screen_are_those_of_the_catalogue(visitor: "Client") -> None:
    told = page(visitor, "/normen/").text
    assert f"20 waarborgen, en {len(law.norms())} normen" in told
