"""The open data: what a program gets, that it is public alone, and that it is what ``openapi.json`` says."""

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .test_acts import as_one, told

if TYPE_CHECKING:
    from django.http import HttpResponse

pytestmark = pytest.mark.usefixtures("demo")
ROOT = Path(__file__).parents[2]
LISTS = (
    *("systems", "safeguards", "questions", "answers", "positions"),
    *("commitments", "deadlines", "dossiers", "papers"),
)
DUO = "systems/controle-op-de-uitwonendenbeurs-duo-uitwonendenbeurs"


def get(address: str, who: str = "") -> "HttpResponse":
    answer: HttpResponse = as_one(who).get(f"/api/v1/{address}")
    return answer


def data(address: str, who: str = "") -> Any:
    answer = get(address, who)
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_its_total_its_links_and_the_version_of_the_api(name: str) -> None:
    answer = get(f"{name}?pageSize=1")
    found = json.loads(answer.content)
    assert answer.headers["API-Version"] == "1.1.0"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert len(found["items"]) == 1
    assert found["total"] >= 1
    assert found["links"]["previous"] is None
    assert (found["links"]["next"] is None) == (found["total"] == 1)


def test_following_the_links_gives_every_system_once() -> None:
    address, seen = "systems?pageSize=5", []
    while address:
        page = data(address)
        seen += [one["id"] for one in page["items"]]
        address = (page["links"]["next"] or "").partition("/api/v1/")[2]
    assert len(seen) == len(set(seen)) == data("systems")["total"] == 14


def test_names_of_fields_are_camel_case_and_paths_kebab_case() -> None:
    schema = json.loads((ROOT / "docs" / "openapi.json").read_text())
    names = {
        name for shape in schema["components"]["schemas"].values() for name in shape.get("properties", {})
    }
    assert not [name for name in names if "_" in name or name[:1].isupper()]
    assert not [path for path in schema["paths"] if "_" in path or path.lower() != path]


def test_the_promise_stands_as_it_was_known_on_the_day_of_the_note() -> None:
    (promise,) = [one for one in data("commitments?on=2023-11-09")["items"] if one["kind"] == "promise"]
    assert (promise["status"], promise["due"], promise["daysLate"], promise["daysLateBy"]) == (
        "overdue",
        None,
        126,
        "TK",
    )


def test_an_impact_comes_with_its_rules_and_the_words_it_rests_on() -> None:
    found = data(f"{DUO}/impact")
    assert found["level"] == "high"
    assert found["rules"]
    assert all(quote["text"] for quote in found["quotes"])
    assert found["catalogueVersion"]


def test_what_is_not_public_is_in_no_answer_whoever_asks() -> None:
    hidden = "Een vraag tussen twee partijen."
    sent = as_one("ek").post(
        "/systemen/controle-op-de-uitwonendenbeurs-duo-uitwonendenbeurs/doen/vragen/",
        told(safeguard="logging", addressee="ocw", text=hidden) | {"visibility": "named"},
    )
    assert sent.status_code == 302
    for who in ("", "ek", "ocw"):
        for address in (*LISTS, f"{DUO}/safeguards", f"{DUO}/impact"):
            assert hidden not in get(f"{address}?pageSize=500", who).content.decode()


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("systems?page=0", 400, "page"),
        ("systems?pageSize=9999", 400, "pageSize"),
        ("commitments?on=gisteren", 400, "on"),
        ("systems/nergens", 404, "openapi.json"),
        ("nergens", 404, "openapi.json"),
        ("questions/99999999999999999999999", 404, "openapi.json"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_that_says_what_to_do(
    address: str, status: int, says: str
) -> None:
    answer = get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    found = json.loads(answer.content)
    assert (found["status"], found["instance"]) == (status, f"/api/v1/{address.partition('?')[0]}")
    assert says in found["detail"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(method: str) -> None:
    answer = getattr(as_one("ek"), method)("/api/v1/questions")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", [*LISTS, DUO, "openapi.json", "systems/nergens", "nergens"])
def test_a_head_says_of_an_answer_what_a_get_would_and_gives_no_body(address: str) -> None:
    answer, whole = as_one("").head(f"/api/v1/{address}"), get(address)
    assert (answer.status_code, answer.content) == (whole.status_code, b"")
    assert int(answer.headers["Content-Length"]) == len(whole.content)
    for name in ("Content-Type", "API-Version", "Link"):
        assert answer.headers.get(name) == whole.headers.get(name)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/json", "application/json"),
        ("*/*", "application/json"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "application/json"),
        ("text/csv", "text/csv"),
        ("application/json;q=0.5, text/csv", "text/csv"),
        ("application/problem+json", "application/json"),
        ("application/xml", "application/problem+json"),
    ],
)
def test_a_list_comes_in_the_form_that_is_accepted_or_not_at_all(accept: str, kind: str) -> None:
    answer = as_one("").get("/api/v1/systems", headers={"accept": accept})
    assert answer.status_code == (406 if "problem" in kind else 200)
    assert answer.headers["Content-Type"].partition(";")[0] == kind
    assert answer.headers["API-Version"] == "1.1.0"


@pytest.mark.parametrize("name", [*LISTS, f"{DUO}/safeguards"])
def test_every_list_can_be_had_as_csv_with_the_same_rows(name: str) -> None:
    rows = data(f"{name}?pageSize=3")["items"]
    answer = as_one("").get(f"/api/v1/{name}?pageSize=3", headers={"accept": "text/csv"})
    table = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert len(table) == len(rows)
    for line, row in zip(table, rows, strict=True):
        assert {column.partition(".")[0] for column in line} == set(row)
        assert all(line[key] == value for key, value in row.items() if isinstance(value, str))
    assert answer.headers.get("Link") == get(f"{name}?pageSize=3").headers.get("Link")


def test_an_empty_list_as_csv_still_names_its_columns() -> None:
    answer = as_one("").get("/api/v1/positions?page=900", headers={"accept": "text/csv"})
    (head,) = csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert {"date", "party", "text.nl", "text.en", "condition.nl", "isDemo"} <= set(head)


def test_past_the_end_the_page_before_is_the_last_that_holds_anything() -> None:
    found = data("systems?pageSize=5&page=900")
    assert found["items"] == []
    assert found["links"]["next"] is None
    assert found["links"]["previous"].endswith("page=3")


def test_the_description_that_is_kept_is_the_one_that_is_served() -> None:
    kept = json.loads((ROOT / "docs" / "openapi.json").read_text())
    assert data("openapi.json") == kept, "run make openapi, and read what changed"


@pytest.mark.openapi
def test_every_answer_is_as_it_is_described_whatever_is_asked() -> None:
    """Schemathesis makes requests from the description, good and bad, and holds the answers against it."""
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed (extra api)")
    from django.core.wsgi import get_wsgi_application
    from hypothesis import HealthCheck, given, settings

    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    for operation in schema.get_all_operations():
        strategy = operation.ok().as_strategy()

        @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=strategy)
        def held(case: Any) -> None:
            case.call_and_validate()

        held()
