"""The heart: the state of a safeguard, the agreement map, proposed questions.

All of it is pure: from the record of a safeguard and a view (on a date, as known on a date, for a reader) to
a state. Nothing here decides whether a safeguard is adequate.
"""

from waarborg.dialogue.door import clashes
from waarborg.dialogue.state import state

__all__ = ["clashes", "state"]
