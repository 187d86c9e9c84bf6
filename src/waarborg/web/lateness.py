"""How late something is, in words."""

from waarborg.procedure.timeline import Item
from waarborg.web.words import label, t, when


def late(item: Item) -> str:
    """The days it is late, and by whose calendar where its own term is unresolved; empty where it is not."""
    if not item.days_late:
        return ""
    if item.days_late_by:
        body = label("assess.body", item.days_late_by.lower())
        return t("page.home.late_by", days=item.days_late, body=body)
    return t("case.late_one" if item.days_late == 1 else "case.late", days=item.days_late)


def term(item: Item) -> str:
    """The day it is due, else the bounds of that day."""
    return when(item.due, item.earliest, item.latest)
