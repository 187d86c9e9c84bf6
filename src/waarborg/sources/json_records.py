"""The records of a JSON document: a list, an object that holds one, JSON lines, or one object alone."""

from collections.abc import Iterator
from typing import Any

from waarborg.sources.json_scanner import JsonScanner
from waarborg.sources.opening import TextFile
from waarborg.sources.stream import RawRecord, RawStream
from waarborg.values.finding import UnusableInput, Where

RECORD_KEYS = frozenset(
    {"algoritmes", "results", "algorithms", "entries", "records", "items", "data", "value"}
)
"""The members under which registers put their list of records."""


def json_stream(source: TextFile, keys: frozenset[str] = RECORD_KEYS) -> RawStream:
    """Read the records of a JSON document one by one; ``keys`` name the members that may hold them."""
    members: dict[str, object] = {}
    return RawStream("json", _records(source, keys, members), members=members)


def _records(source: TextFile, keys: frozenset[str], members: dict[str, object]) -> Iterator[RawRecord]:
    with source.open() as stream:
        scanner = JsonScanner(stream, str(source.path))
        opening = scanner.peek()
        if opening == "[":
            yield from _items(scanner, source, None, 0)
        elif opening == "{":
            yield from _object(scanner, source, keys, members)
        else:
            scanner.take("[{")
        yield from _lines(scanner, source) if opening == "{" and scanner.peek() == "{" else ()
        if scanner.peek():
            raise UnusableInput("json_extra", Where(file=str(source.path), line=scanner.line))


def _items(scanner: JsonScanner, source: TextFile, section: str | None, row: int) -> Iterator[RawRecord]:
    scanner.take("[")
    if scanner.peek() == "]":
        scanner.take("]")
        return
    more = ","
    while more == ",":
        row += 1
        scanner.peek()
        line = scanner.line
        yield _record(scanner.value(), source, row, line, section)
        more = scanner.take(",]")


def _object(
    scanner: JsonScanner, source: TextFile, keys: frozenset[str], members: dict[str, object]
) -> Iterator[RawRecord]:
    """An object that holds the list, or, where no member holds one, the one record itself."""
    line = scanner.line
    scanner.take("{")
    row = 0
    listed = False
    more = "}" if scanner.peek() == "}" else ","
    if more == "}":
        scanner.take("}")
    while more == ",":
        key = _key(scanner)
        if key in keys and scanner.peek() == "[":
            listed = True
            for record in _items(scanner, source, key, row):
                row = record.row
                yield record
        else:
            members[key] = scanner.value()
        more = scanner.take(",}")
    if not listed:
        yield RawRecord(dict(members), 1, line)


def _key(scanner: JsonScanner) -> str:
    if scanner.peek() != '"':
        scanner.take('"')
    key: str = scanner.value()
    scanner.take(":")
    return key


def _lines(scanner: JsonScanner, source: TextFile) -> Iterator[RawRecord]:
    row = 1
    while scanner.peek() == "{":
        row += 1
        line = scanner.line
        yield _record(scanner.value(), source, row, line, None)


def _record(value: Any, source: TextFile, row: int, line: int, section: str | None) -> RawRecord:
    if not isinstance(value, dict):
        raise UnusableInput("record_not_an_object", Where(file=str(source.path), line=line, row=row))
    return RawRecord(value, row, line, section)
