"""What the codes in the relations of a dossier stand for."""

from waarborg.web.tellings import event_text, instrument_name, paper_name
from waarborg.web.words import when
from waarborg.workbench.queries.dossier_page import DossierRecord


def names_of(record: DossierRecord) -> dict[str, str]:
    """A name in words for every code that a relation can point to: papers, instruments, events, parties."""
    names = {party.code: party.name for party in record.parties.values()}
    for event in record.events:
        told = f"{event_text(event)} ({when(event.date, event.not_before, event.not_after)})"
        names |= {event.code: told, f"event:{event.kind}": told}
        if event.date:
            names[f"event:{event.date}"] = told
    names |= {instrument.code: instrument_name(instrument) for instrument in record.instruments}
    for paper in record.papers:
        names |= {key: paper_name(paper) for key in (paper.code, paper.letter) if key}
    return names
