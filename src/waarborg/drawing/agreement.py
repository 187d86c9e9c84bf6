"""The agreement map: safeguards down, parties across, in each cell where a party stands."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from attrs import frozen

from waarborg.drawing.lines import wrapped
from waarborg.drawing.svg import drawing, element

_LEFT, _COLUMN, _HEAD, _ROW, _LINE = 230.0, 150.0, 60.0, 44.0, 15.0
_NAME_WIDTH, _CELL_WIDTH = 32, 19


@frozen
class Cell:
    """Where one party stands: the words, and the class of its stance (``none`` where it took none)."""

    text: str
    stance: str


@frozen
class Row:
    """One safeguard with a cell for each column."""

    name: str
    cells: tuple[Cell, ...]


def agreement_map(columns: Sequence[str], rows: Sequence[Row], *, title: str, description: str) -> str:
    """Draw the map; the words stand in every cell, so that the colour only repeats them."""
    width = _LEFT + _COLUMN * len(columns)
    parts = [part for index, name in enumerate(columns) for part in _column(name, index)]
    for index, row in enumerate(rows):
        top = _HEAD + index * _ROW
        parts += _lines(row.name, 0, top, _NAME_WIDTH, "d-text")
        for column, cell in enumerate(row.cells):
            parts += _cell(cell, _LEFT + column * _COLUMN, top)
    return drawing(width, _HEAD + _ROW * len(rows), title, description, *parts)


def _column(name: str, index: int) -> list[Element]:
    return [
        element("text", line, x=_LEFT + index * _COLUMN + 4, y=_LINE * (row + 1), class_="d-head")
        for row, line in enumerate(wrapped(name, _CELL_WIDTH, 3))
    ]


def _cell(cell: Cell, x: float, top: float) -> list[Element]:
    box = element(
        "rect",
        x=x + 2,
        y=top + 2,
        width=_COLUMN - 4,
        height=_ROW - 4,
        class_=f"d-{cell.stance}",
    )
    return [box, *_lines(cell.text, x + 10, top, _CELL_WIDTH, "d-text")]


def _lines(text: str, x: float, top: float, width: int, kind: str) -> list[Element]:
    """The text in two lines at most, in the middle of its row; the table has it whole."""
    lines = wrapped(text, width, 2)
    first = top + _ROW / 2 + 5 - (len(lines) - 1) * _LINE / 2
    return [
        element("text", line, x=x, y=first + index * _LINE, class_=kind) for index, line in enumerate(lines)
    ]
