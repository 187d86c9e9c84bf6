import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

pytest.importorskip("sklearn", reason="scikit-learn is not installed (make setup-all)")

from waarborg.assessment.second_reader import readers
from waarborg.assessment.second_reader.weights import Answers, Weights
from waarborg.jobs.second_reader.__main__ import main
from waarborg.jobs.second_reader.fitting import fit
from waarborg.jobs.second_reader.passages import Passage, read_passages
from waarborg.jobs.second_reader.turns import in_turns, turned

ROOT = Path(__file__).parent.parent.parent.parent
PASSAGES = ROOT / "data" / "passages" / "nl.jsonl"
SAYS = {
    "present": "Elk kwartaal meten wij de uitkomsten en stellen het model bij, nummer {}.",
    "absent": "Niemand volgt de uitkomsten van het model sinds de start ervan, nummer {}.",
    "not_stated": "De brief gaat per post naar het adres van de aanvrager, nummer {}.",
}
NAMES = ["monitoring", "risk_management", "human_intervention"]
RUN = 8
"""Words in a row that are no coincidence."""


def _file(folder: Path) -> Path:
    """Three writers, each with three kinds of passage on three safeguards, and one passage on nothing."""
    lines: list[dict[str, object]] = [
        {"writer": writer, "safeguard": name, "says": says, "texts": {"risks": text.format(writer)}}
        for writer in (1, 2, 3)
        for name in NAMES
        for says, text in SAYS.items()
    ]
    lines.append(
        {"writer": 4, "safeguard": "", "says": "not_stated", "texts": {"goal": "Doel van de brief."}}
    )
    folder.mkdir(exist_ok=True)
    (folder / "nl.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return folder / "nl.jsonl"


def test_a_passage_that_says_nothing_of_its_own_safeguard_says_nothing_of_the_others(tmp_path: Path) -> None:
    answers = readers.statement_answers()
    passages = read_passages(_file(tmp_path), answers)
    told = {each.says: each.answers for each in passages if each.safeguard == "monitoring"}
    assert told["present"] == {"safeguard.monitoring": "present"}
    assert told["not_stated"] == dict.fromkeys(answers.mark_weight, "not_stated")


def test_each_writer_is_judged_once_by_what_the_others_taught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taught: list[set[int]] = []

    def watched(lessons: Sequence[Passage], answers: Answers) -> Weights:
        taught.append({each.writer for each in lessons})
        return fit(lessons, answers)

    monkeypatch.setattr("waarborg.jobs.second_reader.turns.fit", watched)
    turns = in_turns(read_passages(_file(tmp_path), readers.statement_answers()), "nl")
    assert [(each.key, each.count) for each in turns.both] == [(name, 9) for name in NAMES]
    assert [(each.key, each.count) for each in turns.rules] == [(name, 9) for name in NAMES]
    assert taught == [{2, 3, 4}, {1, 3, 4}, {1, 2, 4}]
    assert turned(turns).splitlines()[2].startswith("| monitoring | 9 | ")


def test_training_on_passages_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        folder = _file(tmp_path / name).parent
        args = ["train-statements", str(folder), "--out", str(folder / "out")]
        result = CliRunner().invoke(main, args)
        assert result.exit_code == 0, result.output
        made.append((tmp_path / name / "out" / "nl.json").read_bytes())
    assert made[0] == made[1]


@pytest.mark.shared_data
def test_no_passage_holds_a_sentence_of_a_register(shared_data: Path) -> None:
    """Eight words in a row that stand in a register are a sentence of somebody else."""
    registers = sorted((shared_data / "registers" / "nl").glob("*.json"))
    published = {run for path in registers for run in _runs(path.read_text(encoding="utf-8"))}
    passages = [json.loads(line) for line in PASSAGES.read_text(encoding="utf-8").splitlines()]
    assert len(passages) > 1000
    taken = [
        run for each in passages for text in each["texts"].values() for run in _runs(text) if run in published
    ]
    assert taken == []


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower().replace("\\n", " ").replace("\\r", " "))
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
