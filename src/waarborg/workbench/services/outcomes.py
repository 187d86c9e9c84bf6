"""What comes of a meeting of a plan: positions and follow-up questions, beside commitments."""

import datetime as dt

from waarborg.workbench.models import Meeting
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.refusal import Refused


def came_out_of(meeting: Meeting | None, actor: Actor, day: dt.date) -> Meeting | None:
    """The meeting, where the party was a side of its plan and it was held by the day of what came of it.

    Raises:
        Refused: ``meeting_not_of_party``.
    """
    if meeting and (actor.office() not in {meeting.plan.party, meeting.plan.other} or meeting.on > day):
        raise Refused("meeting_not_of_party")
    return meeting
