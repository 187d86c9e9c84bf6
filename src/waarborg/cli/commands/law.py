"""``waarborg law``: the catalogues of what is asked, and how far each rule was read."""

import shutil
import sys
import textwrap
from enum import IntEnum
from typing import Any

import attrs
import click

from waarborg import law
from waarborg.cli.door import UNUSABLE, emit_json, language, tell
from waarborg.wording import phrase
from waarborg.wording.law_sheet import sheet, title_of
from waarborg.wording.law_words import status_words


@click.group(name="law")
def command() -> None:
    """What the law asks: safeguards, norms, impact rules, instruments and bodies, with their sources.

    Example: waarborg law show human_intervention
    """


@command.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def list_all(as_json: bool) -> None:
    """List every entry of every catalogue by its id.

    Example: waarborg --lang en law list
    """
    if as_json:
        emit_json({part.code: _listed(part) for part in law.parts()})
        return
    for part in law.parts():
        _list_part(part)


@command.command()
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def show(id_: str, as_json: bool) -> None:
    """Show one entry whole: what it says, where it stands, how far it was read, what is not certain.

    ID is that of a safeguard, norm, impact rule, right, instrument, rule of procedure, body or kind of
    organisation, as `waarborg law list` gives it.

    Example: waarborg law show AWB-4:8 --json
    """
    found = law.look_up(id_)
    if found is None:
        _say_unknown(id_)
    elif as_json:
        emit_json(_as_data(found))
    else:
        _print(found)


def _say_unknown(id_: str) -> None:
    near = law.alike(id_)
    if near:
        tell("law.unknown_id", id=id_, near=", ".join(near))
    else:
        tell("law.unknown_id_nothing_near", id=id_)
    click.get_current_context().exit(UNUSABLE)


def _listed(part: law.Part) -> dict[str, Any]:
    titles = [
        {"id": id_, "name": {"nl": title_of(item, "nl"), "en": title_of(item, "en")}}
        for id_, item in part.items.items()
    ]
    return {"version": part.version, "items": titles}


def _as_data(found: law.Found) -> dict[str, Any]:
    """The entry as it stands in its catalogue; a safeguard brings its norms along whole."""
    data = attrs.asdict(found.item, value_serializer=_plain)
    more = {}
    if isinstance(found.item, law.Safeguard | law.OutsideNorms):
        norms = (law.norms()[norm] for norm in found.item.norms)
        more["norm_records"] = [attrs.asdict(norm, value_serializer=_plain) for norm in norms]
    return {"catalogue": found.part.code, "version": found.part.version, "id": found.id, **data, **more}


def _plain(_: Any, __: Any, value: Any) -> Any:
    """A grade by its code, as everywhere in the data; ``emit_json`` knows the rest."""
    return value.name.lower() if isinstance(value, IntEnum) else value


def _list_part(part: law.Part) -> None:
    heading = phrase(f"law.part.{part.code}", language())
    click.secho(f"{heading} ({phrase('law.version', language(), version=part.version)})", bold=True)
    width = max(len(id_) for id_ in part.items)
    for id_, item in part.items.items():
        _wrapped(f"  {id_:{width}}  {_title(item)}", width + 4)
    click.echo()


def _title(item: law.Item) -> str:
    """The title; a rule says what it asks and, where its text was not read whole, how far it was."""
    title = title_of(item, language())
    if not isinstance(item, law.LegalRule):
        return title
    told = f"{title}: {item.statement.said(language())}"
    verification = item.verification
    if verification.status is law.VerificationStatus.TEXT and not verification.gaps:
        return told
    gaps = [gap.said(language()) for gap in verification.gaps]
    return f"{told} [{'; '.join((status_words(verification.status, language()), *gaps))}]"


def _print(found: law.Found) -> None:
    shown = sheet(found.id, found.item, language())
    click.secho(shown.title, bold=True)
    for label, lines in shown.rows:
        click.secho(label, bold=True)
        for line in lines:
            depth = len(line) - len(line.lstrip()) + 2
            _wrapped(" " * depth + line.lstrip(), depth + 2)


def _wrapped(line: str, indent: int) -> None:
    """Print one line, wrapped between words on a screen and whole in a file, so that nothing is cut off."""
    if not sys.stdout.isatty():
        click.echo(line)
        return
    width = max(shutil.get_terminal_size().columns, indent + 20)
    wrapper = textwrap.TextWrapper(
        width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )
    click.echo(wrapper.fill(line))
