"""JSON read value by value from a stream, so that a register of any length fits in memory.

The standard library decodes; this file only feeds it, and knows the line and column where it stopped.
"""

import json
import re
from typing import Any, TextIO

from waarborg.sources.opening import CHUNK
from waarborg.sources.stream import RECORD_LIMIT
from waarborg.values.finding import UnusableInput, Where

DEEPEST = 100
"""Levels of lists and objects in one value: what lies deeper no register holds, and no reader need walk."""

_SPACE = re.compile(r"[ \t\n\r]*")
_LONE = re.compile("[\ud800-\udfff]")


class JsonScanner:
    """Walks a JSON text: look at the next character, take it, or decode the whole value that starts there."""

    def __init__(self, stream: TextIO, file: str) -> None:
        """Read from ``stream``; ``file`` names it in errors."""
        self._stream = stream
        self._file = file
        self._buffer = ""
        self._position = 0
        self._ended = False
        self._lines = 0
        self._before = 0
        self._counted = (0, 0)

    @property
    def line(self) -> int:
        """The line of the next character, counted from 1."""
        return self._place(self._position)[0]

    def peek(self) -> str:
        """The next character that is no white space, or an empty string at the end."""
        while True:
            found = _SPACE.match(self._buffer, self._position)
            self._position = found.end() if found else self._position
            if self._position < len(self._buffer) or not self._fill():
                return self._buffer[self._position : self._position + 1]

    def take(self, wanted: str) -> str:
        """Take the next character, which must be one of ``wanted``.

        Raises:
            UnusableInput: ``json_cut_off`` at the end of the file, else ``json_malformed``.
        """
        found = self.peek()
        if not found or found not in wanted:
            raise self._fault(self._position, f"{' / '.join(wanted)} expected")
        self._position += 1
        return found

    def value(self) -> Any:
        """Decode the value that starts here.

        Raises:
            UnusableInput: ``json_cut_off``, ``json_malformed``, ``json_too_deep`` or ``record_too_large``.
        """
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._position)
            except json.JSONDecodeError as error:
                if self._ended:
                    raise self._fault(error.pos, error.msg) from None
            except RecursionError:
                raise UnusableInput("json_too_deep", Where(file=self._file, line=self.line)) from None
            except ValueError as error:
                raise self._fault(self._position, str(error)) from None
            else:
                if end < len(self._buffer) or self._ended:
                    return self._whole(value, end)
            self._fill()

    def _whole(self, value: Any, end: int) -> Any:
        opened = sum(self._buffer.count(mark, self._position, end) for mark in "[{")
        if opened > DEEPEST and _depth(value) > DEEPEST:
            raise UnusableInput("json_too_deep", Where(file=self._file, line=self.line))
        escaped = self._buffer.find("\\u", self._position, end) >= 0
        self._position = end
        return _without_lone_surrogates(value) if escaped else value

    def _fill(self) -> bool:
        """Read on, and say whether there was more; what has been taken is let go."""
        if self._ended:
            return False
        held = len(self._buffer) - self._position
        if held > RECORD_LIMIT:
            raise UnusableInput(
                "record_too_large", Where(file=self._file, line=self.line), limit=RECORD_LIMIT
            )
        line, column = self._place(self._position)
        more = self._stream.read(max(CHUNK, held))
        self._lines, self._before = line - 1, column - 1
        self._buffer = self._buffer[self._position :] + more
        self._position = 0
        self._counted = (0, 0)
        self._ended = not more
        return bool(more)

    def _place(self, position: int) -> tuple[int, int]:
        """Line and column of a position; lines are counted on from where they were counted last."""
        since, lines = self._counted if self._counted[0] <= position else (0, 0)
        lines += self._buffer.count("\n", since, position)
        self._counted = (position, lines)
        if lines:
            return self._lines + lines + 1, position - self._buffer.rfind("\n", 0, position)
        return self._lines + 1, self._before + position + 1

    def _fault(self, position: int, reason: str) -> UnusableInput:
        line, column = self._place(position)
        where = Where(file=self._file, line=line, column=str(column))
        if position >= len(self._buffer.rstrip()) or reason.startswith("Unterminated string"):
            return UnusableInput("json_cut_off", where)
        return UnusableInput("json_malformed", where, reason=reason)


def _refuse_constant(name: str) -> Any:
    message = f"{name} is no JSON"
    raise ValueError(message)


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def _without_lone_surrogates(value: Any) -> Any:
    """Half a letter cannot be written again: it becomes U+FFFD, which the quality findings report."""
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_lone_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_LONE.sub("\ufffd", key): _without_lone_surrogates(item) for key, item in value.items()}
    return value


def _depth(value: Any) -> int:
    """How many levels of lists and objects a value has, counted level by level."""
    level, depth = [value], 0
    while level := [one for one in level if isinstance(one, (dict, list))]:
        level = [inner for one in level for inner in (one.values() if isinstance(one, dict) else one)]
        depth += 1
    return depth
