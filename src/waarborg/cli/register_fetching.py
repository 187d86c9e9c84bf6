"""`waarborg register fetch`: the live register, pulled through its public endpoints."""

from datetime import UTC, datetime
from pathlib import Path

import click
from attrs import evolve

from waarborg import __version__
from waarborg.cli.door import progress, tell
from waarborg.register.live import Fetched, fetch_register, live_settings
from waarborg.register.live.fetching import part_path
from waarborg.sources.fetching import Fetcher, check_address

_SETTINGS = live_settings()
_REGISTER, _MANNERS = _SETTINGS.register, _SETTINGS.manners


@click.command()
@click.argument("register", type=click.Choice([_REGISTER.id]))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Where the register is written.")
@click.option(
    "--language",
    "spoken",
    type=click.Choice(_REGISTER.languages),
    default=_REGISTER.languages[0],
    show_default=True,
    help="The register's language.",
)
@click.option("--base-url", default=_REGISTER.base, show_default=True, help="Address of the endpoints.")
@click.option("--pause", type=click.FloatRange(0), default=_MANNERS.pause, show_default=True,
              help="Seconds between two questions.")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(0, min_open=True), default=_MANNERS.silence,
              show_default=True, help="Longest silence of the server, in seconds.")  # fmt: skip
@click.option("--retries", type=click.IntRange(0), default=_MANNERS.again, show_default=True,
              help="How often a question that failed is asked again.")  # fmt: skip
def fetch(  # noqa: PLR0913, PLR0917  one parameter an option
    register: str,  # noqa: ARG001  there is one so far
    out: Path,
    spoken: str,
    base_url: str,
    pause: float,
    timeout: float,
    retries: int,
) -> None:
    """Fetch the live register and write it as JSON that `register read` reads.

    A fetch that is cut off goes on where it was when the command is given again.

    Example: waarborg register fetch nl --out register.json
    """
    check_address(base_url)
    address = _REGISTER.address(base_url, spoken)
    manners = evolve(_MANNERS, pause=pause, silence=timeout, again=retries)
    fetcher = Fetcher(manners, f"Waarborg/{__version__} (register fetch)")
    try:
        with progress("register.fetching") as done:
            now = datetime.now(UTC)
            fetched = fetch_register(out, _REGISTER, fetcher, address=address, now=now, progress=done)
    except BaseException:
        if part_path(out).exists():
            tell("register.part_kept", path=part_path(out))
        raise
    _tell(fetched, out)


def _tell(fetched: Fetched, out: Path) -> None:
    if fetched.resumed:
        tell("register.fetch_resumed", pages=fetched.resumed)
    tell("register.fetched", entries=fetched.entries, path=out)
    if not fetched.settled:
        tell("register.fetch_unsettled", rounds=fetched.rounds)
    if fetched.said != fetched.entries:
        tell("register.fetch_count_differs", said=fetched.said, entries=fetched.entries)
