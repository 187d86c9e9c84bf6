"""Traces of OpenTelemetry, in which the Dutch standard Logboek Dataverwerkingen records data processing.

Source: opentelemetry-proto 1.x, its JSON form; Logboek Dataverwerkingen, chapter Interface (names of fields).
Makers differ from the standard and from each other, so each field is read under every name seen. A time is
taken as it says to be: one in 1970 is shown as one, and an indicator can count it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

Record = Mapping[str, object]

_GROUPS = ("resourceSpans", "batches", "resource_spans")
_SCOPES = ("scopeSpans", "instrumentationLibrarySpans", "scope_spans")
_FIELDS = {
    "trace_id": ("traceId", "trace_id"),
    "span_id": ("spanId", "span_id"),
    "parent_span_id": ("parentSpanId", "parent_span_id"),
    "name": ("name", "operation_name"),
    "kind": ("kind", "spanKind"),
    "status": ("status", "status_code", "statusCode"),
    "start_time": ("startTimeUnixNano", "start_time", "startTime"),
    "end_time": ("endTimeUnixNano", "end_time", "endTime"),
}
_ASKED = ("dpl.core.processing_activity_id", "dpl.core.data_subject_id", "dpl.core.data_subject_id_type")
"""What the standard asks of a span: a column even where no span has it, so that its absence is counted."""

_STATUS = {"0": "Unset", "1": "Ok", "2": "Error"}
_MICRO = 1_000
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_LATEST = 253_402_300_799 * 1_000_000_000
"""The last second of the year 9999: what lies beyond is no time of a log."""


def is_trace(record: Record) -> bool:
    """Whether a record holds spans, or is one."""
    return any(name in record for name in (*_GROUPS, *_SCOPES)) or _is_span(record)


def spans(record: Record) -> Iterator[Record]:
    """A row a span: the fields of the standard, its attributes by name, its resource's as ``resource.``."""
    groups = [one for name in _GROUPS for one in _objects(record.get(name))]
    for group in groups:
        yield from spans(group)
    resource = record.get("resource")
    given = _attributes(resource.get("attributes")) if isinstance(resource, Mapping) else {}
    shared = {f"resource.{key}": value for key, value in given.items()}
    scopes = [one for name in _SCOPES for one in _objects(record.get(name))]
    for scope in scopes:
        for span in _objects(scope.get("spans")):
            yield _span(span, shared)
    if not groups and not scopes and _is_span(record):
        yield _span(record, shared)


def _is_span(record: Record) -> bool:
    return all(any(name in record for name in _FIELDS[field]) for field in ("trace_id", "span_id"))


def _span(span: Record, shared: Record) -> Record:
    context = span.get("context")
    told = {**span, **context} if isinstance(context, Mapping) else span
    row: dict[str, object] = {field: _first(told, names) for field, names in _FIELDS.items()}
    row["status"] = _status(row["status"])
    row |= {field: _time(row[field]) for field in ("start_time", "end_time")}
    attributes = {**dict.fromkeys(_ASKED), **_attributes(span.get("attributes"))}
    named = {f"attribute.{key}" if key in row else key: value for key, value in attributes.items()}
    return {**row, **named, **shared}


def _first(told: Record, names: Sequence[str]) -> object:
    return next((told[name] for name in names if name in told), None)


def _attributes(given: object) -> dict[str, object]:
    """Attributes by name, from the list of pairs of the protocol or from a plain object."""
    if isinstance(given, Mapping):
        return dict(given)
    return {str(one["key"]): _value(one.get("value")) for one in _objects(given) if "key" in one}


def _value(value: object) -> object:
    """What a typed value holds: ``{"stringValue": "a"}`` is ``a``, an array the list of what it holds."""
    if not isinstance(value, Mapping) or len(value) != 1:
        return value
    ((kind, held),) = value.items()
    if kind == "arrayValue" and isinstance(held, Mapping):
        return [_value(one) for one in held.get("values", [])]
    return held if str(kind).endswith("Value") else value


def _status(value: object) -> object:
    """Unset, Ok or Error; nothing where the span does not say, a strange word as it stands."""
    if isinstance(value, Mapping):
        value = _first(value, ("code", "statusCode", "status_code"))
    if value is None:
        return None
    text = str(value).removeprefix("STATUS_CODE_")
    return _STATUS.get(text, text.capitalize())


def _time(value: object) -> object:
    """Nanoseconds since 1970 as a time with its offset; anything else as it stands."""
    text = str(value)
    if not (text.isascii() and text.isdigit() and int(text) <= _LATEST):
        return value
    moment = _EPOCH + dt.timedelta(microseconds=int(text) // _MICRO)
    return moment.isoformat(timespec="microseconds")


def _objects(value: object) -> Sequence[Record]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else ()
