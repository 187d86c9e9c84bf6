"""`waarborg case fetch`: open data of the Chambers from its web address, politely, into a file."""

from pathlib import Path

import click

from waarborg import __version__
from waarborg.cli.door import progress, tell
from waarborg.procedure.opendata import take
from waarborg.register.live import live_settings
from waarborg.sources.fetching import Fetcher
from waarborg.sources.writing import write_whole


@click.command()
@click.argument("address")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Where the answer is written.")
def fetch(address: str, out: Path) -> None:
    """Fetch what stands at ADDRESS and write it as `case gather` reads it; pages of an OData list together.

    One question at a time, with a pause; what may pass is asked again. Nothing is written when it fails.

    Example: waarborg case fetch https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Toezegging --out tz.json
    """
    fetcher = Fetcher(live_settings().manners, f"Waarborg/{__version__} (case fetch)")
    with progress("case.fetching") as done:
        taken = take(address, fetcher.get, done)
    with write_whole(out) as stream:
        stream.buffer.write(taken.content)
    tell("case.fetched", path=out, pages=taken.pages)
