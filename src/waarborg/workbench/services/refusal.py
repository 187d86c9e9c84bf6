"""A refusal: the finding that says why, as a value that a page or a command turns into a sentence."""

from django.core.exceptions import ValidationError
from django.db.models import Model

from waarborg.values.finding import UnusableInput, Where


class Refused(UnusableInput):
    """A write that is not done, with its reason; nothing has changed."""

    def __init__(self, code: str, **params: object) -> None:
        """Keep the reason ``code`` with its ``params``."""
        super().__init__(code, Where(), **params)


def refusal_of(error: ValidationError, row: Model) -> Refused:
    """The first reason that validation found: a constraint's own code, else the field that is wrong."""
    field, reasons = next(iter(error.error_dict.items()))
    told = " ".join(reasons[0].messages)
    if field != "__all__":
        return Refused("entry_invalid", field=field, reason=told)
    return Refused(reasons[0].code or "entry_invalid", field=field, reason=told, **_clash(row))


def _clash(row: Model) -> dict[str, object]:
    """Whose, on which day and at which scope: what the sentence of a clash needs."""
    asked = getattr(row, "question", row)
    party = getattr(asked, "party", None)
    return {
        "party": getattr(party, "code", ""),
        "date": getattr(row, "date", ""),
        "scope": getattr(row, "scope", ""),
    }
