"""A register read through a mapping file: columns to fields, values to values, without code.

The American inventories come with Waarborg as such files; a user's own register needs no more.
"""

import ast
import codecs
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

from attrs import field, frozen

from waarborg.register.fields import register_fields, text_fields
from waarborg.register.formats.form import Form, Sample
from waarborg.register.published_text import as_text
from waarborg.register.status import status_of
from waarborg.sources.json_records import value_at
from waarborg.sources.records import load_record
from waarborg.sources.stream import Kind, RawRecord
from waarborg.sources.table_header import plain_header
from waarborg.values.entry import Entry, SystemStatus
from waarborg.values.finding import UnusableInput, Where

_APART = frozenset({"status", "publication_category"})
_STRINGIFIED = re.compile(r"\[.*\]", re.DOTALL)


@frozen(kw_only=True)
class RegisterMapping:
    """What a mapping file says.

    ``columns`` gives each column its field (``id``, ``organization``, or a name of ``register_fields``);
    several columns of one field are joined, a line each. Columns are compared without case and white space;
    in JSON a path with dots leads to a value further in. ``constants`` gives a field that the file has no
    column for one text for every entry. ``values`` gives the register's own words for a field ours: for
    ``status`` the states of ``SystemStatus``, for ``publication_category`` the declared category, for other
    fields the text to read. ``empty`` lists answers that say nothing. ``safeguards`` names the fields that
    hold safeguards, and ``high`` the declared categories at which their silence is worth a finding.
    ``encoding`` names how the file is written where what Waarborg finds by itself is wrong.
    ``answers`` lists by column how the answers begin that only that question has (``misplaced``).
    ``list_separator`` splits the lists of ``category`` and other list fields; ``records`` is the path to the
    records in a JSON document; ``recognise`` lists columns by which the form is known.
    """

    register: str
    format: str | None = None
    kind: Kind | None = None
    language: str = "nl"
    encoding: str | None = None
    list_separator: str | None = None
    records: str | None = None
    recognise: tuple[str, ...] = ()
    columns: Mapping[str, str]
    constants: Mapping[str, str] = field(factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(factory=dict)
    empty: tuple[str, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = field(factory=dict)
    safeguards: tuple[str, ...] = ()
    high: tuple[str, ...] = ()
    _words: Mapping[str, Mapping[str, str]] = field(init=False, repr=False)

    @_words.default
    def _plain_words(self) -> dict[str, dict[str, str]]:
        return {
            name: {plain_header(word): ours for word, ours in words.items()}
            for name, words in self.values.items()
        }

    @property
    def fields(self) -> frozenset[str]:
        """The fields that this register has, by a column or for every entry alike."""
        return frozenset(self.columns.values()) | self.constants.keys()

    def ours(self, name: str, text: str) -> str | None:
        """Our word for a published value, compared without case and white space; None where none is given."""
        return self._words.get(name, {}).get(plain_header(text))

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether a row of a table holds half of the columns or more."""
        held = {plain_header(cell) for cell in cells}
        return 2 * sum(plain_header(column) in held for column in self.columns) >= len(self.columns)


def read_mapping(path: Path) -> RegisterMapping:
    """Read a mapping file.

    Raises:
        UnusableInput: ``record_malformed`` with the line and the reason, or a code that begins with
            ``mapping_`` and names the fields or states that cannot be.
    """
    mapping = load_record(path, RegisterMapping, as_written=True)
    fields = mapping.fields
    states = set(mapping.values.get("status", {}).values())
    faults = {
        "mapping_field_unknown": fields - {"id", *register_fields()},
        "mapping_field_lacking": {"name", "organization"} - fields,
        "mapping_state_unknown": states - set(SystemStatus),
        "mapping_answers_empty": {
            name for name, starts in mapping.answers.items() if not all(map(str.strip, starts))
        },
        "mapping_values_unused": mapping.values.keys() - fields,
    }
    for code, names in faults.items():
        if names:
            raise UnusableInput(code, Where(file=str(path)), names=", ".join(sorted(names)))
    _check_encoding(mapping, path)
    return mapping


def _check_encoding(mapping: RegisterMapping, path: Path) -> None:
    try:
        codec = codecs.lookup(mapping.encoding or "utf-8")
        text = codec.decode(b"")[0]
    except LookupError:
        text = None
    if not isinstance(text, str):
        raise UnusableInput("mapping_encoding_unknown", Where(file=str(path)), encoding=mapping.encoding)


def mapped_form(mapping: RegisterMapping, kind: Kind) -> Form:
    """The form that a mapping describes, for a file of this kind."""
    return Form(
        code=mapping.format or "mapped",
        register=mapping.register,
        kind=mapping.kind or kind,
        recognises=partial(_recognises, mapping),
        required=_required(mapping, kind),
        entry=partial(_entry, mapping),
        has_ids="id" in mapping.columns.values(),
        safeguards=frozenset(mapping.safeguards),
        high=frozenset(mapping.high),
        recoded=frozenset(mapping.values),
        answers=mapping.answers,
        same=plain_header,
    )


def _required(mapping: RegisterMapping, kind: Kind) -> frozenset[str]:
    """A table has every column that is mapped; a JSON record may leave out what it has no value for."""
    needed = {"name", "organization"}
    return frozenset(
        column for column, name in mapping.columns.items() if kind != "json" or name in needed
    ) | frozenset(mapping.recognise)


def _recognises(mapping: RegisterMapping, sample: Sample) -> bool:
    return bool(mapping.recognise) and sample.has(*mapping.recognise)


def _entry(mapping: RegisterMapping, raw: RawRecord) -> Entry:
    texts = _texts(mapping, raw)
    category = texts.get("publication_category")
    source_id = texts.pop("id", "").strip()
    return Entry(
        register=mapping.register,
        source_id=source_id,
        name=texts.get("name", "").strip(),
        organisation=texts.pop("organization", "").strip(),
        status=_status(mapping, texts.get("status", "")),
        dates={name: texts.pop(name) for name in sorted(texts) if register_fields()[name].kind == "date"},
        texts=texts,
        category=(mapping.ours("publication_category", category) or category.strip()) if category else None,
        language=mapping.language,
        row=raw.row,
        absent_fields=text_fields() - mapping.fields,
        raw=raw.values,
    )


def _status(mapping: RegisterMapping, published: str) -> SystemStatus:
    ours = mapping.ours("status", published)
    return SystemStatus(ours) if ours else status_of(published)


def _texts(mapping: RegisterMapping, raw: RawRecord) -> dict[str, str]:
    parts: dict[str, list[str]] = defaultdict(list)
    spelled = _spelled(tuple(raw.values))
    for column, name in mapping.columns.items():
        value = value_at(raw.values, spelled.get(plain_header(column), column))
        text = _text(mapping, name, value)
        if text.strip() and text.strip() not in mapping.empty:
            parts[name].append(text)
    constants = {name: text for name, text in mapping.constants.items() if text.strip()}
    return constants | {name: "\n".join(found) for name, found in parts.items()}


@lru_cache(maxsize=64)
def _spelled(columns: tuple[str, ...]) -> Mapping[str, str]:
    """The columns of a record as they are spelled in the file, by their comparable name; the first counts."""
    return {plain_header(column): column for column in reversed(columns)}


def _text(mapping: RegisterMapping, name: str, value: object) -> str:
    """A cell as text; a list that stands as Python writes one (``['a', 'b']``) is read as the list it is."""
    if isinstance(value, str) and _STRINGIFIED.fullmatch(value.strip()):
        try:
            value = ast.literal_eval(value.strip())
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return as_text(value)
    separator = mapping.list_separator
    if isinstance(value, str) and separator and name != "id" and register_fields()[name].kind == "list":
        value = [part.strip() for part in value.split(separator)]
    if isinstance(value, list):
        return as_text([_recoded(mapping, name, item) for item in value])
    return as_text(_recoded(mapping, name, value))


def _recoded(mapping: RegisterMapping, name: str, value: object) -> object:
    """What the mapping gives for a value; a status and a declared category stay as published beside it."""
    if name in _APART or value is None or isinstance(value, dict):
        return value
    text = as_text(value)
    return mapping.ours(name, text) or (mapping.ours(name, str(value)) if value != text else None) or value
