"""Traces of the Dutch standard for logging of data processing, and of the makers who differ from it."""

from collections.abc import Mapping

import pytest

from waarborg.sources.logs.traces import is_trace, spans

SPAN = {
    "traceId": "a1",
    "spanId": "b1",
    "parentSpanId": "",
    "name": "Aanvraag",
    "kind": 1,
    "startTimeUnixNano": "1745333267994934004",
    "endTimeUnixNano": "1745333268122326588",
    "attributes": [
        {"key": "dpl.core.processing_activity_id", "value": {"stringValue": "RVA: kapvergunning"}},
        {"key": "dpl.core.data_subject_id", "value": {"intValue": 201}},
        {"key": "name", "value": {"arrayValue": {"values": [{"stringValue": "x"}]}}},
    ],
    "status": {"code": 1},
}


def _one(record: Mapping[str, object]) -> Mapping[str, object]:
    (row,) = spans(record)
    return row


def test_a_span_is_a_row_with_its_times_its_attributes_and_those_of_its_resource() -> None:
    resource = {"attributes": [{"key": "service.name", "value": {"stringValue": "loket"}}]}
    group = {"resource": resource, "scopeSpans": [{"scope": {"name": "s"}, "spans": [SPAN]}]}
    assert _one({"resourceSpans": [group]}) == {
        "trace_id": "a1",
        "span_id": "b1",
        "parent_span_id": "",
        "name": "Aanvraag",
        "kind": 1,
        "status": "Ok",
        # 1,745,333,267.994934 seconds after 1970, by date -u -d @1745333267
        "start_time": "2025-04-22T14:47:47.994934+00:00",
        "end_time": "2025-04-22T14:47:48.122326+00:00",
        "dpl.core.processing_activity_id": "RVA: kapvergunning",
        "dpl.core.data_subject_id": 201,
        "dpl.core.data_subject_id_type": None,
        "attribute.name": ["x"],
        "resource.service.name": "loket",
    }


def test_every_span_of_every_resource_is_read_in_order() -> None:
    two = [{"scopeSpans": [{"spans": [{**SPAN, "spanId": name} for name in names]}]} for names in ("ab", "c")]
    assert [row["span_id"] for row in spans({"batches": two})] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ({"code": 1}, "Ok"),
        ({"code": "STATUS_CODE_ERROR"}, "Error"),
        ({"statusCode": "STATUS_CODE_UNSET", "message": ""}, "Unset"),
        ("OK", "Ok"),
        ({}, None),
        (None, None),
        ({"code": 7}, "7"),
    ],
)
def test_a_status_is_read_in_every_makers_spelling_and_silence_stays_silence(
    status: object, said: str | None
) -> None:
    assert _one({**SPAN, "status": status})["status"] == said


def test_ids_in_a_context_and_the_flat_form_of_the_standard_are_read_alike() -> None:
    apart = {"context": {"traceId": "a1", "spanId": "b1"}, "name": "Aanvraag"}
    nested = _one({"scopeSpans": [{"spans": [apart]}]})
    flat = _one({"trace_id": "a1", "span_id": "b1", "name": "Aanvraag", "attributes": {"x": "y"}})
    assert (nested["trace_id"], nested["span_id"]) == (flat["trace_id"], flat["span_id"]) == ("a1", "b1")
    assert flat["x"] == "y"


@pytest.mark.parametrize("said", ["2025-04-22T14:47:47Z", "soon", "9" * 30])
def test_a_time_that_is_no_number_of_nanoseconds_stays_as_it_stands(said: str) -> None:
    assert _one({**SPAN, "startTimeUnixNano": said})["start_time"] == said


def test_a_time_in_another_unit_is_shown_as_it_says_to_be() -> None:
    assert str(_one({**SPAN, "startTimeUnixNano": 1747230000000000})["start_time"]).startswith("1970-01-21")


@pytest.mark.parametrize("record", [{"case": "1"}, {"spans": []}, {"trace_id": "a"}])
def test_another_record_is_no_trace(record: Mapping[str, object]) -> None:
    assert not is_trace(record)
    assert not list(spans(record))
