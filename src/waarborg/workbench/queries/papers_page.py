"""What can go out of each dossier: the papers that the record can draft, and what each still lacks."""

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from waarborg.publication.papers import Draft, chamber_letter, note
from waarborg.values.case import Case
from waarborg.wording import Language
from waarborg.workbench.models import Dossier
from waarborg.workbench.queries.case_of import case_of

_NOTE, _LETTER = "beslisnota", "brief_regering"


@frozen(kw_only=True)
class DraftedPaper:
    """A paper drafted from the record; ``goes_with`` names the papers that it accompanies."""

    dossier: Dossier
    code: str
    letter: str
    draft: Draft
    goes_with: tuple[str, ...]

    @property
    def day(self) -> dt.date | None:
        """The day of the paper; None where the record does not hold it."""
        return self.draft.date

    @property
    def is_fit(self) -> bool:
        """Whether every part that must be filled is, and the day is known."""
        return self.day is not None and not self.draft.open_parts()


def drafted_papers(language: Language) -> tuple[DraftedPaper, ...]:
    """Every paper of every dossier that the record can draft, in the order of the dossiers."""
    return tuple(
        found for dossier in Dossier.objects.select_related("body") for found in drafted_in(dossier, language)
    )


def drafted_in(dossier: Dossier, language: Language) -> tuple[DraftedPaper, ...]:
    """Those of one dossier."""
    return tuple(_of_dossier(dossier, case_of(dossier), language))


def drafted_paper(dossier: Dossier, code: str, language: Language) -> DraftedPaper | None:
    """One of them; None where the record cannot draft it."""
    return next((one for one in drafted_in(dossier, language) if one.code == code), None)


def _of_dossier(dossier: Dossier, case: Case, language: Language) -> Iterator[DraftedPaper]:
    """Notes, and the letters that notes go with: of other letters the record holds no more than a title."""
    pairs = [(one.origin, one.target) for one in case.relations if one.type == "accompanies"]
    ends = {end for pair in pairs for end in pair}
    for paper in case.papers:
        if paper.kind == _NOTE:
            draft = note(case, paper.id, language=language)
        elif paper.kind == _LETTER and paper.id in ends:
            draft = chamber_letter(case, paper.id, language=language)
        else:
            continue
        yield DraftedPaper(
            dossier=dossier,
            code=paper.id,
            letter=paper.letter or "",
            draft=draft,
            goes_with=tuple(sorted({end for pair in pairs if paper.id in pair for end in pair} - {paper.id})),
        )
