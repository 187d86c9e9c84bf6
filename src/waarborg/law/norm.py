"""The legal norms that protect people in automated decision-making."""

from enum import StrEnum
from pathlib import Path

from attrs import frozen

from waarborg.law import checks
from waarborg.law.rule import LegalRule
from waarborg.sources.records import load_record


class NormType(StrEnum):
    """What kind of source a norm stands in."""

    LEGAL = "legal"
    LEGAL_EXCEPTION = "legal_exception"
    TREATY = "treaty"
    CONSTITUTION = "constitution"
    CASE_LAW = "case_law"
    POLICY = "policy"


@frozen(kw_only=True)
class Norm(LegalRule):
    """One norm. ``type`` is None where the collection gave none.

    ``split_off`` marks a norm that was taken out of another or found while reading, beside the 92 counted.
    """

    type: NormType | None = None
    split_off: bool = False


@frozen
class NormCatalogue:
    """The file ``norms.yaml``."""

    version: str
    norms: tuple[Norm, ...]


def load_norms(path: Path) -> NormCatalogue:
    """Read a catalogue of norms.

    Raises:
        UnusableInput: the file, the line and the reason: the shape of a record, an id that stands twice,
            a validity that ends before it begins.
    """
    catalogue = load_record(path, NormCatalogue)
    norms = list(enumerate(catalogue.norms))
    checks.unique(path, ((("norms", index, "id"), norm.id) for index, norm in norms))
    checks.in_order(path, ((("norms", index), norm) for index, norm in norms))
    return catalogue
