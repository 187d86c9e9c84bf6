"""The records of a JSON document: a list, an object that holds one, JSON lines, or one object alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from waarborg.sources.json_scanner import JsonScanner
from waarborg.sources.opening import TextFile
from waarborg.sources.stream import RawRecord, RawStream
from waarborg.values.finding import UnusableInput, Where

RECORD_KEYS = frozenset(
    {"algoritmes", "results", "algorithms", "entries", "records", "items", "data", "value"}
)
"""The members under which registers put their list of records."""

_DEEPEST = 8


def json_stream(source: TextFile, path: str | None = None) -> RawStream:
    """Read the records of a JSON document one by one.

    ``path`` says where they stand in it: names of members with dots between, or nothing at all for the
    document itself. Without it they are looked for under the members of ``RECORD_KEYS``.
    """
    members: dict[str, object] = {}
    steps = None if path is None else [step for step in path.split(".") if step]
    return RawStream("json", _records(source, steps, members), members=members)


def value_at(record: Mapping[str, object], path: str) -> object:
    """The value at a path of names with dots between; of a list the value of every item that has one."""
    if path in record or "." not in path:
        return record.get(path)
    found: object = record
    for step in path.split("."):
        if isinstance(found, list):
            found = [item[step] for item in found if isinstance(item, dict) and step in item]
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found


def paths_of(record: Mapping[str, object], above: str = "") -> Iterator[str]:
    """The paths at which a record holds something that is no object, in the order of the record."""
    for name, value in record.items():
        if isinstance(value, dict) and value and above.count(".") < _DEEPEST:
            yield from paths_of(value, f"{above}{name}.")
        else:
            yield f"{above}{name}"


def records_path(document: Mapping[str, object]) -> str | None:
    """The path of the longest list of objects in a document, or None where there is none."""
    lists = dict(_lists(document, ""))
    return max(lists, key=lambda path: lists[path], default=None)


def _lists(node: Mapping[str, object], above: str) -> Iterator[tuple[str, int]]:
    for name, value in node.items():
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            yield f"{above}{name}", len(value)
        elif isinstance(value, dict) and above.count(".") < _DEEPEST:
            yield from _lists(value, f"{above}{name}.")


def _records(source: TextFile, path: Sequence[str] | None, members: dict[str, object]) -> Iterator[RawRecord]:
    with source.open() as stream:
        scanner = JsonScanner(stream, str(source.path))
        opening = scanner.peek()
        if opening == "[":
            yield from _items(scanner, source, None, 0)
        elif opening == "{" and path is not None:
            yield from _under(scanner, source, path, members)
        elif opening == "{":
            yield from _object(scanner, source, members)
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


def _under(
    scanner: JsonScanner, source: TextFile, path: Sequence[str], members: dict[str, object]
) -> Iterator[RawRecord]:
    """The records at a path: a list, or an object that holds one under each name (its ``key``)."""
    if scanner.peek() == "[":
        yield from _items(scanner, source, None, 0)
        return
    for row, key in enumerate(_keys(scanner), 1):
        line = scanner.line
        if path and key == path[0]:
            yield from _under(scanner, source, path[1:], members)
        elif path:
            members[key] = scanner.value()
        else:
            record = _record(scanner.value(), source, row, line, None)
            yield evolve(record, values={"key": key, **record.values})


def _keys(scanner: JsonScanner) -> Iterator[str]:
    """The names in an object, one by one; who asks takes the value after each."""
    scanner.take("{")
    if scanner.peek() == "}":
        scanner.take("}")
        return
    more = ","
    while more == ",":
        yield _key(scanner)
        more = scanner.take(",}")


def _object(scanner: JsonScanner, source: TextFile, members: dict[str, object]) -> Iterator[RawRecord]:
    """An object that holds the list, or, where no member holds one, the one record itself."""
    line = scanner.line
    row = 0
    listed = False
    for key in _keys(scanner):
        if key in RECORD_KEYS and scanner.peek() == "[":
            listed = True
            for record in _items(scanner, source, key, row):
                row = record.row
                yield record
        else:
            members[key] = scanner.value()
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
