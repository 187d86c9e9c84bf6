"""Our own fixtures on the published shapes; no record here is a real one."""

import datetime as dt
import json
from pathlib import Path

import pytest

from waarborg.law.calendars import known_calendars
from waarborg.procedure import opendata
from waarborg.procedure.timeline import timeline
from waarborg.values.finding import UnusableInput

COMMITMENT = {
    "Nummer": "TZ202404-001", "ActiviteitNummer": "2024A00001", "Aanmaakdatum": "2024-04-24T10:00:00.1+02:00",
    "Naam": "Jansen, A.", "Functie": "Minister van Binnenlandse Zaken", "Status": "Openstaand",
    "DatumNakoming": "0001-01-01T00:00:00Z", "Tekst": "De minister stuurt de brief voor 1 juli.",
    "Verwijderd": False,
}  # fmt: skip
SRU = """\
<?xml version="1.0"?>
<a:searchRetrieveResponse xmlns:a="urn:a" xmlns:b="urn:b"><a:records><a:record><a:recordData><b:meta>
<b:identifier>kst-99999-B</b:identifier><b:title>Lange titel</b:title><b:creator>Eerste Kamer</b:creator>
<b:issued>2024-06-10</b:issued><b:ondernummer>B</b:ondernummer><b:dossiernummer>99999</b:dossiernummer>
<b:subrubriek>Brief</b:subrubriek><b:documenttitel>Brief over iets</b:documenttitel></b:meta>
<b:preferredUrl>https://example.org/kst-99999-B.html</b:preferredUrl></a:recordData></a:record></a:records>
</a:searchRetrieveResponse>
"""
PAGE = """\
<html><body><table class="styletable">
<tr><th scope="row">Nummer</th><td>T09999</td></tr><tr><th scope="row">Status</th><td>deels voldaan</td></tr>
<tr><th scope="row">Datum toezegging</th><td>21 maart 2023</td></tr>
<tr><th scope="row">Deadline</th><td>1 juli 2023</td></tr>
<tr><th scope="row">Verantwoordelijke(n)</th><td>Minister van <b>Iets</b></td></tr></table></body></html>
"""


def read(folder: Path, content: object, name: str = "file") -> opendata.OpenData:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return opendata.read(path)


def codes(found: opendata.OpenData) -> list[str]:
    return [finding.code for finding in found.findings]


def test_a_commitment_s_term_comes_out_of_its_text_and_the_year_one_is_no_day(tmp_path: Path) -> None:
    found = read(tmp_path, {"@odata.context": "x/$metadata#Toezegging", "value": [COMMITMENT]})
    (item,) = found.instruments
    assert (item.id, item.status, item.history, item.sources) == ("TZ202404-001", "open", (), ("file",))
    case = opendata.case_of(found, "TK", "TK")
    (on_day,) = timeline(case, dt.date(2024, 7, 3), known_calendars()).items
    # "voor 1 juli" said on 24 April 2024 is due 30 June.
    assert (on_day.due, on_day.status, on_day.days_late) == (dt.date(2024, 6, 30), "overdue", 3)


def test_a_commitment_without_a_day_was_made_in_the_month_of_its_number(tmp_path: Path) -> None:
    (item,) = read(tmp_path, [{**COMMITMENT, "Aanmaakdatum": None}]).instruments
    assert (item.made.earliest, item.made.latest) == (dt.date(2024, 4, 1), dt.date(2024, 4, 30))


def test_a_motion_with_the_day_of_its_vote_is_voted_on_once(tmp_path: Path) -> None:
    page = {"nummer": "XX, M", "status": "verworpen", "ingediend": "2024-03-05", "gestemd_op": "2024-03-12"}
    case = opendata.case_of(read(tmp_path, [page]), "XX", "EK", read_on=dt.date(2024, 8, 1))
    made = timeline(case, dt.date(2024, 9, 1), known_calendars())
    assert ([item.status for item in made.items], made.findings) == (["rejected"], ())


def test_a_day_of_fulfilment_is_an_answer(tmp_path: Path) -> None:
    record = COMMITMENT | {"DatumNakoming": "2024-06-20T00:00:00+02:00", "Status": "afgedaan"}
    found = read(tmp_path, [record])
    case = opendata.case_of(found, "TK", "TK")
    (item,) = timeline(case, dt.date(2024, 7, 3), known_calendars()).items
    assert (item.status, item.days_late, found.instruments[0].status) == ("answered", 0, "beantwoord")


@pytest.mark.parametrize("spelled", ["Openstaand", "openstaand", " OPENSTAAND ", "Open"])
def test_spellings_of_a_status_are_one(tmp_path: Path, spelled: str) -> None:
    assert read(tmp_path, [COMMITMENT | {"Status": spelled}]).instruments[0].status == "open"


def test_what_no_real_record_proved_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, [COMMITMENT])
    (note,) = [finding for finding in found.findings if finding.code == "opendata_unproved"]
    assert "DatumNakoming" in str(note.params["fields"])
    assert "Tekst" not in str(note.params["fields"])


