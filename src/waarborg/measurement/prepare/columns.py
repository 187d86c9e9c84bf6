"""One column of a log as a typed value, and the check that what is in it can be read so."""

from collections.abc import Sequence

from attrs import frozen

from waarborg.measurement.expression import Typed
from waarborg.measurement.mapping import ColumnSpec
from waarborg.measurement.roles import ROLES
from waarborg.sources.logs import Dialect, quoted
from waarborg.sources.logs.session import text_literal
from waarborg.values.log import ValueType

_NUMBERS = (
    "INT",
    "BIGINT",
    "HUGEINT",
    "DOUBLE",
    "FLOAT",
    "DECIMAL",
    "LONG",
    "SMALLINT",
    "TINYINT",
    "UINT",
    "UBIG",
)


@frozen
class TypedColumn:
    """A column: its name here, its value, the SQL of its text, and whether that text had to be read."""

    name: str
    value: Typed
    text: str
    read: bool
    spec: ColumnSpec


def native_type(engine_type: str) -> tuple[ValueType, bool]:
    """The type of a column as an engine names it, and whether a time in it is a wall-clock time."""
    name = engine_type.upper()
    if name.startswith(("TIMESTAMP", "DATE")):
        return ValueType.TIME, name.startswith("DATE") or name in {"TIMESTAMP", "TIMESTAMP_NTZ"}
    if name.startswith("BOOL"):
        return ValueType.BOOLEAN, False
    if name.startswith(_NUMBERS):
        return ValueType.NUMBER, False
    return ValueType.TEXT, False


def typed_column(
    name: str, spec: ColumnSpec, engine_type: str, dialect: Dialect, zone: str, missing: Sequence[str]
) -> TypedColumn:
    """The column ``name``, read as its spec or its role asks."""
    native, wall = native_type(engine_type)
    wanted = ValueType(spec.type) if spec.type else ROLES.get(name, native)
    column = quoted(spec.source)
    words = (*missing, *spec.missing)
    if native is wanted and native is not ValueType.TEXT:
        return TypedColumn(
            name, _native(column, native, wall=wall, dialect=dialect), column, read=False, spec=spec
        )
    text = _text(column if native is ValueType.TEXT else dialect.as_text(column), words)
    if native is ValueType.NUMBER and wanted is ValueType.BOOLEAN:
        return TypedColumn(name, Typed(f"({column} <> 0)", wanted), column, read=False, spec=spec)
    if wanted is ValueType.TEXT:
        return TypedColumn(name, Typed(_renamed(text, spec), wanted), text, read=False, spec=spec)
    return TypedColumn(name, _read(text, wanted, spec, dialect, zone), text, read=True, spec=spec)


def _native(column: str, native: ValueType, *, wall: bool, dialect: Dialect) -> Typed:
    if native is not ValueType.TIME:
        return Typed(column, native)
    return Typed(dialect.wall_of(column) if wall else dialect.instant_of(column), native, wall)


def _text(column: str, missing: Sequence[str]) -> str:
    if not missing:
        return f"NULLIF(TRIM({column}), '')"
    words = ", ".join(text_literal(word) for word in ("", *missing))
    return f"CASE WHEN TRIM({column}) IN ({words}) THEN NULL ELSE TRIM({column}) END"


def _renamed(text: str, spec: ColumnSpec) -> str:
    if not spec.values:
        return text
    cases = " ".join(
        f"WHEN {text} IN ({', '.join(text_literal(word) for word in words)}) THEN {text_literal(value)}"
        for value, words in spec.values.items()
    )
    return f"CASE {cases} ELSE {text} END"


def _read(text: str, wanted: ValueType, spec: ColumnSpec, dialect: Dialect, zone: str) -> Typed:
    if wanted is ValueType.TIME:
        return Typed(dialect.parse_instant(text, zone, spec.format), wanted)
    if wanted is ValueType.NUMBER:
        number = f"REPLACE({text}, ',', '.')" if spec.format == "," else text
        return Typed(dialect.as_number(number), wanted)
    yes = ", ".join(text_literal(word.lower()) for word in spec.yes)
    no = ", ".join(text_literal(word.lower()) for word in spec.no)
    return Typed(
        f"CASE WHEN LOWER({text}) IN ({yes}) THEN TRUE WHEN LOWER({text}) IN ({no}) THEN FALSE END", wanted
    )
