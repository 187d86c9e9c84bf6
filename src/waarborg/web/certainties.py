"""How sure a fact of a case is, where its file leaves that to the sources it cites."""

from collections.abc import Sequence

from waarborg.workbench.models import Event, Instrument, Paper, Relation
from waarborg.workbench.queries.dossier_page import DossierRecord


def certainty_of(fact: Event | Instrument | Paper | Relation, record: DossierRecord) -> str:
    """The file's own word; else by its sources, ``seed`` where the decision note is the only one."""
    return fact.certainty or by_sources(fact.sources, record)


def by_sources(codes: Sequence[str], record: DossierRecord) -> str:
    """``unknown`` without a known source; ``seed`` or ``brief`` where all are that; else ``sourced``."""
    kinds = {record.sources[code].kind for code in codes if code in record.sources}
    if not kinds:
        return "unknown"
    return kinds.pop() if kinds in ({"seed"}, {"brief"}) else "sourced"
