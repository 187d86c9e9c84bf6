"""The part file: the pages read so far, kept beside the output so that a cut fetch can go on.

One JSON document a line: first what was asked and when, then a page a line. A last line that was cut while it
was written is dropped. Only the ids are held in memory.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from waarborg.values.finding import UnusableInput, Where

_MARK = "waarborg-register-part"


@frozen(kw_only=True)
class Asked:
    """What a part file belongs to: the address, the page size, the round, when it began.

    ``before`` is the fingerprint of the ids of the round before, empty in the first.
    """

    address: str
    limit: int
    began: datetime
    round: int = 1
    before: str = ""

    def goes_on(self, other: "Asked", hours: float) -> bool:
        """Whether ``other``, asked earlier, is the same question and fresh enough to go on with."""
        same = (self.address, self.limit) == (other.address, other.limit)
        return same and timedelta() <= self.began - other.began <= timedelta(hours=hours)


@define
class PartFile:
    """The pages of one round, on disk; ``ids`` in order of arrival, ``totals`` as each page said."""

    path: Path
    asked: Asked
    id_key: str
    pages: int = 0
    ids: dict[str, None] = field(factory=dict)
    totals: list[int] = field(factory=list)
    repeated: int = 0
    ended: bool = False

    @classmethod
    def opened(cls, path: Path, asked: Asked, id_key: str, hours: float) -> "PartFile":
        """Go on with the part file that stands there, or begin one.

        Raises:
            UnusableInput: ``part_file_of_another`` when the file is no part file, ``output_not_writable``.
        """
        found = _header(path)
        if found is None or not asked.goes_on(found, hours):
            return cls.begun(path, asked, id_key)
        part = cls(path, found, id_key)
        part._take_up()
        return part

    @classmethod
    def begun(cls, path: Path, asked: Asked, id_key: str) -> "PartFile":
        """Begin a round: whatever part file stood there is left behind."""
        header = {
            "kind": _MARK,
            "address": asked.address,
            "limit": asked.limit,
            "began": asked.began.isoformat(),
            "round": asked.round,
            "before": asked.before,
        }
        _put(path, "wb", header)
        return cls(path, asked, id_key)

    @property
    def fingerprint(self) -> str:
        """Digits that two rounds with the same ids share."""
        return hashlib.sha256("\n".join(sorted(self.ids)).encode(errors="replace")).hexdigest()

    @property
    def steady(self) -> bool:
        """Whether the register stood still: one total on every page, and as many ids, none twice."""
        return set(self.totals) == {len(self.ids)} and not self.repeated

    def add(self, total: int, results: Sequence[dict[str, Any]]) -> None:
        """Keep a page."""
        _put(self.path, "ab", {"total_count": total, "results": results})
        self._count(total, results)

    def entries(self) -> Iterator[dict[str, Any]]:
        """Every entry once, page by page from disk; of two with one id the first."""
        seen: set[str] = set()
        for page, _ in self._lines():
            for entry in page["results"]:
                if str(entry[self.id_key]) not in seen:
                    seen.add(str(entry[self.id_key]))
                    yield entry

    def _count(self, total: int, results: Sequence[dict[str, Any]]) -> None:
        """A page that is empty, or holds nothing new, is the last."""
        ids = [str(entry[self.id_key]) for entry in results]
        known = len(self.ids)
        self.ids.update(dict.fromkeys(ids))
        self.repeated += known + len(ids) - len(self.ids)
        self.totals.append(total)
        self.pages += 1
        self.ended = len(self.ids) == known

    def _take_up(self) -> None:
        end = None
        for page, position in self._lines():
            self._count(page["total_count"], page["results"])
            end = position
        with self.path.open("r+b") as stream:
            stream.readline()
            stream.truncate(end if end is not None else stream.tell())

    def _lines(self) -> Iterator[tuple[dict[str, Any], int]]:
        """The whole pages, each with the place in the file where it ends."""
        with self.path.open("rb") as stream:
            position = len(stream.readline())
            for line in stream:
                position += len(line)
                page = _whole(line)
                if page is None or not _is_page(page, self.id_key):
                    return
                yield page, position


def _put(path: Path, mode: str, document: dict[str, Any]) -> None:
    """Write one line; half letters stay the escapes they were."""
    line = json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
    try:
        with path.open(mode) as stream:
            stream.write(line.encode(errors="backslashreplace"))
    except OSError as error:
        raise UnusableInput(
            "output_not_writable", Where(file=str(path)), reason=error.strerror or ""
        ) from None


def _whole(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line) if line.endswith(b"\n") else None
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _is_page(found: dict[str, Any], id_key: str) -> bool:
    results = found.get("results")
    return (
        isinstance(found.get("total_count"), int)
        and isinstance(results, list)
        and all(isinstance(entry, dict) and id_key in entry for entry in results)
    )


def _header(path: Path) -> Asked | None:
    """What the file that stands there was asked for; None when there is none."""
    try:
        with path.open("rb") as stream:
            found = _whole(stream.readline(1 << 16)) or {}
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnusableInput(
            "output_not_writable", Where(file=str(path)), reason=error.strerror or ""
        ) from None
    try:
        if found.pop("kind") == _MARK:
            return Asked(**found | {"began": datetime.fromisoformat(found["began"])})
    except (KeyError, TypeError, ValueError):
        pass
    raise UnusableInput("part_file_of_another", Where(file=str(path)))
