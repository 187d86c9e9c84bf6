"""The day that a reader looks from: what was known then, and nothing later."""

import datetime as dt

from django.http import HttpRequest
from django.utils import timezone

_LONGEST = 40


def day_until_today(request: HttpRequest) -> tuple[dt.date, str]:
    """The day in ``?op=``, else today; and what was asked where that is no day, or one after today."""
    asked = request.GET.get("op", "").strip()[:_LONGEST]
    today = timezone.localdate()
    if not asked:
        return today, ""
    try:
        day = dt.date.fromisoformat(asked)
    except ValueError:
        return today, asked
    return (day, "") if day <= today else (today, asked)
