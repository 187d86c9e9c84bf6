"""What `make train` and `make quality` run: `python -m waarborg.jobs.second_reader` with a command."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import click

from waarborg.assessment import rule_book
from waarborg.assessment.second_reader import readers
from waarborg.assessment.second_reader.weights import Answers, as_json
from waarborg.jobs.second_reader.crossing import cross
from waarborg.jobs.second_reader.examples import Example, read_examples
from waarborg.jobs.second_reader.fitting import Lesson, fit
from waarborg.jobs.second_reader.passages import read_passages
from waarborg.jobs.second_reader.report import crossed, stated
from waarborg.jobs.second_reader.turns import in_turns, turned
from waarborg.sources.writing import write_whole

_LEARNED = Path(readers.__file__).with_name("learned")
_FILE = click.Path(path_type=Path, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_THERE = click.Path(path_type=Path, file_okay=False, exists=True)
_BEGIN, _END = "<!-- made by make quality -->\n", "<!-- end -->"
_DIVISIONS = 5
_LANGUAGES = {"en": "English", "nl": "Dutch"}
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
@click.option("--out", type=_FOLDER, default=_LEARNED / "entries")
def train(coded: Path, registers: Path, beside: Path | None, out: Path) -> None:
    """Learn from CODED with the texts in REGISTERS, and write what was learned, a file a language."""
    examples, others = _examples(coded, registers, beside)
    for language, each in _by_language([*examples, *others]):
        _learn(each, readers.answers(), out / f"{language}.json")


@main.command()
@click.argument("passages", type=_THERE)
@click.option("--out", type=_FOLDER, default=_LEARNED / "statements")
def train_statements(passages: Path, out: Path) -> None:
    """Learn from the files in PASSAGES, one a language, what sentences state, and write it."""
    answers = readers.statement_answers()
    for path in sorted(passages.glob("*.jsonl")):
        _learn(read_passages(path, answers), answers, out / f"{path.stem}.json")


@main.command()
@click.argument("coded", type=_FILE)
@click.argument("registers", type=_FILE)
@_BESIDE
@click.option("--passages", type=_THERE, help="The passages that the reading of sentences is learned from.")
@click.option("--write", type=_FILE, help="The page whose marked part is replaced by the table.")
def quality(
    coded: Path, registers: Path, beside: Path | None, passages: Path | None, write: Path | None
) -> None:
    """Measure rules, second reader and both by cross-validation on CODED, with the texts in REGISTERS."""
    examples, others = _examples(coded, registers, beside)
    head = f"Measured on {dt.datetime.now(dt.UTC).date()}, rules {rule_book().version}."
    parts = [head, *(_measured(language, each, others) for language, each in _by_language(examples))]
    if passages:
        parts += [_turned(path) for path in sorted(passages.glob("*.jsonl"))]
    text = "\n\n".join(parts) + "\n"
    click.echo(text)
    if write:
        before, _, rest = write.read_text(encoding="utf-8").partition(_BEGIN)
        with write_whole(write) as stream:
            stream.write(before + _BEGIN + text + _END + rest.partition(_END)[2])


def _measured(language: str, examples: list[Example], others: Iterable[Example]) -> str:
    beside = [each for each in others if each.entry.language == language]
    crossings = [cross(examples, readers.answers(), seed, beside) for seed in range(_DIVISIONS)]
    title = f"**{_LANGUAGES[language]}**, {len(examples)} entries, mean of {_DIVISIONS} divisions"
    return f"{title} (lowest to highest):\n\n{crossed(crossings)}\n\n{stated(crossings[0])}"


def _turned(path: Path) -> str:
    told = read_passages(path, readers.statement_answers())
    title = f"**Passages, {_LANGUAGES[path.stem]}**, each writer judged by what the others taught:"
    return f"{title}\n\n{turned(in_turns(told, path.stem))}"


def _learn(lessons: Iterable[Lesson], answers: Answers, path: Path) -> None:
    lessons = tuple(lessons)
    weights = fit(lessons, answers)
    path.parent.mkdir(parents=True, exist_ok=True)
    with write_whole(path) as stream:
        stream.write(as_json(weights))
    click.echo(f"{path}: {len(lessons)} read, {len(weights.pieces)} pieces, {path.stat().st_size} bytes")


def _by_language(examples: Iterable[Example]) -> list[tuple[str, list[Example]]]:
    ordered = sorted(examples, key=lambda each: each.entry.language)
    return [(language, list(each)) for language, each in groupby(ordered, lambda each: each.entry.language)]


def _examples(
    coded: Path, registers: Path, beside: Path | None
) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    answers = readers.answers()
    return read_examples(coded, registers, answers), read_examples(
        beside, registers, answers
    ) if beside else ()


if __name__ == "__main__":
    main()
