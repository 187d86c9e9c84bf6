"""From a case file to a ``Case``: the shape in docs/case-file.md, with what is wrong as findings."""

from pathlib import Path

from attrs import evolve, frozen

from waarborg.procedure.case.fields import Fields
from waarborg.procedure.case.instruments import read_instrument
from waarborg.sources.located import Located, load_located
from waarborg.values.case import (
    Case,
    CaseEvent,
    CasePaper,
    CaseParty,
    CaseRelation,
    CaseSource,
    Dossier,
    Fact,
)
from waarborg.values.finding import Finding, UnusableInput, Where


@frozen
class CaseReading:
    """A case as far as it could be read, and what is wrong with how it is written."""

    case: Case
    findings: tuple[Finding, ...]


def read_case(path: Path) -> Case:
    """Read a case file; what is wrong with single facts is left aside (``read_case_file`` gives it).

    Raises:
        UnusableInput: the file cannot be opened, is no YAML, or holds no dossier.
    """
    return read_case_file(path).case


def read_case_file(path: Path) -> CaseReading:
    """Read a case file with its findings.

    Raises:
        UnusableInput: as ``read_case``.
    """
    tree = load_located(path)
    if not isinstance(tree, Located) or not isinstance(tree.values.get("dossier"), Located):
        raise UnusableInput("case_no_dossier", Where(file=str(path), field="dossier"))
    findings: list[Finding] = []
    top = Fields(str(path), tree, findings)
    case = Case(
        dossier=_dossier(top),
        sources=_sources(top),
        parties=_parties(top),
        papers=tuple(_paper(item) for key in ("documents", "papers") for item in top.items(key)),
        instruments=tuple(read_instrument(item) for item in top.items("instruments")),
        events=tuple(_event(item) for item in top.items("events")),
        relations=tuple(_relation(item) for item in top.items("relations")),
        related=tuple(
            Fact(**item.fact())
            for key in tree.values
            if key.startswith("related_")
            for item in top.items(key)
        ),
        open_questions=top.names("open_questions"),
    )
    return CaseReading(case, tuple(findings))


def _dossier(top: Fields) -> Dossier:
    item = top.inner("dossier")
    if item is None:  # the caller looked
        raise UnusableInput("case_no_dossier", Where(file=top.file, field="dossier"))
    read = Dossier(
        number=item.needed("number"),
        chamber=item.chamber(),
        title=item.text("title"),
        committees=item.names("committees"),
        **item.fact(),
    )
    english = top.names("open_questions_en")
    return evolve(read, other={**read.other, "open_questions_en": list(english)}) if english else read


def _sources(top: Fields) -> tuple[CaseSource, ...]:
    listed = top.inner("sources")
    if listed is None:
        return ()
    inner = [(key, listed.inner(key)) for key in listed.item.values]
    return tuple(
        CaseSource(
            id=key,
            kind=item.text("kind"),
            url=item.text("url"),
            what=item.text("what") or item.text("ref"),
            line=item.item.line,
            other=item.fact()["other"],
        )
        for key, item in inner
        if item is not None
    )


def _parties(top: Fields) -> tuple[CaseParty, ...]:
    """The parties; a successor follows the office-holder named before it, unless it says whom."""
    parties: list[CaseParty] = []
    holder: str | None = None
    for item in top.items("parties"):
        party = _party(item, holder)
        parties.append(party)
        if party.role in {"addressee", "successor", "responsible"}:
            holder = party.id
    return tuple(parties)


def _party(item: Fields, before: str | None) -> CaseParty:
    role = item.text("role")
    return CaseParty(
        id=item.needed("id"),
        name=item.needed("name"),
        holder=item.text("holder"),
        role=role,
        chamber=item.text("chamber"),
        succeeds=item.text("succeeds") or (before if role == "successor" else None),
        since=item.day("since") or item.day("from"),
        until=item.day("until"),
        set_up=item.day("set_up"),
        members=item.names("members"),
        **item.fact(),
    )


def _paper(item: Fields) -> CasePaper:
    letter, paper_id = item.text("letter"), item.text("id")
    if letter is None and paper_id is None:
        item.wrong("case_key_missing", "letter", key="letter")
    return CasePaper(
        id=paper_id or letter or "?",
        letter=letter,
        kind=item.text("kind") or "unknown",
        title=item.text("title"),
        subject=item.text("subject"),
        when=item.moment(prefix="date_"),
        author=item.text("author") or item.text("from"),
        to=item.text("to"),
        committee=item.text("committee"),
        outcome=item.text("outcome"),
        **item.fact(),
    )


def _event(item: Fields) -> CaseEvent:
    return CaseEvent(
        kind=item.needed("kind"),
        when=item.moment(),
        parties=item.names("party", "parties", "by"),
        papers=item.names("document", "documents", "papers"),
        instrument=item.text("instrument"),
        decision=item.text("decision"),
        until=item.day("until"),
        members=item.number("members"),
        **item.fact(),
    )


def _relation(item: Fields) -> CaseRelation:
    return CaseRelation(
        origin=item.needed("from"), type=item.needed("type"), target=item.needed("to"), **item.fact()
    )
