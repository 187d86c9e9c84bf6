"""A page of a list as CSV: the fields of its shape as columns, those within another by both names."""

import json
import types
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Union, get_args, get_origin

from django.http import HttpRequest, HttpResponse

from waarborg.publication.spreadsheet import csv_text
from waarborg.web.api.shapes import Shape

MEDIA_TYPE = "text/csv"


def wants_csv(request: HttpRequest) -> bool:
    """Whether the asker accepts CSV and would rather have it than JSON."""
    return request.get_preferred_type(["application/json", MEDIA_TYPE]) == MEDIA_TYPE


def csv_page(shape: type[Shape], items: Sequence[Shape], name: str) -> HttpResponse:
    """The items as a file; a list without items has its line of columns all the same."""
    columns = tuple(_columns(shape))
    rows = ([_value(item.dict(by_alias=True), column) for column in columns] for item in items)
    text = csv_text([".".join(column) for column in columns], rows)
    answer = HttpResponse(text, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _columns(shape: type[Shape]) -> Iterator[tuple[str, ...]]:
    for name, field in shape.model_fields.items():
        inner = _shape_in(field.annotation)
        alias = field.alias or name
        if inner is None:
            yield (alias,)
        else:
            yield from ((alias, *rest) for rest in _columns(inner))


def _shape_in(annotation: Any) -> type[Shape] | None:
    """The shape that a field holds, or may hold; None for a plain value and for a list."""
    parts: Iterable[Any] = (
        get_args(annotation) if get_origin(annotation) in {Union, types.UnionType} else (annotation,)
    )
    return next((one for one in parts if isinstance(one, type) and issubclass(one, Shape)), None)


def _value(item: Any, column: tuple[str, ...]) -> object:
    for name in column:
        item = item[name] if item is not None else None
    return json.dumps(item, ensure_ascii=False) if isinstance(item, dict) else item
