"""From a draft to the paper as it is read: labels, headings, table of annexes, what stays in the house."""

from collections.abc import Iterator

from attrs import evolve

from waarborg.publication.papers.draft import Draft
from waarborg.publication.papers.kinds import Section
from waarborg.publication.papers.markup import blocks
from waarborg.publication.papers.paper import Block, FrameLine, Heading, Paper, Paragraph, Table, clean
from waarborg.wording import phrase


def compose(draft: Draft, *, public: bool = False) -> Paper:
    """The paper. The ``public`` version leaves out what is the house's own, and says that it does."""
    return Paper(
        kind=draft.kind,
        language=draft.language,
        name=phrase(f"paper.kind.{draft.kind}", draft.language),
        title=clean(draft.title) or phrase(f"paper.kind.{draft.kind}", draft.language),
        sender=draft.sender,
        date=draft.date,
        mark=draft.fields.get("action", ""),
        notice=phrase("paper.illustration", draft.language) if draft.illustration else "",
        frame=tuple(_frame(draft, public=public)),
        body=tuple(_body(_with_ground(draft) if public else draft)),
        signature=draft.signature if draft.of_kind.signed else (),
        annexes=tuple(_annexes(draft)),
    )


def _frame(draft: Draft, *, public: bool) -> Iterator[FrameLine]:
    for code in draft.of_kind.fields:
        value = draft.fields.get(code, "")
        if code == "annex_count" and not value:
            value = str(len(draft.annexes) or "")
        if code in draft.of_kind.private and public and value:
            value = phrase("paper.left_out", draft.language)
        if value and code != "action":
            yield FrameLine(phrase(f"paper.field.{code}", draft.language), value)


def _with_ground(draft: Draft) -> Draft:
    """The draft with the ground on which lines are left out of its public version."""
    if not any(draft.fields.get(code) for code in draft.of_kind.private):
        return draft
    parts = (draft.sections.get("not_public", ""), phrase("paper.left_out_ground", draft.language))
    told = "\n\n".join(part for part in parts if part)
    return evolve(draft, sections={**draft.sections, "not_public": told})


def _body(draft: Draft) -> Iterator[Block]:
    for section in draft.of_kind.sections:
        yield from _section(draft, section)


def _section(draft: Draft, section: Section) -> Iterator[Block]:
    text = draft.sections.get(section.id, "").strip()
    if not text and not section.needed:
        return
    if section.heading:
        yield Heading(phrase(f"paper.section.{section.id}", draft.language))
    if text:
        yield from blocks(text, 3 if section.heading else 2)
    else:
        yield Paragraph(phrase("paper.open_part", draft.language), strong=True)


def _annexes(draft: Draft) -> Iterator[Block]:
    if draft.of_kind.annexes and draft.annexes:
        yield Heading(phrase("paper.annexes", draft.language))
        yield _annex_table(draft)


def _annex_table(draft: Draft) -> Table:
    head = (phrase(f"paper.annex.{code}", draft.language) for code in ("number", "name", "information"))
    rows = (
        (str(number), annex.name, annex.information or "\N{EN DASH}")
        for number, annex in enumerate(draft.annexes, 1)
    )
    return Table(phrase("paper.annexes", draft.language), tuple(head), tuple(rows))
