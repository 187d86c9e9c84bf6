"""Reading a register: the file opened, its form recognised, its records made entries with their findings."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from attrs import define, field, frozen

from waarborg.register.checks import check_entry
from waarborg.register.formats.form import Form, Sample
from waarborg.register.formats.known import forms, recognise
from waarborg.register.formats.mapped import RegisterMapping, mapped_form, read_mapping
from waarborg.register.formats.nl_excel import is_label
from waarborg.register.identity import Identities
from waarborg.register.sameness import NearDuplicates
from waarborg.sources.csv_records import csv_stream
from waarborg.sources.json_records import json_stream, paths_of, records_path
from waarborg.sources.opening import is_zip, open_text
from waarborg.sources.stream import Kind, RawRecord, RawStream
from waarborg.sources.text import SIZE_LIMIT, check_file
from waarborg.sources.xlsx_records import xlsx_stream
from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, Severity, UnusableInput, Where

_SAMPLE = 100
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

    Iterating gives each entry with the findings about it; ``closing`` what is to be said of the whole.
    """

    format: str
    _form: Form
    _raw: RawStream
    _path: Path
    _progress: Progress | None = None
    _identities: Identities = field(factory=Identities)
    _duplicates: NearDuplicates = field(factory=NearDuplicates)
    _declared: Counter[str] = field(factory=Counter)
    _read: int = 0

    def __iter__(self) -> Iterator[tuple[Entry, tuple[Finding, ...]]]:
        """Yield every entry with its findings.

        Raises:
            UnusableInput: what the file turns out to be further on (cut off, a short row, no object).
        """
        count = 0
        for raw in self._raw.records:
            self._read += 1
            if self._form.leaves_out(raw):
                continue
            count += 1
            if self._progress and count % _PROGRESS_EVERY == 0:
                self._progress(count)
            yield self._entry(raw)
        if self._progress:
            self._progress(count)
        if not count:
            raise UnusableInput("register_without_entries", Where(file=str(self._path)))

    def closing(self) -> tuple[Finding, ...]:
        """After the last entry: how many were declared what, and how many of them high."""
        where = Where(field="publication_category")
        found = [
            Finding("declared_category", {"category": category, "count": count}, where, Severity.NOTE)
            for category, count in sorted(self._declared.items())
        ]
        if self._form.high:
            high = sum(self._declared[category] for category in self._form.high)
            found.append(Finding("declared_high", {"count": high}, where, Severity.NOTE))
        found += [Finding("sheet_left_out", {"sheet": title}) for title in self._raw.left_out]
        return (*found, *self._count_differs())

    def _entry(self, raw: RawRecord) -> tuple[Entry, tuple[Finding, ...]]:
        entry, findings = self._identities.settle(self._form.entry(raw))
        if entry.category:
            self._declared[entry.category] += 1
        if not self._form.has_ids:
            findings = ()
        return entry, (*findings, *check_entry(entry, self._form), *self._duplicates.check(entry))

    def _count_differs(self) -> Iterator[Finding]:
        """A document that says how many records it holds, and holds another number, is not whole."""
        for name in ("count", "total_count"):
            said = self._raw.members.get(name)
            if isinstance(said, int) and said != self._read:
                params = {"said": said, "found": self._read}
                yield Finding("count_differs", params, Where(field=name), Severity.ERROR)


@frozen
class Sampled:
    """What a file shows of itself: its columns in the order of the file, and its first records.

    In JSON the columns are paths, and ``path`` leads to the records where they stand deep in the document.
    """

    columns: tuple[str, ...]
    records: tuple[RawRecord, ...]
    path: str | None = None


def sample_file(path: Path, *, size_limit: int = SIZE_LIMIT) -> Sampled:
    """The columns and first records of any CSV, XLSX or JSON file.

    Raises:
        UnusableInput: the file cannot be opened, is of another kind, or holds no record.
    """
    raw = _open(path, size_limit, None)
    records = tuple(islice(raw.records, _SAMPLE))
    if not records:
        raise UnusableInput("register_without_entries", Where(file=str(path)))
    if raw.kind != "json":
        named = dict.fromkeys(name for record in records for name in record.values)
        return Sampled(raw.columns or tuple(named), records)
    deep = _deep(records)
    if deep:
        records = tuple(islice(json_stream(open_text(path, size_limit=size_limit), deep).records, _SAMPLE))
    named = dict.fromkeys(name for record in records for name in paths_of(record.values))
    return Sampled(tuple(named), records, deep)


