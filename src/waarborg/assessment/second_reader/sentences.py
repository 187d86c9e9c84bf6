"""What sentences state on a safeguard: each sentence of an entry, and each two in a row, read alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.passages import passage
from waarborg.assessment.rulebook import RuleBook
from waarborg.assessment.second_reader.reading import SecondReader
from waarborg.values.assessment import Judged, Quote


def told(
    reader: SecondReader, book: RuleBook, texts: Mapping[str, str], keys: Collection[str]
) -> dict[str, Judged]:
    """For each key the answer of which some sentence is surest, with that sentence; none where all doubt."""
    wanted = [rule for rule in reader.answers.rules if rule.key in keys and reader.weights.columns(rule.key)]
    best: dict[str, tuple[float, Judged]] = {}
    for quote in sentences(texts, reader.answers.fields) if wanted else ():
        reading = reader.read(Marks(book, {quote.field: texts[quote.field][quote.start : quote.end]}))
        here = [rule for rule in wanted if not rule.only_in or quote.field in rule.only_in]
        for rule in here if reading.enough else ():
            chance = reading.chances(rule.key)[rule.gives]
            if chance >= rule.sure[reader.language] and chance > best.get(rule.key, (0.0,))[0]:
                shown = passage(texts[quote.field]).quote(quote.field, quote.start, quote.end)
                best[rule.key] = chance, Judged(rule.gives, rule.id, (shown,))
    return {key: judged for key, (_, judged) in best.items()}


def sentences(texts: Mapping[str, str], fields: Iterable[str]) -> Iterator[Quote]:
    """Each sentence in ``fields``, and each with the one that follows it."""
    for name in (name for name in fields if name in texts):
        starts = passage(texts[name]).starts
        ends = [*starts[1:], len(texts[name])]
        for at, start in enumerate(starts):
            for end in ends[at : at + 2]:
                if texts[name][start:end].strip():
                    yield Quote(name, start, end)
