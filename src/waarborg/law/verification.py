"""How sure a rule is: who read what, where and when, and what nobody has read yet."""

import datetime as dt
from enum import StrEnum

from attrs import frozen

from waarborg.law.texts import Text


class VerificationStatus(StrEnum):
    """How a rule was verified. The first three are those of norms that were checked against the texts.

    ``text``: the wording of the article was read in a stored copy, not always on the official site;
    ``second_source``: only a summary, annotation or quotation was read; ``unverified``: no text was found.
    The other four come from the collected rules of procedure: ``sourced``: the page named says so, the
    rule's own text was not read; ``inferred``: follows from a source but does not stand there so;
    ``memory``: known to the collector, seen nowhere; ``unknown``: not established at all.
    """

    TEXT = "text"
    SECOND_SOURCE = "second_source"
    UNVERIFIED = "unverified"
    SOURCED = "sourced"
    INFERRED = "inferred"
    MEMORY = "memory"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Verification:
    """Where and when a rule was seen. ``gaps`` names each part that stays unverified whatever the status.

    ``source`` is None where nothing was found, ``checked_on`` where nobody read the rule itself.
    ``status_before`` says what the rule rested on before it was checked and ``row_corrected`` whether the
    check changed its statement; both None where not recorded.
    """

    status: VerificationStatus
    source: str | None
    checked_on: dt.date | None
    note: Text | None = None
    gaps: tuple[Text, ...] = ()
    status_before: str | None = None
    row_corrected: bool | None = None
