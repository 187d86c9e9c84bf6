"""What a rule has to say: a code and its parameters, never a sentence."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen


class Severity(StrEnum):
    """How much a finding weighs: an error makes a check fail, a warning does not, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen(kw_only=True)
class Where:
    """The place a finding is about; every part that does not apply is None.

    ``line`` counts from 1 in a text file; ``row`` counts records from 1, header left out.
    """

    file: str | None = None
    line: int | None = None
    row: int | None = None
    column: str | None = None
    field: str | None = None


@frozen
class Finding:
    """A code, the parameters its sentence needs, and where it was found. ``wording`` makes the sentence."""

    code: str
    params: Mapping[str, object] = field(factory=dict)
    where: Where = field(factory=Where)
    severity: Severity = Severity.WARNING


class UnusableInput(Exception):  # noqa: N818  the field's word: the input cannot be used
    """Input that cannot be used at all. It carries the finding that a door turns into a sentence.

    A command that meets it ends with exit code 2 and writes nothing.
    """

    def __init__(self, code: str, where: Where | None = None, **params: object) -> None:
        """Keep the finding ``code`` with its ``params`` and the place ``where``."""
        self.finding = Finding(code, params, where or Where(), Severity.ERROR)
        super().__init__(code, params, where)
