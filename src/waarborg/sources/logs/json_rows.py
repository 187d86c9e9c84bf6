"""A log in JSON: a list of records, records a line, or traces of data processing."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from waarborg.sources.json_records import json_stream, paths_of, records_path, value_at
from waarborg.sources.logs.traces import is_trace, spans
from waarborg.sources.opening import open_text


def read_json(path: Path, limit: int) -> Iterator[Mapping[str, str]]:
    """The rows of a JSON log as texts, nested names with dots between; of traces, a row a span.

    Raises:
        UnusableInput: what ``open_text`` or the scanner raises, with the line.
    """
    for record in json_stream(open_text(path, size_limit=limit)).records:
        for row in _rows(record.values):
            yield {name: as_text(value) for name, value in row.items()}


def _rows(record: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    if is_trace(record):
        yield from spans(record)
        return
    inner = records_path(record)
    listed = value_at(record, inner) if inner else None
    for one in listed if isinstance(listed, list) else [record]:
        yield {name: value_at(one, name) for name in paths_of(one)}


def as_text(value: object) -> str:
    """A value as a cell of a table would hold it; nothing for null, and for what is empty."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
