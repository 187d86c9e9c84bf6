"""One page of a list, with the links to its neighbours."""

from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar, get_type_hints
from urllib.parse import urlencode

from attrs import frozen
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Schema
from pydantic import ConfigDict

from waarborg.web.api.csv_tables import csv_page, wants_csv
from waarborg.web.api.shapes import Links, Page, Shape

Row = TypeVar("Row")
AnyModel = TypeVar("AnyModel", bound=Model)
Made = TypeVar("Made", bound=Shape)


class Paging(Schema):
    """Which page, and how long."""

    model_config = ConfigDict(populate_by_name=True)
    page: int = Field(1, ge=1, le=1_000_000, description="From 1.")
    page_size: int = Field(50, ge=1, le=500, alias="pageSize", description="Items a page.")


Asked = Annotated[Paging, Query(...)]


@frozen
class Listed:
    """A request for a page of a list, and the answer whose headers name its neighbours."""

    request: HttpRequest
    response: HttpResponse
    paging: Paging

    def of_query(
        self, rows: "QuerySet[AnyModel]", make: Callable[[AnyModel], Made]
    ) -> Page[Made] | HttpResponse:
        """A page of what a query finds."""
        found = rows[self._start : self._start + self.paging.page_size]
        return self._page([make(row) for row in found], rows.count(), make)

    def of_rows(self, rows: Sequence[Row], make: Callable[[Row], Made]) -> Page[Made] | HttpResponse:
        """A page of what was worked out already."""
        found = rows[self._start : self._start + self.paging.page_size]
        return self._page([make(row) for row in found], len(rows), make)

    @property
    def _name(self) -> str:
        return self.request.path.rsplit("/", 1)[-1]

    @property
    def _start(self) -> int:
        return (self.paging.page - 1) * self.paging.page_size

    def _page(self, items: list[Made], total: int, make: Callable[..., Made]) -> Page[Made] | HttpResponse:
        """The page as JSON, or as CSV where that is asked; either way with its neighbours in ``Link``."""
        links = self._links(total)
        named = {"next": links.next, "prev": links.previous}
        told = ", ".join(f'<{address}>; rel="{name}"' for name, address in named.items() if address)
        page: Page[Made] | HttpResponse = Page(items=items, total=total, links=links)
        answer = self.response
        if wants_csv(self.request):
            page = answer = csv_page(get_type_hints(make)["return"], items, self._name)
        if told:
            answer["Link"] = told
        return page

    def _links(self, total: int) -> Links:
        """The neighbours of a page; past the end, the one before it is the last that holds anything."""
        number, size = self.paging.page, self.paging.page_size
        last = max(1, -(-total // size))
        return Links(
            self=self._address(number),
            next=self._address(number + 1) if number < last else None,
            previous=self._address(min(number - 1, last)) if number > 1 else None,
        )

    def _address(self, page: int) -> str:
        asked = {**self.request.GET.dict(), "page": str(page)}
        return self.request.build_absolute_uri(f"{self.request.path}?{urlencode(asked)}")
