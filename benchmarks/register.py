"""Read a register of N entries, made of a listing with changed ids: time, entries a second, and peak memory.

Example: python benchmarks/register.py ../shared/data/registers/nl/listing-2026-08-08.json --entries 100000
"""

import argparse
import json
import random
import resource
import tempfile
import time
from pathlib import Path

from waarborg.register import stream_register


def multiplied(source: Path, target: Path, entries: int, *, distinct: bool) -> None:
    """Write ``entries`` entries of ``source``, over and over, each with an id of its own.

    With ``distinct`` every goal gets its words in an order of its own, so that no text is a copy.
    """
    records = json.loads(source.read_text(encoding="utf-8"))["algoritmes"]
    with target.open("w", encoding="utf-8") as stream:
        stream.write('{"algoritmes": [')
        for number in range(entries):
            record = records[number % len(records)] | {"id": str(10_000_000 + number)}
            if distinct:
                words = record["doel"].split()
                random.Random(number).shuffle(words)  # noqa: S311  no secret
                record["doel"] = " ".join(words)
            stream.write("," * bool(number) + json.dumps(record, ensure_ascii=False))
        stream.write("]}")


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("listing", type=Path)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--distinct", action="store_true", help="no text is a copy of another")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.json"
        multiplied(arguments.listing, path, arguments.entries, distinct=arguments.distinct)
        size = path.stat().st_size / 1e6
        start = time.perf_counter()
        entries = sum(1 for _ in stream_register(path))
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{entries} entries, {size:.0f} MB: {seconds:.1f} s, {entries / seconds:.0f}/s, peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
