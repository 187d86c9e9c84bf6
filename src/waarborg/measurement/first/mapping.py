"""The text of a first mapping: what was found, and beside it what a person must look at."""

from collections.abc import Iterator, Mapping, Sequence

from waarborg.measurement.first.counts import counts_mapping, is_count_table
from waarborg.measurement.first.looks import FEW, Looks, looks
from waarborg.measurement.first.roles import guessed_groups, guessed_roles, is_event_log
from waarborg.measurement.first.scalar import scalar
from waarborg.measurement.roles import ROLES, WHO_DECIDED
from waarborg.sources.logs import LogSession, quoted
from waarborg.values.log import FileOptions, ValueType

ZONE = "Europe/Amsterdam"


def first_mapping(session: LogSession, name: str, options: FileOptions) -> str:
    """The mapping as YAML. It never shows a value of the log, but for words of a decision known before."""
    columns = looks(session, ZONE)
    head = [
        f"# First mapping of {name}, guessed from the names and values of its columns.",
        "# Check every line; docs/measurement.md explains them.",
    ]
    if is_count_table(session, columns):
        return "\n".join([*head, *counts_mapping(session, columns, list(_file(options)))]) + "\n"
    events = is_event_log(session, columns)
    roles = guessed_roles(columns, events=events)
    rest = [column for column in columns if column not in roles.values()]
    groups = {_plain(column.name, roles): column for column in guessed_groups(rest)}
    lines = [
        *head,
        f"kind: {'events' if events else 'decisions'}   # one row each; counts: a table of counts",
    ]
    lines += [*_file(options), f"time_zone: {ZONE}   # check: the clock on which days are counted"]
    lines += ["day_count: calendar           # or 24h", "columns:" if roles or groups else "columns: {}"]
    lines += [f"  {role}: {_written(session, role, column)}" for role, column in {**roles, **groups}.items()]
    lines += _adverse(roles)
    named = ", ".join(groups)
    lines += [
        f"groups: [{named}]" if groups else "groups: []    # name the columns by which people are compared"
    ]
    left = [column for column in rest if column not in groups.values()]
    lines += ["# Columns not used yet:", *(f"#   {scalar(one.name)}   {_told(one)}" for one in left)]
    lines += _fields(roles, events=events)
    lines += _terms(roles)
    return "\n".join(lines) + "\n"


def _file(options: FileOptions) -> Iterator[str]:
    """How the file was opened, where that had to be found out."""
    plain = FileOptions()
    found = {
        "sheet": scalar(options.sheet) if options.sheet else None,
        "header_row": options.header_row if options.header_row != plain.header_row else None,
        "table": scalar(options.table) if options.table else None,
    }
    told = ", ".join(f"{key}: {value}" for key, value in found.items() if value is not None)
    if told:
        yield f"file: {{{told}}}   # check"


def _written(session: LogSession, role: str, column: Looks) -> str:
    source = scalar(column.name)
    if column.format is not None:
        source = f"{{source: {source}, format: {scalar(column.format)}}}"
    return source + _remark(session, role, column)


def _remark(session: LogSession, role: str, column: Looks) -> str:
    """A warning where a person must look before the mapping can be trusted."""
    if role in ROLES and not column.whole:
        return "   # check: not every value reads so; add missing: [..], or unreadable: missing"
    if column.format and "%m/%d" in column.format:
        return "   # check: month first?"
    if role == "decided_by" and not _who_known(session, column):
        return "   # check: name the words, values: {person: [..], machine: [..]}"
    return ""


def _who_known(session: LogSession, column: Looks) -> bool:
    known = {word for listed in WHO_DECIDED.values() for word in listed}
    rows = session.rows(f"SELECT DISTINCT LOWER(TRIM({quoted(column.name)})) FROM log LIMIT 100")
    return all(not value or value in known for (value,) in rows)


def _adverse(roles: Mapping[str, Looks]) -> Iterator[str]:
    """Adverse or not, where the outcome says so in known words."""
    outcome = roles.get("outcome")
    if outcome is not None and outcome.yes and "adverse" not in roles:
        yes, no = (", ".join(map(scalar, listed)) for listed in (outcome.yes, outcome.no))
        yield f"  adverse: {{source: {scalar(outcome.name)}, yes: [{yes}], no: [{no}]}}   # check"


def _plain(name: str, roles: Mapping[str, Looks]) -> str:
    """A name that an expression can use and no role has."""
    plain = "".join(
        one if one.isalnum() and one.isascii() else "_" for one in name.lower().removeprefix("case:")
    )
    plain = plain.strip("_") or "group"
    return f"{plain}_" if plain in ROLES or plain in roles or plain[0].isdigit() else plain


def _told(column: Looks) -> str:
    """What an unused column holds, without showing a value."""
    pattern = f", format: {scalar(column.format)}" if column.format else ""
    few = column.type is ValueType.TEXT or column.distinct <= FEW
    number = f", {column.distinct} values in the first rows" if few else ""
    return f"# {column.type.value}{pattern}{number}"


def _fields(roles: Mapping[str, Looks], *, events: bool) -> Iterator[str]:
    """Fields that such a log usually needs, as comments: their values are for a person to name."""
    if events:
        yield "# fields:   # what an event says about its case; name your own activities"
        yield "#   received: first(time)"
        yield '#   decided: last(time, activity == "...")'
        yield '#   adverse: any(activity == "...")'
        if "resource" in roles:
            yield "#   machine_step: {expression: 'resource == \"...\"', level: event}"
            yield '#   human_step: any(resource != "...")'
    elif "score" in roles and "selected" not in roles:
        yield "# fields:"
        yield "#   selected: score >= ...   # the score from which the machine selects"


def _terms(roles: Mapping[str, Looks]) -> Sequence[str]:
    start, end = (name if name in roles else f"{name} (not found)" for name in ("received", "decided"))
    return [
        "# terms:   # the days of the law; extended_by: a column of extra days",
        f"#   - {{id: decide, days: 56, start: {start}, end: {end}, source: the article}}",
    ]