def test_records_that_were_removed_or_have_no_number_are_left_out_and_said(tmp_path: Path) -> None:
    found = read(tmp_path, [COMMITMENT | {"Verwijderd": True}, COMMITMENT | {"Nummer": None}, {"Iets": 1}])
    assert found.instruments == ()
    assert codes(found)[:3] == ["opendata_removed", "opendata_without_number", "opendata_entity_unknown"]


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ("Stemmen - aangenomen", "adopted"),
        ("stemmen - verworpen", "rejected"),
        ("Stemmen - aangehouden", "held"),
        ("Stemmen - ingetrokken", "withdrawn"),
        ("Termijn - vervallen in verband met verstrijken termijn", "lapsed"),
        ("Stemmen - zonder stemming aannemen", "adopted"),
        ("Stemmen - uitstellen", "open"),
    ],
)
def test_decisions_are_steps_in_the_life_of_their_motion(tmp_path: Path, decision: str, status: str) -> None:
    matter = {
        "Nummer": "2024Z00001",
        "Soort": "Motie",
        "Titel": "Een motie",
        "GestartOp": "2024-03-05T00:00:00",
    }
    decided = {
        "BesluitSoort": decision,
        "Status": "Besluit",
        "Datum": "2024-03-12",
        "Zaak": [{"Nummer": "2024Z00001"}],
    }
    both = opendata.merge([read(tmp_path, [decided], "b.json"), read(tmp_path, [matter], "z.json")])
    (item,) = both.instruments
    assert item.sources == ("b.json", "z.json")
    case = opendata.case_of(both, "X", "TK")
    (on_day,) = timeline(case, dt.date(2024, 3, 20), known_calendars()).items
    assert (on_day.kind, on_day.status) == ("motion", status)


def test_a_proposal_is_no_decision(tmp_path: Path) -> None:
    decided = {"BesluitSoort": "Stemmen - aangenomen", "Status": "Voorstel", "Datum": "2024-03-12"}
    matter = {"Nummer": "2024Z00001", "Soort": "Motie", "GestartOp": "2024-03-05", "Besluit": [decided]}
    assert read(tmp_path, [matter]).instruments[0].history == ()
    assert "opendata_decision_of_nothing" in codes(read(tmp_path, [decided]))


@pytest.mark.parametrize("entity", ["Activiteit", "ZaakActor"])
def test_an_entity_that_is_not_read_is_never_taken_for_another(tmp_path: Path, entity: str) -> None:
    record = {"Nummer": "2024Z00001", "Soort": "Procedurevergadering", "Datum": "2024-03-12"}
    found = read(tmp_path, {"@odata.context": f"https://x/$metadata#{entity}", "value": [record]})
    assert (found.instruments, codes(found)) == ((), ["opendata_entity_unknown"])


def test_a_document_is_a_paper(tmp_path: Path) -> None:
    record = {"DocumentNummer": "2024D00001", "Soort": "Brief regering", "Datum": "2024-05-01T00:00:00+02:00"}
    (paper,) = read(tmp_path, [record]).papers
    assert (paper.id, paper.kind, paper.when.on) == ("2024D00001", "brief_regering", dt.date(2024, 5, 1))


def test_an_sru_record_is_a_paper_of_its_dossier(tmp_path: Path) -> None:
    (paper,) = read(tmp_path, SRU).papers
    assert (paper.id, paper.letter, paper.kind, paper.title) == (
        "kst-99999-B",
        "B",
        "brief",
        "Brief over iets",
    )
    assert paper.when.on == dt.date(2024, 6, 10)
    assert paper.sources == ("https://example.org/kst-99999-B.html", "file")
    assert paper.other["dossier"] == "99999"


def test_a_page_of_the_eerste_kamer_is_a_commitment_with_its_deadline(tmp_path: Path) -> None:
    (item,) = read(tmp_path, PAGE).instruments
    assert (item.id, item.kind, item.chamber, item.status) == ("T09999", "toezegging", "EK", "deels_voldaan")
    assert item.made.on == dt.date(2023, 3, 21)
    assert item.term is not None
    assert item.term.day == dt.date(2023, 7, 1)
    assert item.responsible == "Minister van Iets"


def test_sources_that_differ_are_a_finding_and_the_first_is_kept(tmp_path: Path) -> None:
    page = read(tmp_path, PAGE, "a.html")
    other = read(
        tmp_path, {"records": [{"nummer": "T09999", "status": "voldaan", "deadline": None}]}, "b.json"
    )
    both = opendata.merge([page, other])
    assert both.instruments[0].status == "deels_voldaan"
    assert both.instruments[0].sources == ("a.html", "b.json")
    assert "opendata_differs" in codes(both)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("just words", "opendata_unknown"),
        ("[1, 2]", "opendata_unknown"),
        ('{"value": [', "opendata_json_malformed"),
        ("<a><b></a>", "opendata_xml_malformed"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "opendata_doctype"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, content: str, code: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        read(tmp_path, content)
    assert caught.value.finding.code == code


def test_the_published_samples_are_read(shared_data: Path) -> None:
    samples = shared_data / "parliament" / "samples"
    commitments = opendata.read(samples / "ek_toezegging_kerngegevens.json").instruments
    assert {item.id: item.term.day if item.term else None for item in commitments}["T03535"] == dt.date(
        2023, 3, 24
    )
    motions = opendata.read(samples / "ek_motie_kerngegevens.json").instruments
    assert [step.status for step in motions[0].history] == ["aangehouden", "vervallen"]
    (paper,) = opendata.read(samples / "sru_ek_kamerstuk_record.xml").papers
    assert (paper.id, paper.letter) == ("kst-36867-B", "B")
    assert len(opendata.read(samples / "tk_odata_toezegging.json").instruments) == 4
