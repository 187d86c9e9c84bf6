"""What a form of register is: how it is recognised, what it must have, how a record becomes an entry."""

from collections.abc import Callable, Mapping, Sequence

from attrs import field, frozen

from waarborg.sources.stream import Kind, RawRecord
from waarborg.values.entry import Entry


@frozen
class Sample:
    """What a file shows of itself before it is read: its kind, columns and first records."""

    kind: Kind
    columns: frozenset[str]
    records: Sequence[RawRecord]
    section: str | None = None

    def has(self, *names: str) -> bool:
        """Whether every one of these columns is there."""
        return self.columns.issuperset(names)


def _keep_all(_record: RawRecord) -> bool:
    return False


@frozen(kw_only=True)
class Form:
    """A form of register.

    ``recognises`` looks at a sample; ``required`` names the columns without which a file of this form is
    damaged; ``entry`` makes an entry of a record; ``leaves_out`` says that a record is no entry (a header
    row between the data); ``has_ids`` is false where no entry has an id.
    ``safeguards`` names its fields on safeguards and ``high`` the declared categories at which their silence
    is worth a finding; ``recoded`` the fields whose values a mapping gave our words. ``answers`` says by
    column how the answers begin that only this question has.
    """

    code: str
    register: str
    kind: Kind
    recognises: Callable[[Sample], bool]
    entry: Callable[[RawRecord], Entry]
    required: frozenset[str] = frozenset()
    leaves_out: Callable[[RawRecord], bool] = _keep_all
    has_ids: bool = True
    safeguards: frozenset[str] = frozenset()
    high: frozenset[str] = frozenset()
    recoded: frozenset[str] = frozenset()
    answers: Mapping[str, tuple[str, ...]] = field(factory=dict)
    same: Callable[[str], str] = str
