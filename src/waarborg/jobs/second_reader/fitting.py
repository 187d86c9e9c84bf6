"""Learning: logistic regression on the pieces of words and on the marks of the rules."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from waarborg.assessment.second_reader.weights import Answers, Weights

_STRICT = 5.0
"""The inverse of the penalty on large weights (C); 2 to 15 gave nearly the same figures."""


class Lesson(Protocol):
    """What is learned from: an entry or a passage, in pieces, with the marks found and the answers given."""

    @property
    def pieces(self) -> tuple[str, ...]:
        """The pieces in order."""

    @property
    def marks(self) -> frozenset[str]:
        """The marks of the rules that are found."""

    @property
    def answers(self) -> Mapping[str, str]:
        """The answers by key."""


def pieces_of(example: Lesson) -> tuple[str, ...]:
    """What the vectorizer takes: the pieces are made already."""
    return example.pieces


def vectorizer(answers: Answers) -> TfidfVectorizer:
    """How pieces are weighed before learning; the reading does the same by itself."""
    return TfidfVectorizer(analyzer=pieces_of, sublinear_tf=True, min_df=answers.least_entries)


def fit(examples: Sequence[Lesson], answers: Answers) -> Weights:
    """Learn every key from the examples that have an answer to it."""
    seen = vectorizer(answers)
    told = seen.fit_transform(examples)
    names = _mark_names(examples, answers)
    marks = sparse.csr_matrix([[float(name in each.marks) for name in names] for each in examples])
    width = told.shape[1]
    learned = [_learn(told, marks, examples, key, names, answers) for key in answers.mark_weight]
    table = np.vstack([weights for _, _, weights in learned]).T
    return Weights(
        tuple(label for labels, _, _ in learned for label in labels),
        _plain(start for _, starts, _ in learned for start in starts),
        {piece: _plain([seen.idf_[at], *table[at]]) for piece, at in seen.vocabulary_.items()},
        {name: _plain(table[width + at]) for at, name in enumerate(names)},
        {key: sum(key in each.answers for each in examples) for key in answers.mark_weight},
    )


def _learn(
    told: Any, marks: Any, examples: Sequence[Lesson], key: str, names: Sequence[str], answers: Answers
) -> tuple[list[str], Any, Any]:
    """For each value of a key its label, its start and its weights; marks are weighed before and after."""
    use = [at for at, each in enumerate(examples) if key in each.answers]
    said = [examples[at].answers[key] for at in use]
    given = [rule.gives for rule in answers.rules if rule.key == key]
    if len(given) == 1:
        said = [str(each == given[0]) for each in said]
    weight = np.array([answers.weight(key, name) for name in names])
    model = LogisticRegression(C=_STRICT, max_iter=5000, class_weight="balanced")
    model.fit(sparse.hstack([told, marks @ sparse.diags(weight)]).tocsr()[use], said)
    values = given if len(given) == 1 else list(model.classes_)
    start, weights = model.intercept_, model.coef_
    if len(values) > len(weights):  # between two values there is one row, for the second
        start, weights = np.concatenate([-start, start]) / 2, np.vstack([-weights, weights]) / 2
    weights[:, told.shape[1] :] *= weight
    return [f"{key}={value}" for value in values], start, weights


def _mark_names(examples: Sequence[Lesson], answers: Answers) -> list[str]:
    counts = Counter(name for each in examples for name in each.marks)
    return sorted(name for name, count in counts.items() if count >= answers.least_entries)


def _plain(numbers: Iterable[float]) -> tuple[float, ...]:
    return tuple(float(number) for number in numbers)
