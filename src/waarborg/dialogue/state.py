"""The state of a safeguard: one pure function from record and view to what the page shows (DESIGN 4)."""

from waarborg.dialogue.agreement import decisions, lines, overall, views
from waarborg.dialogue.attention import Situation, attention
from waarborg.dialogue.evidence import EvidencePicture
from waarborg.dialogue.questions import count_states, gravest
from waarborg.dialogue.sight import seen
from waarborg.values.dialogue import Record, SafeguardState, View


def state(record: Record, view: View) -> SafeguardState:
    """The state of a safeguard on ``view.on``, as known on ``view.known_on``, for ``view.reader``.

    The order in which items stand in the record never matters; what a reader may not see changes nothing.
    """
    counted = seen(record, view)
    decided = decisions(counted.positions)
    found = lines(counted, decided)
    situation = Situation(
        record=counted,
        on=view.on,
        evidence=EvidencePicture(counted, view.on),
        question_counts=count_states(counted.questions, view.on),
        decided=decided,
        lines=found,
        agreement=overall(found),
    )
    return _told(situation)


def _told(at: Situation) -> SafeguardState:
    nobody_and_moot = at.agreement == "nobody" and not at.evidence.applies
    return SafeguardState(
        evidence=at.evidence.state,
        best_grade=at.evidence.best_grade,
        covered=at.evidence.covered,
        contested=at.evidence.contested,
        questions=gravest(at.question_counts),
        question_counts=at.question_counts,
        lines=at.lines,
        agreement="not_applicable" if nobody_and_moot else at.agreement,
        stances={party: item.stance.value for party, item in at.decided.items()},
        views={holder: item.stance.value for holder, item in views(at.record.positions).items()},
        attention=attention(at),
    )
