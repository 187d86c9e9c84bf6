"""Reading a register: the file opened, its form recognised, its records made entries with their findings."""

from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

from attrs import define, field, frozen

from waarborg.register.checks import check_entry
from waarborg.register.formats.form import Form, Sample
from waarborg.register.formats.known import FORMS, recognise
from waarborg.register.identity import Identities
from waarborg.sources.csv_records import csv_stream
from waarborg.sources.json_records import json_stream
from waarborg.sources.opening import open_text
from waarborg.sources.stream import RawStream
from waarborg.sources.text import SIZE_LIMIT
from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, UnusableInput, Where

_SAMPLE = 20
_PROGRESS_EVERY = 100

Progress = Callable[[int], object]


@frozen
class Reading:
    """A register read whole: the code of its form, its entries, and what was found in them."""

    format: str
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    @property
    def organisations(self) -> frozenset[str]:
        """The names of the organisations, as published."""
        return frozenset(entry.organisation for entry in self.entries if entry.organisation)


@define
class RegisterStream:
    """A register to be read once, entry by entry, in bounded memory.

    Iterating gives each entry with the findings about it.
    """

    format: str
    _form: Form
    _raw: RawStream
    _path: Path
    _progress: Progress | None = None
    _identities: Identities = field(factory=Identities)

    def __iter__(self) -> Iterator[tuple[Entry, tuple[Finding, ...]]]:
        """Yield every entry with its findings.

        Raises:
            UnusableInput: what the file turns out to be further on (cut off, a short row, no object).
        """
        count = 0
        for raw in self._raw.records:
            if self._form.leaves_out(raw):
                continue
            entry, findings = self._identities.settle(self._form.entry(raw))
            count += 1
            if self._progress and count % _PROGRESS_EVERY == 0:
                self._progress(count)
            yield entry, (*findings, *check_entry(entry))
        if self._progress:
            self._progress(count)
        if not count:
            raise UnusableInput("register_without_entries", Where(file=str(self._path)))


def read(
    path: Path | str,
    *,
    format: str | None = None,  # noqa: A002  the word of the command line, and of the published interface
    mapping: Path | str | None = None,
    size_limit: int = SIZE_LIMIT,
    progress: Progress | None = None,
) -> Reading:
    """Read a register whole.

    ``format`` is a code of ``formats.known.FORMS``; without it the form is recognised by what the file
    holds. ``size_limit`` is in bytes. ``progress`` is called with the number of entries done.

    Raises:
        UnusableInput: the file cannot be opened, is of another kind or form, or breaks off.
    """
    stream = stream_register(path, format=format, mapping=mapping, size_limit=size_limit, progress=progress)
    entries: list[Entry] = []
    found: list[Finding] = []
    for entry, findings in stream:
        entries.append(entry)
        found.extend(findings)
    return Reading(stream.format, tuple(entries), tuple(found))


def stream_register(
    path: Path | str,
    *,
    format: str | None = None,  # noqa: A002  as in ``read``
    mapping: Path | str | None = None,  # noqa: ARG001  comes with the mapping file
    size_limit: int = SIZE_LIMIT,
    progress: Progress | None = None,
) -> RegisterStream:
    """Open a register to be read entry by entry; parameters and errors as ``read``."""
    path = Path(path)
    raw = _open(path, size_limit)
    sample = _sample(raw)
    form = _form(path, format, sample)
    _check_columns(path, form, sample)
    return RegisterStream(form.code, form, raw, path, progress)


def _open(path: Path, size_limit: int) -> RawStream:
    source = open_text(path, size_limit=size_limit)
    with source.open() as stream:
        opening = stream.read(4096).lstrip()[:1]
    return json_stream(source) if opening and opening in "{[" else csv_stream(source)


def _sample(raw: RawStream) -> Sample:
    """The first records, which are put back."""
    first = list(islice(raw.records, _SAMPLE))
    raw.records = chain(first, raw.records)
    columns = set(raw.columns).union(*(record.values for record in first))
    return Sample(raw.kind, frozenset(columns), first, first[0].section if first else None)


def _form(path: Path, code: str | None, sample: Sample) -> Form:
    where = Where(file=str(path))
    if code is not None and code not in FORMS:
        raise UnusableInput("format_not_known", where, format=code, known=", ".join(sorted(FORMS)))
    if not sample.records:
        raise UnusableInput("register_without_entries", where)
    form = FORMS[code] if code else recognise(sample)
    if form is None:
        columns = ", ".join(sorted(sample.columns)[:8])
        raise UnusableInput("format_not_recognised", where, columns=columns)
    if form.kind != sample.kind:
        raise UnusableInput(
            "format_of_another_kind", where, format=form.code, kind=form.kind, found=sample.kind
        )
    return form


def _check_columns(path: Path, form: Form, sample: Sample) -> None:
    missing = sorted(form.required - sample.columns)
    if missing:
        line = 1 if sample.kind == "csv" else None
        where = Where(file=str(path), line=line)
        raise UnusableInput("columns_missing", where, columns=", ".join(missing), format=form.code)
