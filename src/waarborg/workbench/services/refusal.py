"""A refusal: the finding that says why, as a value that a page or a command turns into a sentence."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from waarborg.values.finding import Finding, Severity, UnusableInput, Where


class Refused(UnusableInput):
    """A write that is not done, with its reason; nothing has changed."""

    def __init__(self, code: str, **params: object) -> None:
        """Keep the reason ``code`` with its ``params``."""
        super().__init__(code, Where(), **params)


def refusal_of(error: ValidationError) -> Refused:
    """The first reason that validation found: a constraint's own code, else the field that is wrong."""
    found: Mapping[str, list[ValidationError]] = error.error_dict
    field, reasons = next(iter(found.items()))
    reason = reasons[0]
    if field == "__all__":
        return Refused(reason.code or "entry_invalid", field=field, reason=" ".join(reason.messages))
    return Refused("entry_invalid", field=field, reason=" ".join(reason.messages))


def finding_of(error: Refused) -> Finding:
    """The finding, for a page that shows it beside a form."""
    return Finding(error.finding.code, error.finding.params, severity=Severity.ERROR)
