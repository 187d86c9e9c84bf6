"""What `make train` and `make quality` run: `python -m waarborg.jobs.second_reader train` and `quality`."""

import datetime as dt
from pathlib import Path

import click

from waarborg.assessment import rule_book
from waarborg.assessment.second_reader import reading
from waarborg.assessment.second_reader.weights import as_json
from waarborg.jobs.second_reader.crossing import cross
from waarborg.jobs.second_reader.examples import Example, read_examples
from waarborg.jobs.second_reader.fitting import fit
from waarborg.jobs.second_reader.report import crossed, stated
from waarborg.sources.writing import write_whole

_WEIGHTS = Path(reading.__file__).with_name("weights.json")
_FILE = click.Path(path_type=Path, exists=True)
_BEGIN, _END = "<!-- made by make quality -->\n", "<!-- end -->"
_DIVISIONS = 5
_BESIDE = click.option(
    "--beside",
    type=_FILE,
    help="Coded entries to learn from and not measure on: the rules were written from them.",
)


@click.group()
def main() -> None:
    """Teach the second reader, or measure it."""


@main.command()
@click.argument("coded", type=_FILE)
@click.argument("registers", type=_FILE)
@_BESIDE
@click.option("--out", type=click.Path(path_type=Path), default=_WEIGHTS)
def train(coded: Path, registers: Path, beside: Path | None, out: Path) -> None:
    """Learn from CODED with the texts in REGISTERS, and write what was learned."""
    examples, others = _examples(coded, registers, beside)
    weights = fit([*examples, *others], reading.answers())
    with write_whole(out) as stream:
        stream.write(as_json(weights))
    click.echo(f"{out}: {len(weights.pieces)} pieces, {out.stat().st_size} bytes")


@main.command()
@click.argument("coded", type=_FILE)
@click.argument("registers", type=_FILE)
@_BESIDE
@click.option("--write", type=_FILE, help="The page whose marked part is replaced by the table.")
def quality(coded: Path, registers: Path, beside: Path | None, write: Path | None) -> None:
    """Measure rules, second reader and both by cross-validation on CODED, with the texts in REGISTERS."""
    examples, others = _examples(coded, registers, beside)
    crossings = [cross(examples, reading.answers(), seed, others) for seed in range(_DIVISIONS)]
    version, today = rule_book().version, dt.datetime.now(dt.UTC).date()
    head = f"Measured on {today}, rules {version}, {len(examples)} entries, mean of {_DIVISIONS} divisions"
    tables = f"{crossed(crossings)}\n\n{stated(crossings[0].rules)}"
    text = f"{head} (lowest to highest).\n\n{tables}\n"
    click.echo(text)
    if write:
        before, _, rest = write.read_text(encoding="utf-8").partition(_BEGIN)
        with write_whole(write) as stream:
            stream.write(before + _BEGIN + text + _END + rest.partition(_END)[2])


def _examples(
    coded: Path, registers: Path, beside: Path | None
) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    answers = reading.answers()
    return read_examples(coded, registers, answers), read_examples(
        beside, registers, answers
    ) if beside else ()


if __name__ == "__main__":
    main()
