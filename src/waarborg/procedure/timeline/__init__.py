"""Where everything in a case stands on a day, as known on that day."""

from waarborg.procedure.timeline.build import Item, Timeline, timeline
from waarborg.procedure.timeline.watch import Watch

__all__ = ["Item", "Timeline", "Watch", "timeline"]
