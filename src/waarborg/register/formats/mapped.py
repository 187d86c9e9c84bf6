"""A register read through a mapping file: columns to fields, values to values, without code.

The American inventories come with Waarborg as such files; a user's own register needs no more.
"""

import ast
import codecs
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from attrs import field, frozen

from waarborg.register.fields import register_fields, text_fields
from waarborg.register.formats.form import Form, Sample
from waarborg.register.published_text import as_text
from waarborg.register.status import status_of
from waarborg.sources.records import load_record
from waarborg.sources.stream import Kind, RawRecord
from waarborg.values.entry import Entry, SystemStatus
from waarborg.values.finding import UnusableInput, Where

_STRINGIFIED = re.compile(r"\[.*\]", re.DOTALL)


@frozen(kw_only=True)
class RegisterMapping:
    """What a mapping file says.

    ``columns`` gives each column its field (``id``, ``organization``, or a name of ``register_fields``);
    several columns of one field are joined, a line each. ``values`` gives the register's own words for a
    field ours: for ``status`` the states of ``SystemStatus``, for ``publication_category`` the declared
    category. ``empty`` lists answers that say nothing. ``safeguards`` names the fields that hold
    safeguards, and ``high`` the declared categories at which their silence is worth a finding.
    ``encoding`` names how the file is written where what Waarborg finds by itself is wrong.
    ``answers`` lists by column how the answers begin that only that question has (``misplaced``).
    ``list_separator`` splits the lists of ``category`` and other list fields; ``records`` names the member of
    a JSON document that holds the records; ``recognise`` lists columns by which the form is known.
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
    values: Mapping[str, Mapping[str, str]] = field(factory=dict)
    empty: tuple[str, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = field(factory=dict)
    safeguards: tuple[str, ...] = ()
    high: tuple[str, ...] = ()


def read_mapping(path: Path) -> RegisterMapping:
    """Read a mapping file.

    Raises:
        UnusableInput: ``record_malformed`` with the line and the reason, or a code that begins with
            ``mapping_`` and names the fields or states that cannot be.
    """
    mapping = load_record(path, RegisterMapping)
    fields = set(mapping.columns.values())
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
    status = texts.get("status", "")
    category = texts.get("publication_category")
    source_id = texts.pop("id", "").strip()
    return Entry(
        register=mapping.register,
        source_id=source_id,
        name=texts.get("name", "").strip(),
        organisation=texts.pop("organization", "").strip(),
        status=SystemStatus(_recode(mapping, "status", status))
        if _known(mapping, status)
        else status_of(status),
        dates={name: texts.pop(name) for name in sorted(texts) if register_fields()[name].kind == "date"},
        texts=texts,
        category=_recode(mapping, "publication_category", category) if category else None,
        language=mapping.language,
        row=raw.row,
        absent_fields=text_fields() - set(mapping.columns.values()),
        raw=raw.values,
    )


def _texts(mapping: RegisterMapping, raw: RawRecord) -> dict[str, str]:
    parts: dict[str, list[str]] = defaultdict(list)
    for column, name in mapping.columns.items():
        text = _text(mapping, name, raw.values.get(column))
        if text.strip() and text.strip() not in mapping.empty:
            parts[name].append(text)
    return {name: "\n".join(found) for name, found in parts.items()}


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
    return as_text(value)


def _known(mapping: RegisterMapping, status: str) -> bool:
    return _plain(status) in {_plain(word) for word in mapping.values.get("status", {})}


def _recode(mapping: RegisterMapping, name: str, text: str) -> str:
    """The mapping's word for a published value, compared without case and white space; else the value."""
    words = {_plain(word): ours for word, ours in mapping.values.get(name, {}).items()}
    return words.get(_plain(text), text.strip())


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
