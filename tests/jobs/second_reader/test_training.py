import json
from pathlib import Path

import pytest
from click.testing import CliRunner

pytest.importorskip("sklearn", reason="scikit-learn is not installed (make setup-all)")

from scipy import sparse
from sklearn.linear_model import LogisticRegression

from waarborg.assessment import rule_book
from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.second_reader import SecondReader, readers
from waarborg.assessment.second_reader.weights import Weights, as_json, load_weights
from waarborg.jobs.coded import Coded
from waarborg.jobs.second_reader.__main__ import main
from waarborg.jobs.second_reader.examples import Example, example, read_examples
from waarborg.jobs.second_reader.fitting import fit, vectorizer
from waarborg.jobs.second_reader.passages import read_passages
from waarborg.values.entry import Entry

ROOT = Path(__file__).parent.parent.parent.parent
GOALS = {
    "selects": "Het model selecteert welke {} worden gecontroleerd op fraude met een uitkering.",
    "recommends": "Het systeem toetst de aanvraag van {} voor een vergunning en geeft de ambtenaar advies.",
    "supports": "De software anonimiseert documenten voordat {} ze kunnen lezen op de website.",
}
WHO = ("inwoners", "bedrijven", "ouders", "studenten", "aanvragers")


def _goals() -> list[tuple[str, str, str]]:
    """An id, a role and a text, five of each role."""
    told = [(role, goal.format(who)) for role, goal in GOALS.items() for who in WHO]
    return [(str(at), role, goal) for at, (role, goal) in enumerate(told)]


def _answers(role: str, at: int) -> dict[str, str]:
    level = "not_high" if role == "supports" else "high"
    subject = "none" if role == "supports" else ("person", "organisation")[at % 2]
    return {"role": role, "subject": subject, "impact": level}


def _examples() -> list[Example]:
    made = []
    for id_, role, goal in _goals():
        letters = frozenset({"selects": "c", "recommends": "b"}.get(role, ""))
        entry = Entry(
            register="nl", source_id=id_, name="Proef", organisation=f"Huis {id_}", texts={"goal": goal}
        )
        coded = Coded(id_, "listing", id_, _answers(role, int(id_)), letters)
        made.append(example(entry, coded, readers.answers()))
    return made


def _files(folder: Path, *, turned: bool = False) -> tuple[Path, Path]:
    """A listing and its coding on disk; ``turned``: the coding in the opposite order."""
    folder.mkdir()
    records = [
        {"id": id_, "title": "Proef", "organisatie": f"Gemeente {id_}", "status": "in_gebruik", "doel": goal,
         "juridische_basis": "", "geregistreerd": "2026-01-01", "toegevoegd": "2026-01-02",
         "url": "https://voorbeeld.invalid", "impactassessment": ""}
        for id_, _, goal in _goals()
    ]  # fmt: skip
    (folder / "listing.json").write_text(json.dumps({"algoritmes": records, "count": len(records)}))
    lines = [
        json.dumps(
            {"id": id_, "source": "listing", **_answers(role, int(id_))} | {"criteria": _letters(role)}
        )
        for id_, role, _ in _goals()
    ]
    (folder / "coded.jsonl").write_text("\n".join(reversed(lines) if turned else lines))
    return folder / "coded.jsonl", folder


def _letters(role: str) -> list[str]:
    return list({"selects": "c", "recommends": "b"}.get(role, ""))


def _train(out: Path, coded: Path, registers: Path) -> bytes:
    result = CliRunner().invoke(main, ["train", str(coded), str(registers), "--out", str(out)])
    assert result.exit_code == 0, result.output
    return (out / "nl.json").read_bytes()


def test_reading_gives_the_chances_that_scikit_learn_gives(tmp_path: Path) -> None:
    examples, answers = _examples(), readers.answers()
    (tmp_path / "weights.json").write_text(as_json(fit(examples, answers)), encoding="utf-8")
    reader = SecondReader(answers, load_weights(tmp_path / "weights.json"))
    names = sorted(reader.weights.marks)
    marks = sparse.csr_matrix([[float(name in each.marks) for name in names] for each in examples])
    told = vectorizer(answers).fit_transform(examples)
    weigh = sparse.diags([answers.weight("role", name) for name in names])
    features = sparse.hstack([told, marks @ weigh]).tocsr()
    model = LogisticRegression(C=5.0, max_iter=5000, class_weight="balanced")
    model.fit(features, [each.answers["role"] for each in examples])
    for each, chances in zip(examples, model.predict_proba(features), strict=True):
        found = reader.read(Marks(rule_book(), each.entry.texts)).chances("role")
        assert found == {
            name: pytest.approx(chance, abs=0.005)
            for name, chance in zip(model.classes_, chances, strict=True)
        }


def test_training_twice_gives_the_same_bytes_in_whatever_order_the_entries_come(tmp_path: Path) -> None:
    first = _train(tmp_path / "one", *_files(tmp_path / "one"))
    assert _train(tmp_path / "two", *_files(tmp_path / "two", turned=True)) == first


def test_a_piece_in_too_few_entries_is_not_learned() -> None:
    answers = readers.answers()
    examples = _examples()
    for piece in fit(examples, answers).pieces:
        assert sum(piece in each.pieces for each in examples) >= answers.least_entries


def test_what_is_unclear_is_not_learned_from() -> None:
    entry = Entry(register="nl", source_id="1", name="Proef", organisation="Huis", texts={"goal": "Proef."})
    coded = Coded("1", "listing", "1", {"role": "unclear", "impact": "high"})
    assert example(entry, coded, readers.answers()).answers == {"impact": "high"}


@pytest.mark.shared_data
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_weights_of_the_package_are_those_that_the_coded_entries_give(
    shared_data: Path, language: str
) -> None:
    coded = (ROOT / "data" / "coded" / "entries.jsonl", shared_data / "gold" / "register-entries.jsonl")
    answers, registers = readers.answers(), shared_data / "registers"
    examples = [each for file in coded for each in read_examples(file, registers, answers)]
    made = fit([each for each in examples if each.entry.language == language], answers)
    assert_alike(made, readers.second_reader(language).weights)


def test_the_weights_for_sentences_are_those_that_the_passages_give() -> None:
    answers = readers.statement_answers()
    made = fit(read_passages(ROOT / "data" / "passages" / "nl.jsonl", answers), answers)
    assert_alike(made, readers.statement_reader().weights)


def assert_alike(made: Weights, kept: Weights) -> None:
    assert made.labels == kept.labels
    assert made.pieces.keys() == kept.pieces.keys()
    assert made.marks.keys() == kept.marks.keys()
    assert made.start == pytest.approx(kept.start, abs=0.01)
    assert all(row == pytest.approx(kept.marks[name], abs=0.01) for name, row in made.marks.items())
    assert all(row == pytest.approx(kept.pieces[name], abs=0.01) for name, row in made.pieces.items())


@pytest.mark.shared_data
def test_no_entry_kept_for_a_check_is_learned_from(shared_data: Path) -> None:
    lines = (shared_data / "gold" / "reserved.txt").read_text(encoding="utf-8").splitlines()
    kept = {tuple(line.split("\t")[:2]) for line in lines if line and not line.startswith("#")}
    checked = (shared_data / "gold" / "register-entries.jsonl").read_text(encoding="utf-8").splitlines()
    kept |= {(each["source"], str(each["id"])) for each in map(json.loads, checked)}
    coded = (ROOT / "data" / "coded" / "entries.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(kept) > 100
    assert not kept & {(each["source"], str(each["id"])) for each in map(json.loads, coded)}
