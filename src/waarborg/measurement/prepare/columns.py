"""One column of a log as a typed value, and the check that what is in it can be read so."""

from collections.abc import Sequence

from attrs import frozen

from waarborg.measurement.expression import Typed
from waarborg.measurement.mapping import NO, YES, ColumnSpec
from waarborg.measurement.roles import ROLES, WHO_DECIDED
from waarborg.sources.logs import Dialect, quoted
from waarborg.sources.logs.session import text_literal
from waarborg.values.log import ValueType

_WALL_CLOCK = ("DATE", "TIMESTAMP", "TIMESTAMP_NTZ", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
_FRACTIONS = ("DOUBLE", "FLOAT", "DECIMAL")
_NUMBERS = frozenset(
    {
        *("INT", "INTEGER", "BIGINT", "HUGEINT", "SMALLINT", "TINYINT", "LONG", "SHORT", "BYTE"),
        *("UINTEGER", "UBIGINT", "UHUGEINT", "USMALLINT", "UTINYINT", "BIGNUM", "VARINT"),
        *("DOUBLE", "FLOAT", "REAL", "DECIMAL", "NUMERIC"),
    }
)
_NO_VALUES = ("STRUCT", "MAP", "ARRAY", "LIST", "UNION", "INTERVAL", "VARIANT")


@frozen
class TypedColumn:
    """A column: its name here, its value, the SQL of its text, and whether that text had to be read.

    ``known`` are the only values it may take, where its role has a fixed set.
    """

    name: str
    value: Typed
    text: str
    read: bool
    spec: ColumnSpec
    known: tuple[str, ...] = ()


def is_one_value(engine_type: str) -> bool:
    """Whether a column holds one value a row that can be read: no list, structure, map or interval."""
    name = engine_type.upper()
    return not name.endswith("]") and not name.startswith(_NO_VALUES)


def native_type(engine_type: str) -> tuple[ValueType, bool]:
    """The type of a column as an engine names it, and whether a time in it is a wall-clock time."""
    name = engine_type.upper()
    if not is_one_value(engine_type):
        return ValueType.TEXT, False
    if name.startswith(("TIMESTAMP", "DATE")):
        return ValueType.TIME, name in _WALL_CLOCK
    if name.startswith("BOOL"):
        return ValueType.BOOLEAN, False
    if name.partition("(")[0].strip() in _NUMBERS:
        return ValueType.NUMBER, False
    return ValueType.TEXT, False


def typed_column(
    name: str, spec: ColumnSpec, engine_type: str, dialect: Dialect, zone: str, missing: Sequence[str]
) -> TypedColumn:
    """The column ``name``, read as its spec or its role asks.

    A native column is used as it stands, unless the mapping says of its values which are missing, which
    mean yes or no, or how they are called here.
    """
    native, wall = native_type(engine_type)
    wanted = ValueType(spec.type) if spec.type else ROLES.get(name, native)
    column = quoted(spec.source)
    words = (*missing, *spec.missing)
    text = _as_text(column, engine_type, dialect)
    told = wanted is ValueType.BOOLEAN and (spec.yes, spec.no) != (YES, NO)
    if native is wanted and native is not ValueType.TEXT and not told:
        value = _native(_there(column, text, words), native, wall=wall, dialect=dialect)
        return TypedColumn(name, value, column, read=False, spec=spec)
    text = _text(text, words)
    if name == "decided_by":
        known, value = tuple(WHO_DECIDED), Typed(_who(text, spec), ValueType.TEXT)
        return TypedColumn(name, value, text, read=False, spec=spec, known=known)
    if wanted is ValueType.TEXT:
        return TypedColumn(name, Typed(_renamed(text, spec), wanted), text, read=False, spec=spec)
    return TypedColumn(name, _read(text, wanted, spec, dialect, zone), text, read=True, spec=spec)


def _as_text(column: str, engine_type: str, dialect: Dialect) -> str:
    """A value as text; a whole number that stands in a column of fractions reads ``1``, not ``1.0``."""
    if engine_type.upper() in {"VARCHAR", "STRING"}:
        return column
    text = dialect.as_text(column)
    if engine_type.upper().startswith(_FRACTIONS):
        whole = dialect.as_text(f"CAST({column} AS BIGINT)")
        return f"CASE WHEN {column} = FLOOR({column}) AND ABS({column}) < 1e15 THEN {whole} ELSE {text} END"
    return text


def _there(column: str, text: str, missing: Sequence[str]) -> str:
    """A native value, unless it is one of the words that mean there is none."""
    if not missing:
        return column
    midnight = [f"{word} 00:00:00" for word in missing]
    words = ", ".join(text_literal(word) for word in (*missing, *midnight))
    return f"CASE WHEN {text} IN ({words}) THEN NULL ELSE {column} END"


def _native(column: str, native: ValueType, *, wall: bool, dialect: Dialect) -> Typed:
    if native is not ValueType.TIME:
        return Typed(column, native)
    return Typed(dialect.wall_of(column) if wall else dialect.instant_of(column), native, wall)


def _text(column: str, missing: Sequence[str]) -> str:
    if not missing:
        return f"NULLIF(TRIM({column}), '')"
    words = ", ".join(text_literal(word) for word in ("", *missing))
    return f"CASE WHEN TRIM({column}) IN ({words}) THEN NULL ELSE TRIM({column}) END"


def _who(text: str, spec: ColumnSpec) -> str:
    """Who decided, by the words of the mapping or the usual ones; none where no word fits."""
    if spec.values:
        named = _renamed(text, spec)
        return f"CASE WHEN {named} IN ({', '.join(map(text_literal, WHO_DECIDED))}) THEN {named} END"
    cases = " ".join(
        f"WHEN LOWER({text}) IN ({', '.join(map(text_literal, words))}) THEN {text_literal(who)}"
        for who, words in WHO_DECIDED.items()
    )
    return f"CASE {cases} END"


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
        return Typed(dialect.as_number(_decimal_point(text) if spec.format == "," else text), wanted)
    yes = ", ".join(text_literal(word.lower()) for word in spec.yes)
    no = ", ".join(text_literal(word.lower()) for word in spec.no)
    return Typed(
        f"CASE WHEN LOWER({text}) IN ({yes}) THEN TRUE WHEN LOWER({text}) IN ({no}) THEN FALSE END", wanted
    )


def _decimal_point(text: str) -> str:
    """A number with a decimal comma as engines read it: none where a dot does not part thousands."""
    whole = f"SPLIT_PART({text}, ',', 1)"
    odd = f"({whole} LIKE '%.%' AND ({whole} NOT LIKE '%.___' OR {whole} LIKE '0.%'))"
    plain = f"REPLACE(REPLACE({text}, '.', ''), ',', '.')"
    return f"CASE WHEN {odd} OR SPLIT_PART({text}, ',', 2) LIKE '%.%' THEN NULL ELSE {plain} END"
