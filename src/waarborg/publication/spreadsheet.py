"""Tables for people who open them in a spreadsheet: CSV in which no cell can act."""

import csv
import io
from collections.abc import Iterable, Sequence

_BYTE_ORDER_MARK = "\ufeff"
"""Before a CSV file in UTF-8, so that Excel reads its letters right."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> str:
    """A value as a cell of CSV: a list with semicolons, None empty; a formula disarmed by a quote."""
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    is_number = isinstance(value, (int, float))
    acts = text.startswith(_FORMULA_STARTS) or text.lstrip().startswith(_FORMULA_STARTS)
    return f"'{text}" if acts and not is_number else text


def csv_text(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """The rows under a line with the columns, with the mark that Excel needs."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return _BYTE_ORDER_MARK + written.getvalue()
