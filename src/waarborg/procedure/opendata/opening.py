"""Which of the shapes a file has, found in its content."""

import json
from pathlib import Path
from typing import Any

from waarborg.procedure.opendata.eerste_kamer import key_data_of_page, read_key_data
from waarborg.procedure.opendata.publications import read_sru
from waarborg.procedure.opendata.reading import OpenData
from waarborg.procedure.opendata.tweede_kamer import read_odata
from waarborg.sources.text import decode, read_bytes
from waarborg.values.finding import UnusableInput, Where


def read(path: Path) -> OpenData:
    """Read one file of open data into case values.

    Raises:
        UnusableInput: ``opendata_unknown`` where it has none of the shapes, ``opendata_json_malformed`` with
            the line, what the reader of its shape raises, or what ``read_bytes`` raises.
    """
    content = read_bytes(path)
    said = decode(content)[0]
    start = said.lstrip()[:500].casefold()
    if start.startswith(("{", "[")):
        return _json(said, path)
    if "<!doctype html" in start or "<html" in start or "<table" in start:
        return read_key_data([key_data_of_page(said)], path)
    if start.startswith("<"):
        return read_sru(content, path)
    raise UnusableInput("opendata_unknown", Where(file=str(path)))


def _json(said: str, path: Path) -> OpenData:
    try:
        data = json.loads(said)
    except json.JSONDecodeError as error:
        raise UnusableInput("opendata_json_malformed", Where(file=str(path), line=error.lineno)) from None
    except RecursionError:
        raise UnusableInput("opendata_json_malformed", Where(file=str(path))) from None
    records = _records(data)
    if records is None:
        raise UnusableInput("opendata_unknown", Where(file=str(path)))
    if any("nummer" in record for record in records):
        return read_key_data(records, path)
    context = data.get("@odata.context", "") if isinstance(data, dict) else ""
    return read_odata(records, str(context), path)


def _records(data: Any) -> list[Any] | None:
    """The records of a document: a list, the member ``value`` or ``records``, or the one record itself."""
    inner = data
    if isinstance(data, dict):
        named = (data[key] for key in ("value", "records") if isinstance(data.get(key), list))
        inner = next(named, [data])
    good = isinstance(inner, list) and all(isinstance(record, dict) for record in inner)
    return inner if good else None
