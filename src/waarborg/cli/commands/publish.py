"""``waarborg publish``: a dossier as a folder that proves itself."""

import datetime as dt
import getpass
from collections.abc import Sequence
from pathlib import Path

import attrs
import click

from waarborg.cli.door import ERRORS_FOUND, emit_json, language, progress, tell
from waarborg.publication.check import GROUNDS, Mark
from waarborg.values.finding import UnusableInput
from waarborg.wording import phrase

_PATH = click.Path(path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")


class DossierOrVerb(click.Group):
    """A group whose first word is a dossier, unless it is one of its commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command ``dossier`` before a dossier that is named at once."""
        known = {*self.commands, *ctx.help_option_names}
        return super().parse_args(ctx, args if not args or args[0] in known else ["dossier", *args])


@click.group(cls=DossierOrVerb)
def command() -> None:
    """Publish a dossier as a folder that opens without a server, or prove such a folder unchanged.

    Example: waarborg publish CXLVII --out site; waarborg publish verify site
    """


@command.command()
@click.argument("dossier")
@click.option("--out", "folder", type=_PATH, required=True, help="The folder; empty, or published to before.")
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), help="As known on this day; else today.")
@click.option("--decided", type=_PATH, help="What you decided on the marks of the check (YAML).")
@click.option("--style", type=_PATH, help="A house style for the papers (YAML).")
@click.option("--db", type=_PATH, help="The record; else WAARBORG_DB, else your own data folder.")
@_JSON
def dossier(  # noqa: PLR0913  the options of the command
    dossier: str,
    folder: Path,
    on: dt.datetime | None,
    decided: Path | None,
    style: Path | None,
    db: Path | None,
    *,
    as_json: bool,
) -> None:
    """Write the public part of DOSSIER: pages, papers, data and a manifest with the SHA-256 of each file.

    Example: waarborg publish CXLVII --out site
    """
    from waarborg.workbench.start import prepare, start

    start(db, must_exist=True)
    prepare()
    from waarborg.publication.bundle import bundle_files, digest, manifest_bytes, published_in, still_open
    from waarborg.publication.check import read_decisions, redacted
    from waarborg.publication.papers.style import NEUTRAL, read_house_style
    from waarborg.workbench.queries.publication_of import contents_of, dossier_named
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.publishing import publish_dossier

    now = dt.datetime.now(dt.UTC)
    today = now.astimezone().date()
    day = on.date() if on else today
    if day > today:
        raise UnusableInput("publication_in_the_future", on=day, today=today)
    found = dossier_named(dossier)
    published_in(folder, found.slug)
    decisions = read_decisions(decided) if decided else ()
    contents = redacted(contents_of(found, day), decisions)
    with progress("bundle.progress", len(contents.papers)) as done:
        files = bundle_files(contents, read_house_style(style) if style else NEUTRAL, done)
    if open_marks := still_open(contents, files, decisions):
        _stop(open_marks, as_json=as_json)
    actor = operator(getpass.getuser())
    made, is_new = publish_dossier(actor=actor, dossier=found, files=files, folder=folder, on=day, now=now)
    sha256 = digest(manifest_bytes(made))
    if as_json:
        emit_json({"folder": str(folder), "new": is_new, "sha256": sha256, **attrs.asdict(made)})
    elif is_new:
        tell("bundle.published", dossier=found.number, folder=folder, files=len(made.files), sha256=sha256)
    else:
        tell("bundle.same", at=made.published_at, folder=folder, sha256=sha256)


def _stop(marks: Sequence[Mark], *, as_json: bool) -> None:
    """Say what somebody must decide on first, and leave without having written."""
    if as_json:
        emit_json({"ok": False, "marks": [attrs.asdict(mark) for mark in marks]})
    else:
        tell("check.stopped", count=len(marks))
        for mark in marks:
            kind = phrase(f"check.kind.{mark.kind}", language())
            tell("check.mark" if mark.place else "check.left", kind=kind, text=mark.text, place=mark.place)
        tell("check.how", grounds=", ".join(GROUNDS))
    click.get_current_context().exit(ERRORS_FOUND)


@command.command()
@click.argument("folder", type=_PATH)
@click.option("--sha256", "noted", default="", help="The SHA-256 of the manifest as you noted it elsewhere.")
@_JSON
@click.pass_context
def verify(context: click.Context, folder: Path, noted: str, *, as_json: bool) -> None:
    """Compare every file of FOLDER with its manifest; exit code 1 when something differs.

    Example: waarborg publish verify site --json
    """
    from waarborg.publication.bundle.verify import verify as prove

    found = prove(folder, noted=noted)
    if as_json:
        emit_json(attrs.asdict(found))
    elif found.ok:
        tell("bundle.verified", sha256=found.sha256)
    else:
        differing = {name: getattr(found, name) for name in ("changed", "missing", "extra")}
        tell("bundle.differs", count=sum(map(len, differing.values())))
        for name, paths in differing.items():
            for path in paths:
                tell(f"bundle.{name}", path=path)
    if not found.ok:
        context.exit(ERRORS_FOUND)
