"""XES event logs (IEEE 1849), packed or not, read as a stream: one record an event.

Attributes of the trace carry the prefix ``case:``, those of the event stand under their own key. Nested
attributes, globals and classifiers describe the log, not a case, and are left aside.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.parsers import expat

from waarborg.sources.logs.guard import unpacked
from waarborg.values.finding import UnusableInput, Where

_VALUES = frozenset({"string", "date", "int", "float", "boolean", "id"})
_CUT = frozenset(
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)
"""What expat says of a file that ends too early."""


def read_xes(path: Path, limit: int) -> Iterator[Mapping[str, str]]:
    """The events of a XES file, in the order of the file.

    Raises:
        UnusableInput: ``log_cut`` when the file ends early, ``xes_malformed`` with the line, ``xes_doctype``
            when it declares entities (a known way to blow up a reader), or what ``unpacked`` raises.
    """
    reader = _Reader(path)
    parser = reader.parser()
    try:
        for piece in unpacked(path, limit):
            parser.Parse(piece, False)  # noqa: FBT003  expat's signature
            yield from reader.taken()
        parser.Parse(b"", True)  # noqa: FBT003  expat's signature
    except expat.ExpatError as error:
        code = "log_cut" if error.code in _CUT else "xes_malformed"
        raise UnusableInput(code, Where(file=str(path), line=error.lineno)) from None
    yield from reader.taken()


class _Reader:
    """Keeps the open tags and the events finished so far."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: list[str] = []
        self._trace: dict[str, str] = {}
        self._event: dict[str, str] = {}
        self._done: list[Mapping[str, str]] = []

    def parser(self) -> Any:
        """An expat parser that feeds this reader."""
        parser = expat.ParserCreate(namespace_separator=None)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        return parser

    def taken(self) -> list[Mapping[str, str]]:
        """The events finished since the last call."""
        done, self._done = self._done, []
        return done

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        parent = self._open[-1] if self._open else ""
        self._open.append(tag)
        if tag in _VALUES:
            if parent == "event":
                self._event[attributes.get("key", "")] = attributes.get("value", "")
            elif parent == "trace":
                self._trace["case:" + attributes.get("key", "")] = attributes.get("value", "")
        elif tag == "trace":
            self._trace = {}
        elif tag == "event":
            self._event = {}

    def _end(self, tag: str) -> None:
        self._open.pop()
        if tag == "event":
            self._done.append({**self._trace, **self._event})

    def _doctype(self, *_: object) -> None:
        raise UnusableInput("xes_doctype", Where(file=str(self.path)))
