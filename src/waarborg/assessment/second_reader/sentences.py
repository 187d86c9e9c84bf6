"""What sentences state on a safeguard: each sentence of an entry, and each two in a row, read alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.passages import QUOTE_LIMIT, passage
from waarborg.assessment.rulebook import RuleBook
from waarborg.assessment.second_reader.reading import Reading, SecondReader
from waarborg.assessment.second_reader.weights import Answer
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
        chances = {key: reading.chances(key) for key in {rule.key for rule in here}} if reading.enough else {}
        for rule in here if reading.enough else ():
            chance = chances[rule.key][rule.gives]
            if chance >= rule.sure[reader.language] and chance > best.get(rule.key, (0.0,))[0]:
                best[rule.key] = chance, Judged(rule.gives, rule.id, (_shown(reading, rule, quote),))
    return {key: judged for key, (_, judged) in best.items()}


def _shown(reading: Reading, rule: Answer, quote: Quote) -> Quote:
    """The stretch that was read; where that is too long to quote, what stands around its strongest word."""
    words = reading.words_for(rule.key, rule.gives) if quote.end - quote.start > QUOTE_LIMIT else ()
    start, end = (
        (quote.start + words[0].start, quote.start + words[0].end) if words else (quote.start, quote.end)
    )
    return Quote(quote.field, start, end)


def sentences(texts: Mapping[str, str], fields: Iterable[str]) -> Iterator[Quote]:
    """Each sentence in ``fields``, and each with the one that follows where both can be quoted together."""
    for name in (name for name in fields if name in texts):
        starts = passage(texts[name]).starts
        ends = [*starts[1:], len(texts[name])]
        for at, start in enumerate(starts):
            for end in ends[at : at + 2]:
                told = texts[name][start:end]
                if told.strip() and (end == ends[at] or len(told) <= QUOTE_LIMIT):
                    yield Quote(name, start + len(told) - len(told.lstrip()), start + len(told.rstrip()))
