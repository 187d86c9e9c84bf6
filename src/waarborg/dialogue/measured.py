"""A measurement as evidence: the JSON of ``waarborg measure --json``, and nothing beyond aggregates.

What ``measurement/report.schema.json`` says is asked again here, since anyone can hand in a file: rows of a
log, names of handlers and small cells stop at this door (DESIGN 5.3, 5.4).
"""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from attrs import frozen
from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError

from waarborg.law import safeguards
from waarborg.measurement.names import IDENTITIES
from waarborg.values.finding import UnusableInput, Where
from waarborg.values.indicator import Indicator, Refusal

LARGEST = 5 * 2**20
"""Bytes of a report; the largest of a real log is some hundreds of kilobytes."""
SMALLEST_GROUP = 10
_KEYS = re.compile(r"(?:^|& )([^=&]+)=")
_ID = re.compile(r"[A-Za-z0-9_.-]{1,120}")
_MOST = sys.float_info.max
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""Signs that JSON can write with an escape, and a text of the record cannot hold."""
_LENGTHS = {"group": 300, "unit": 60, "method": 400}


@frozen(kw_only=True)
class Report:
    """What a measurement hands over: how many rows were counted, the figures, and those it did not give."""

    rows: int
    indicators: tuple[Indicator, ...]
    refused: tuple[Refusal, ...]
    suppressed: int

    def of(self, safeguard: str) -> tuple[Indicator, ...]:
        """The figures on one safeguard."""
        return tuple(one for one in self.indicators if one.safeguard == safeguard)


def read_report(content: bytes, file: str) -> Report:
    """Read a report; ``file`` is its name, for the finding.

    Raises:
        UnusableInput: ``report_too_large``, ``report_no_json``, ``report_of_another_shape`` with the place,
            ``report_small_cell``, ``report_identifies``, ``report_safeguard_unknown`` or
            ``report_figure_wrong``.
    """
    if len(content) > LARGEST:
        raise UnusableInput("report_too_large", Where(file=file), mb=LARGEST // 2**20)
    report = _shaped(_parsed(content, file), file)
    for number, figure in enumerate(report.indicators, start=1):
        for code in _wrong(figure):
            where = Where(file=file, row=number, field=figure.id[:120])
            raise UnusableInput(code, where, smallest=SMALLEST_GROUP)
    return report


def _parsed(content: bytes, file: str) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise UnusableInput("report_no_json", Where(file=file), reason=str(error)) from None


def _no_number(word: str) -> None:
    message = f"{word} is no number"
    raise ValueError(message)


def _shaped(data: Any, file: str) -> Report:
    if not isinstance(data, dict):
        raise UnusableInput("report_of_another_shape", Where(file=file), reason=type(data).__name__)
    try:
        return _CONVERTER.structure(data, Report)
    except BaseValidationError as error:
        reason, place = transform_error(error)[0].rsplit(" @ ", 1)
        where = Where(file=file, field=place.removeprefix("$").removeprefix(".")[:200])
    except (TypeError, AttributeError) as error:
        reason, where = str(error), Where(file=file)
    raise UnusableInput("report_of_another_shape", where, reason=reason[:200])


def _wrong(figure: Indicator) -> Iterator[str]:
    """The codes of what is wrong with a figure, the gravest first."""
    keys = {key.strip().lower() for key in _KEYS.findall(figure.group or "")}
    if keys & IDENTITIES:
        yield "report_identifies"
    few = figure.denominator is not None and figure.denominator < SMALLEST_GROUP
    part = figure.numerator if figure.unit != "handlers" else None
    cell = part is not None and 0 < part < SMALLEST_GROUP
    if few or cell:
        yield "report_small_cell"
    if figure.safeguard not in safeguards():
        yield "report_safeguard_unknown"
    long = any(len(getattr(figure, name) or "") > most for name, most in _LENGTHS.items())
    if long or not _ID.fullmatch(figure.id) or not _adds_up(figure):
        yield "report_figure_wrong"


def _adds_up(figure: Indicator) -> bool:
    """Counts are not negative, a part is no larger than its whole, and a value lies within its interval."""
    counts = [one for one in (figure.numerator, figure.denominator) if one is not None]
    bounds = [one for one in (figure.low, figure.value, figure.high) if one is not None]
    return min(counts, default=0) >= 0 and counts == sorted(counts) and bounds == sorted(bounds)


def _exactly(kind: type) -> Any:
    """A value of just this kind that can be kept: a text is no number, true is not one, nor is 1e400."""

    def read(value: Any, _: Any) -> Any:
        if type(value) is not kind and not (kind is float and type(value) is int):
            message = f"{kind.__name__} expected"
            raise TypeError(message)
        if not _can_be_kept(kind, value):
            message = "nothing that a record can hold"
            raise TypeError(message)
        return value

    return read


def _can_be_kept(kind: type, value: Any) -> bool:
    if kind is float:
        return bool(abs(value) <= _MOST)
    return kind is not str or not _NO_TEXT.search(value)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _listed(kind: Any, converter: Converter) -> Any:
    """A list of one kind, and nothing else that can be walked through."""
    inner = get_args(kind)[0]

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            message = "list expected"
            raise TypeError(message)
        return tuple(converter.structure(one, inner) for one in value)

    return read


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for kind in (int, float, str):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook_factory(_is_tuple, _listed)
    return converter


_CONVERTER = _converter()