def _deep(records: Sequence[RawRecord]) -> str | None:
    """Where the records stand in a document that is itself no record: it has no name, and holds a list."""
    document = records[0]
    if len(records) > 1 or document.section or {"name", "title"} & document.values.keys():
        return None
    return records_path(document.values)


def read(
    path: Path | str,
    *,
    format: str | None = None,  # noqa: A002  the word of the command line, and of the published interface
    mapping: Path | str | None = None,
    size_limit: int = SIZE_LIMIT,
    progress: Progress | None = None,
) -> Reading:
    """Read a register whole.

    ``format`` is a code of ``formats.known.forms``; without it the form is recognised by what the file
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
    return Reading(stream.format, tuple(entries), (*found, *stream.closing()))


def stream_register(
    path: Path | str,
    *,
    format: str | None = None,  # noqa: A002  as in ``read``
    mapping: Path | str | None = None,
    size_limit: int = SIZE_LIMIT,
    progress: Progress | None = None,
) -> RegisterStream:
    """Open a register to be read entry by entry; parameters and errors as ``read``."""
    path = Path(path)
    chosen = read_mapping(Path(mapping)) if mapping is not None else None
    raw = _open(path, size_limit, chosen)
    sample = _sample(raw)
    if chosen and chosen.records is not None and sample.kind == "json" and not sample.records:
        raise UnusableInput("records_not_found", Where(file=str(path)), path=chosen.records)
    form = mapped_form(chosen, sample.kind) if chosen else _form(path, format, sample)
    _check_columns(path, form, sample, raw.header_line)
    return RegisterStream(form.code, form, raw, path, progress)


def _open(path: Path, size_limit: int, mapping: RegisterMapping | None) -> RawStream:
    check_file(path, size_limit=size_limit)
    is_header = mapping.is_header if mapping else None
    if is_zip(path):
        return xlsx_stream(path, is_label, is_header, size_limit=size_limit)
    source = open_text(path, size_limit=size_limit, encoding=mapping.encoding if mapping else None)
    with source.open() as stream:
        opening = stream.read(4096).lstrip()[:1]
    if not opening or opening not in "{[":
        return csv_stream(source, is_header)
    return json_stream(source, mapping.records if mapping else None)


def _sample(raw: RawStream) -> Sample:
    """The first records, which are put back."""
    first = list(islice(raw.records, _SAMPLE))
    raw.records = chain(first, raw.records)
    columns = set(raw.columns).union(*(_columns(raw.kind, record) for record in first))
    return Sample(raw.kind, frozenset(columns), first, first[0].section if first else None)


def _columns(kind: Kind, record: RawRecord) -> Iterable[str]:
    return (*record.values, *paths_of(record.values)) if kind == "json" else record.values


def _form(path: Path, code: str | None, sample: Sample) -> Form:
    where = Where(file=str(path))
    if code is not None and code not in forms():
        raise UnusableInput("format_not_known", where, format=code, known=", ".join(sorted(forms())))
    if not sample.records:
        raise UnusableInput("register_without_entries", where)
    form = forms()[code] if code else recognise(sample)
    if form is None:
        columns = ", ".join(sorted(sample.columns)[:8])
        raise UnusableInput("format_not_recognised", where, columns=columns)
    if form.kind != sample.kind:
        raise UnusableInput(
            "format_of_another_kind", where, format=form.code, kind=form.kind, found=sample.kind
        )
    return form


def _check_columns(path: Path, form: Form, sample: Sample, line: int | None) -> None:
    held = {form.same(column) for column in sample.columns}
    missing = sorted(column for column in form.required if form.same(column) not in held)
    if missing:
        where = Where(file=str(path), line=line)
        raise UnusableInput("columns_missing", where, columns=", ".join(missing), format=form.code)
