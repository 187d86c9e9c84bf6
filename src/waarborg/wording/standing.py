"""How something that was asked or promised stands, in words."""

from waarborg.procedure.timeline import Item
from waarborg.wording.catalogue import Language, phrase


def standing(item: Item, language: Language, *, responsible: str = "") -> str:
    """Its status, what else that may be, when it is due, how late it is and who answers for it."""
    parts = [phrase(f"status.{item.status}", language)]
    parts += [
        phrase("case.possibly", language, what=phrase(f"status.{status}", language))
        for status in item.possibly
    ]
    if item.due:
        parts.append(phrase("case.due", language, due=item.due))
    elif item.latest:
        parts.append(phrase("case.between", language, earliest=item.earliest or "?", latest=item.latest))
    if item.days_late and item.days_late_by:
        parts.append(phrase("case.late_by", language, days=item.days_late, body=item.days_late_by))
    elif item.days_late:
        code = "case.late_one" if item.days_late == 1 else "case.late"
        parts.append(phrase(code, language, days=item.days_late))
    if who := responsible or item.responsible:
        parts.append(phrase("case.responsible", language, who=who))
    return ", ".join(parts)
