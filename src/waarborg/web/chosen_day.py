"""The day that a reader looks from."""

import datetime as dt

from django.http import HttpRequest
from django.utils import timezone

_LONGEST = 40


def chosen_day(request: HttpRequest) -> tuple[dt.date, str]:
    """The day in ``?op=``, else today; and what was asked where that is no day, to be told."""
    asked = _asked(request)
    if not asked:
        return timezone.localdate(), ""
    try:
        return dt.date.fromisoformat(asked), ""
    except ValueError:
        return timezone.localdate(), asked


def day_until_today(request: HttpRequest) -> tuple[dt.date, str]:
    """The same for what was known on a day, and nothing later: a day after today is no day to ask for."""
    (day, wrong), today = chosen_day(request), timezone.localdate()
    return (day, wrong) if day <= today else (today, _asked(request))


def _asked(request: HttpRequest) -> str:
    return request.GET.get("op", "").strip()[:_LONGEST]
