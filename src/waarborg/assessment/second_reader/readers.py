"""The readers that come with the package: one for entries and one for sentences, in each language learned."""

from functools import cache
from pathlib import Path

from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.second_reader.reading import Reading, SecondReader
from waarborg.assessment.second_reader.weights import Answers, Weights, load_answers, load_weights

_FOLDER = Path(__file__).parent


@cache
def answers() -> Answers:
    """What the second reader may answer, as it comes with the package."""
    return load_answers(_FOLDER / "answers.yaml")


@cache
def statement_answers() -> Answers:
    """What the second reader may say of safeguards, as it comes with the package."""
    return load_answers(_FOLDER / "statements.yaml")


@cache
def statement_reader(language: str = "nl") -> SecondReader:
    """The reader of what sentences in ``language`` state on safeguards; silent where there is none."""
    return _learned(statement_answers(), "statements", language)


@cache
def second_reader(language: str = "nl") -> SecondReader:
    """The second reader of entries in ``language``, as it comes with the package; else silent."""
    return _learned(answers(), "entries", language)


def read(marks: Marks, language: str) -> Reading:
    """Read by the reader of ``language``; by another that knows enough of the words where that one does not.

    A register may say that an entry is in English when only its labels are.
    """
    first = second_reader(language).read(marks)
    others = (second_reader(other).read(marks) for other in _files("entries") if other != language)
    return first if first.enough else next((each for each in others if each.enough), first)


@cache
def silent() -> SecondReader:
    """A second reader that learned nothing and answers nothing: the rules alone."""
    return SecondReader(answers(), Weights())


def _learned(answers: Answers, of: str, language: str) -> SecondReader:
    files = _files(of)
    weights = load_weights(files[language]) if language in files else Weights()
    return SecondReader(answers, weights, language)


@cache
def _files(of: str) -> dict[str, Path]:
    """What was learned, by language."""
    return {path.stem: path for path in sorted((_FOLDER / "learned" / of).glob("*.json"))}
