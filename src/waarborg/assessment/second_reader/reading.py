"""Reading one entry by what was learned: the chance of each answer, and the words that weighed most."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import exp, log, sqrt

from attrs import frozen

from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.second_reader.marked import marked
from waarborg.assessment.second_reader.pieces import WordAt, pieces, words
from waarborg.assessment.second_reader.strongest import in_sentence, strongest
from waarborg.assessment.second_reader.weights import Answers, Weights
from waarborg.values.assessment import Judged, Quote


@frozen
class SecondReader:
    """What may be answered and what was learned, together, for entries in ``language``."""

    answers: Answers
    weights: Weights
    language: str = "nl"

    def read(self, marks: Marks) -> "Reading":
        """Read the entry whose texts ``marks`` looks in."""
        told = words(marks.texts, self.answers.fields)
        counts = Counter(piece for each in told for piece in pieces(each.word))
        known = [piece for piece in counts if piece in self.weights.pieces]
        values = {piece: (1 + log(counts[piece])) * self.weights.pieces[piece][0] for piece in known}
        length = sqrt(sum(value * value for value in values.values())) or 1.0
        share = sum(counts[piece] for piece in known) / max(1, counts.total())
        return Reading(
            self,
            marks.texts,
            told,
            {piece: value / length for piece, value in values.items()},
            counts,
            marked(marks, self.weights.marks),
            enough=len(told) >= self.answers.least_words and share >= self.answers.least_known,
        )


@frozen
class Reading:
    """One entry as read: texts, words, what each known piece counts for, the marks found and their words.

    ``enough`` is whether the entry says enough, in words that are known, to be read at all.
    """

    reader: SecondReader
    texts: Mapping[str, str]
    words: tuple[WordAt, ...]
    values: Mapping[str, float]
    counts: Mapping[str, int]
    found: Mapping[str, Quote]
    enough: bool

    def answer(self, key: str) -> Judged | None:
        """The likeliest answer with its rule and words; None where it may not be given or is in doubt."""
        value, chance = self._likeliest(key)
        rule = self.reader.answers.rule(key, value)
        return self.judged(key, value) if rule and chance >= rule.sure[self.reader.language] else None

    def likeliest(self, key: str) -> Judged | None:
        """The likeliest answer with its rule and words, however sure; None where too little is said."""
        value, _ = self._likeliest(key)
        return self.judged(key, value) if value else None

    def judged(self, key: str, value: str) -> Judged | None:
        """``value`` with its rule and words, however sure; None where it may not be given or has no words."""
        rule, quotes = self.reader.answers.rule(key, value), self.words_for(key, value)
        return Judged(value, rule.id, quotes) if rule and quotes else None

    def chances(self, key: str) -> dict[str, float]:
        """The chance of each value of ``key``; a key with one value is a question of yes or no."""
        scores = {value: self._score(at) for value, at in self.reader.weights.columns(key).items()}
        if len(scores) == 1:
            return {value: 1 / (1 + exp(-score)) for value, score in scores.items()}
        most = max(scores.values(), default=0.0)
        raised = {value: exp(score - most) for value, score in scores.items()}
        return {value: each / sum(raised.values()) for value, each in raised.items()}

    def words_for(self, key: str, value: str) -> tuple[Quote, ...]:
        """What weighed most for ``value`` against the other values of ``key``, the first in its sentence."""
        columns = self.reader.weights.columns(key)
        others = [at for other, at in columns.items() if other != value]
        weights = self.reader.weights

        def weight(row: tuple[float, ...]) -> float:
            return row[columns[value]] - sum(row[at] for at in others) / max(1, len(others))

        by_piece = {
            piece: each / self.counts[piece] * weight(weights.pieces[piece][1:])
            for piece, each in self.values.items()
        }
        by_mark: defaultdict[Quote, float] = defaultdict(float)
        for name, quote in sorted(self.found.items()):
            if quote.field not in self.reader.answers.unshown:
                by_mark[quote] += weight(weights.marks[name])
        told = (each for each in self.words if each.word not in self.reader.answers.passed_over)
        return in_sentence(strongest(told, by_piece, by_mark, self.reader.answers.shown), self.texts)

    def _likeliest(self, key: str) -> tuple[str, float]:
        chances = self.chances(key) if self.enough else {}
        value = max(chances, key=chances.__getitem__, default="")
        return value, chances.get(value, 0.0)

    def _score(self, at: int) -> float:
        weights = self.reader.weights
        told = sum(value * weights.pieces[piece][at + 1] for piece, value in self.values.items())
        return weights.start[at] + told + sum(weights.marks[name][at] for name in self.found)
