"""What every rule of law in the catalogues has, whether it binds a decision or a procedure."""

import datetime as dt

from attrs import frozen

from waarborg.law.texts import Text
from waarborg.law.verification import Verification


@frozen(kw_only=True)
class LegalRule:
    """One rule: where it stands, what it says in our own words, and how far that was verified.

    ``text_version`` is the date of the consolidation that was read, not the day the rule first applied.
    ``valid_from`` and ``valid_until`` (last day) are None where not established; None never means "always".
    The statement is a paraphrase; the text of the law itself decides.
    """

    id: str
    law: str
    article: str
    statement: Text
    applies_to: Text
    check: Text
    verification: Verification
    text_version: dt.date | None = None
    valid_from: dt.date | None
    valid_from_note: Text | None = None
    valid_until: dt.date | None
