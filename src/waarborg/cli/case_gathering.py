"""`waarborg case gather`: open data of the Chambers, merged by number into one case file."""

from datetime import date, datetime
from pathlib import Path

import click

from waarborg.cli.door import ERRORS_FOUND, emit_json, language, tell
from waarborg.procedure.case import case_text
from waarborg.procedure.opendata import OpenData, case_of, merge, read
from waarborg.sources.writing import write_whole
from waarborg.values.case import Case
from waarborg.values.finding import Finding, Severity
from waarborg.wording import phrase, say


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--number", required=True, help="The number of the dossier, such as CXLVII.")
@click.option("--chamber", type=click.Choice(["EK", "TK", "council"]), help="Whose dossier it is.")
@click.option("--read-on", type=click.DateTime(["%Y-%m-%d"]), help="The day the data was taken; else today.")
@click.option("--out", type=click.Path(path_type=Path), help="Where the case file is written; else stdout.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def gather(
    files: tuple[Path, ...],
    number: str,
    chamber: str | None,
    read_on: datetime | None,
    out: Path | None,
    *,
    as_json: bool,
) -> None:
    """Read open data FILES and merge them by number into a case file.

    OData JSON of the Tweede Kamer (Toezegging, Zaak, Besluit, Document), SRU records of the official
    publications (XML), key data of pages of the Eerste Kamer (HTML or JSON). Of what has one number the first
    value counts; where files differ, that is said. Exit code 1 when errors were found in the data.

    Example: waarborg case gather toezeggingen.json page.html --number CXLVII --chamber EK --out case.yaml
    """
    merged = merge(read(path) for path in files)
    taken = read_on.date() if read_on else date.today()  # noqa: DTZ011  a day of the calendar here
    case = case_of(merged, number, chamber, read_on=taken)
    if out:
        own = next((path for path in files if out.exists() and out.samefile(path)), None)
        with write_whole(out, never=own) as stream:
            stream.write(case_text(case))
        tell("case.gathered", path=out, instruments=len(case.instruments), papers=len(case.papers))
    if as_json:
        emit_json(_summary(merged, case))
    elif not out:
        click.echo(case_text(case), nl=False)
    for finding in merged.findings:
        click.echo(say(finding, language()), err=True)
    _say_left_out(merged, case)
    if any(finding.severity is Severity.ERROR for finding in merged.findings):
        click.get_current_context().exit(ERRORS_FOUND)


def _summary(merged: OpenData, case: Case) -> dict[str, object]:
    return {
        "format": merged.format,
        "instruments": [item.id for item in case.instruments],
        "papers": [paper.id for paper in case.papers],
        "parties": [party.id for party in case.parties],
        "left_out": len(merged.instruments) - len(case.instruments),
        "findings": [_plain(finding) for finding in merged.findings],
    }


def _plain(finding: Finding) -> dict[str, object]:
    params = {key: str(value) for key, value in finding.params.items()}
    where = finding.where
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": where.file,
        "row": where.row,
        "params": params,
    }


def _say_left_out(merged: OpenData, case: Case) -> None:
    if left := len(merged.instruments) - len(case.instruments):
        click.echo(phrase("case.left_out", language(), count=left), err=True)
