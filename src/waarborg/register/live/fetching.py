"""Pulling a live register page by page, in rounds, until it stood still while it was read.

The pages are cut from a list that may change between two of them: an entry may then be missed or come twice.
A round counts as steady when every page says one total, as many entries came, and none came twice. One that
is not is read again; two rounds in a row with the same entries settle it too (the total is then wrong at the
source). After the last round what came is written, and told to be unsettled.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from waarborg.register.live.part_file import Asked, PartFile
from waarborg.register.live.settings import LiveRegister
from waarborg.sources.fetching import Fetcher
from waarborg.sources.writing import write_whole
from waarborg.values.finding import UnusableInput, Where

Progress = Callable[[int], object]


@frozen(kw_only=True)
class Fetched:
    """What came of a fetch.

    ``entries`` came and the register said ``said``; ``settled`` is false when the register kept changing;
    ``resumed`` counts the pages that an earlier, cut fetch had brought already.
    """

    entries: int
    said: int
    rounds: int
    settled: bool
    resumed: int


def part_path(out: Path) -> Path:
    """Where the pages stand until the register is whole."""
    return out.with_name(f"{out.name}.part")


def fetch_register(
    out: Path,
    live: LiveRegister,
    fetcher: Fetcher,
    *,
    address: str,
    now: datetime,
    progress: Progress | None = None,
) -> Fetched:
    """Pull the register at ``address`` and write it to ``out``, whole or not at all.

    ``now`` is the moment of asking, with its time zone. ``progress`` gets the number of entries. The part
    file beside ``out`` stays when a fetch is cut, and is taken up by the next.

    Raises:
        UnusableInput: what ``Fetcher.post_json`` raises, ``fetch_schema_changed``, ``fetch_nothing``,
            ``fetch_too_large``, ``part_file_of_another`` or ``output_not_writable``.
    """
    asked = Asked(address=address, limit=live.page_size, began=now)
    part = PartFile.opened(part_path(out), asked, live.id_key, live.resume_hours)
    resumed = part.pages
    while True:
        _read_round(part, live, fetcher, progress)
        settled = part.steady or part.fingerprint == part.asked.before
        if settled or part.asked.round >= live.rounds:
            break
        again = evolve(asked, round=part.asked.round + 1, before=part.fingerprint)
        part, resumed = PartFile.begun(part.path, again, live.id_key), 0
    _write(out, part)
    part.path.unlink()
    return Fetched(
        entries=len(part.ids),
        said=part.totals[-1],
        rounds=part.asked.round,
        settled=settled,
        resumed=resumed,
    )


def _read_round(part: PartFile, live: LiveRegister, fetcher: Fetcher, progress: Progress | None) -> None:
    """Ask page after page, until one is empty or holds nothing new."""
    while not part.ended:
        question = {"page": str(part.pages + 1), "limit": str(live.page_size)}
        answer = fetcher.post_json(part.asked.address, question)
        part.add(*_checked(answer, live, part))
        if part.path.stat().st_size > live.size_limit:
            raise UnusableInput("fetch_too_large", Where(file=part.asked.address), limit=live.size_limit)
        if progress:
            progress(len(part.ids))
    if not part.ids:
        part.path.unlink()
        raise UnusableInput("fetch_nothing", Where(file=part.asked.address))


def _checked(answer: Any, live: LiveRegister, part: PartFile) -> tuple[int, list[dict[str, Any]]]:
    """The total and the results of an answer that has the schema we know."""
    faults = list(_faults(answer, live))
    if faults:
        where = Where(file=part.asked.address)
        raise UnusableInput("fetch_schema_changed", where, page=part.pages + 1, lacking=faults[0])
    return answer["total_count"], answer["results"]


def _faults(answer: Any, live: LiveRegister) -> Iterator[str]:
    """What an answer lacks, by its path."""
    if not isinstance(answer, Mapping) or not isinstance(answer.get("results"), list):
        yield "results"
        return
    total = answer.get("total_count")
    if not isinstance(total, int) or isinstance(total, bool):
        yield "total_count"
    for number, entry in enumerate(answer["results"], 1):
        if not isinstance(entry, dict):
            yield f"results[{number}]"
            continue
        yield from (f"results[{number}].{key}" for key in live.keys if key not in entry)
        if not isinstance(entry.get(live.id_key), str | int) or entry[live.id_key] == "":
            yield f"results[{number}].{live.id_key}"


def _write(out: Path, part: PartFile) -> None:
    """The register as one JSON document: the entries as the source gave them, and what was asked when."""
    about = {"source_url": part.asked.address, "fetched_at": part.asked.began.isoformat()}
    with write_whole(out) as stream:
        stream.write(json.dumps(about, ensure_ascii=False)[:-1])
        stream.write(f', "total_count": {part.totals[-1]}, "results": [')
        for number, entry in enumerate(part.entries()):
            line = json.dumps(entry, ensure_ascii=False).encode(errors="backslashreplace").decode()
            stream.write(f"{',' * bool(number)}\n{line}")
        stream.write("\n]}\n")
