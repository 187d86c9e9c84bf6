"""A paper on its way out, by HTTP: from the record to the public, as the fixed cast."""

from typing import TYPE_CHECKING

import pytest

from .pages import Page
from .test_acts import as_one, told

if TYPE_CHECKING:
    from waarborg.workbench.models import PaperDraft

pytestmark = pytest.mark.usefixtures("demo")
NOTE = "nota-2023-0000687772"
EVERYONE = ("ek", "ek-member", "tk", "ocw", "ocw-drafter", "duo", "rekenkamer", "rotterdam", "")
PLANTED = ("06-12345678", "s.bakker@minbzk.nl", "mevrouw S. Bakker")


@pytest.fixture
def draft(demo: None) -> "PaperDraft":  # noqa: ARG001  it is drafted on the demo's dossier
    """The note, drafted from the record by the minister's drafter."""
    from waarborg.workbench.models import PaperDraft

    sent = as_one("ocw-drafter").post("/dossiers/ek-cxlvii/doen/stuk/", told(paper=NOTE))
    assert sent.status_code == 302
    return PaperDraft.objects.get(code=NOTE)


def do(who: str, draft: "PaperDraft", act: str, **fields: str) -> int:
    return as_one(who).post(f"/publicatie/concept/{draft.pk}/doen/{act}/", told(**fields)).status_code


def page_of(who: str, draft: "PaperDraft") -> Page:
    return Page(as_one(who).get(f"/publicatie/concept/{draft.pk}/").content.decode())


def offered(who: str, draft: "PaperDraft") -> set[str]:
    return {link.split("/")[-2] for link in page_of(who, draft).links if "/doen/" in link}


def readers(draft: "PaperDraft") -> set[str]:
    address = f"/publicatie/concept/{draft.pk}/"
    return {who for who in EVERYONE if as_one(who).get(address).status_code == 200}


def content(draft: "PaperDraft", **changed: str) -> dict[str, str]:
    """What the form of the text sends when a person changed some of it."""
    from waarborg.publication.papers.draft import draft_of

    made = draft_of(draft.content)
    filled = {f"field_{code}": made.fields.get(code, "") for code in made.of_kind.fields}
    filled |= {f"section_{one.id}": made.sections.get(one.id, "") for one in made.of_kind.sections}
    return {"title": made.title, **filled, **changed}


def test_a_note_goes_from_the_record_to_the_public(draft: "PaperDraft") -> None:
    ministry = {"ocw", "ocw-drafter"}
    core = "Bel {2}: {0} of {1}.".format(*PLANTED)
    assert readers(draft) == ministry
    assert do("ocw-drafter", draft, "schrijven", version="1", **content(draft, section_core=core)) == 302
    assert do("ocw-drafter", draft, "meelezen", parties="duo") == 302
    assert readers(draft) == ministry | {"duo"}
    assert do("ocw", draft, "goedkeuren") == 422
    assert do("duo", draft, "paraferen", word="paraph", version="2") == 302
    for act in ("goedkeuren", "ondertekenen", "uitsturen"):
        assert do("ocw", draft, act) == 302
    assert "Nog te beslissen, telefoonnummer: 06-12345678" in page_of("ocw", draft).text
    assert "Nog te beslissen" not in page_of("duo", draft).text
    assert do("ocw", draft, "openbaar", text="De brief staat bij de Kamer.") == 422
    for text in PLANTED:
        assert do("ocw", draft, "markering", mark=text, ground="5.1.2e") == 302
    assert do("ocw", draft, "openbaar") == 422
    assert do("ocw", draft, "openbaar", text="De brief staat bij de Kamer.") == 302
    assert readers(draft) == set(EVERYONE)


def test_after_publication_no_reader_finds_what_was_redacted_in_any_form(draft: "PaperDraft") -> None:
    pytest.importorskip("typst", reason="DOCX and PDF need the extra workbench")
    from waarborg.publication.check import left_in

    core = "Bel {2}: {0} of {1}.".format(*PLANTED)
    do("ocw-drafter", draft, "schrijven", version="1", **content(draft, section_core=core))
    for act in ("goedkeuren", "ondertekenen", "uitsturen"):
        do("ocw", draft, act)
    for text in PLANTED:
        do("ocw", draft, "markering", mark=text, ground="5.1.2e")
    do("ocw", draft, "openbaar", text="De brief staat bij de Kamer.")
    reader = as_one("")
    files = {
        f"a.{form}": reader.get(f"/publicatie/concept/{draft.pk}.{form}").content
        for form in ("pdf", "docx", "html")
    }
    files["page.html"] = reader.get(f"/publicatie/concept/{draft.pk}/").content
    assert left_in(files, PLANTED) == ()
    assert {path for path, _ in left_in(files, ["Woo 5.1.2.e"])} == set(files)


def test_words_that_the_check_missed_are_typed_and_go_on_a_ground(draft: "PaperDraft") -> None:
    assert do("ocw", draft, "markering") == 422
    assert do("ocw", draft, "markering", other_words="belofte") == 422
    assert do("ocw", draft, "markering", other_words="kwikstaart", ground="5.1.2e") == 422
    assert do("ocw", draft, "markering", other_words="de commissie J&V", ground="5.1.2i") == 302
    assert (
        "de commissie J&amp;V: weggelakt (Woo 5.1.2i"
        in as_one("ocw").get(f"/publicatie/concept/{draft.pk}/").content.decode()
    )


def test_a_published_paper_stands_on_its_dossier_from_the_day_it_was_published(draft: "PaperDraft") -> None:
    page = "/dossiers/ek-cxlvii/"
    assert "Nog geen stuk." in as_one("").get(page).content.decode()
    for act in ("goedkeuren", "ondertekenen", "uitsturen"):
        do("ocw", draft, act)
    do("ocw", draft, "openbaar", text="De brief staat bij de Kamer.")
    assert f"/publicatie/concept/{draft.pk}.pdf" in as_one("").get(page).content.decode()
    before = as_one("").get(f"{page}?op=2024-01-01").content.decode()
    assert f"/publicatie/concept/{draft.pk}.pdf" not in before


def test_the_page_shows_a_text_as_it_reads_and_no_signs_of_how_it_was_typed(draft: "PaperDraft") -> None:
    typed = "Een alinea.\n\n## Een kop\n- eerste\n- tweede\n\n3. derde\n4. vierde"
    do("ocw-drafter", draft, "schrijven", version="1", **content(draft, section_core=typed))
    page = as_one("ocw").get(f"/publicatie/concept/{draft.pk}/").content.decode()
    assert "## " not in page
    assert '<h4 class="nl-heading nl-heading--level-4">Een kop</h4>' in page
    assert "<li>eerste</li><li>tweede</li>" in page
    assert '<ol class="wb-list" start="3"><li>derde</li><li>vierde</li></ol>' in page
    for words in ("Ter ondertekening", "Volgnummer", "Informatie", "Geadviseerd besluit"):
        assert words in page


def test_each_of_the_cast_is_offered_what_he_may_do_on_a_paper(draft: "PaperDraft") -> None:
    assert offered("ocw-drafter", draft) == {"schrijven", "meelezen", "markering"}
    assert offered("ocw", draft) == {"schrijven", "meelezen", "markering", "goedkeuren"}
    do("ocw", draft, "meelezen", parties="duo")
    assert offered("duo", draft) == {"paraferen"}
    assert "terugvragen" in offered("ocw", draft)
    do("ocw", draft, "terugvragen", parties="duo")
    do("ocw", draft, "goedkeuren")
    assert offered("ocw", draft) == {"openen", "ondertekenen", "markering"}
    assert offered("ocw-drafter", draft) == {"markering"}


@pytest.mark.parametrize("who", ["ek-member", "rekenkamer", "rotterdam-member", "duo", ""])
def test_who_may_not_draft_a_paper_is_refused(who: str) -> None:
    from waarborg.workbench.models import PaperDraft

    answer = as_one(who).post("/dossiers/ek-cxlvii/doen/stuk/", told(paper=NOTE))
    assert answer.status_code == (302 if who == "" else 403)
    assert not PaperDraft.objects.exists()


def test_what_the_record_says_later_is_offered_and_taken_only_when_asked(draft: "PaperDraft") -> None:
    from waarborg.publication.papers.draft import draft_of
    from waarborg.workbench.models import Paper, PaperDraft

    assert "overnemen" not in offered("ocw", draft)
    paper = Paper.objects.get(code=NOTE)
    paper.details["other"] = {**paper.details.get("other", {}), "reference": "2023-0000700000"}
    paper.details["reference"] = "2023-0000700000"
    paper.save()
    assert "overnemen" in offered("ocw", draft)
    assert draft_of(PaperDraft.objects.get(pk=draft.pk).content).fields["reference"] == "2023-0000687772"
    assert do("ocw", draft, "overnemen", offer="fields:reference", take="take", version="1") == 302
    assert draft_of(PaperDraft.objects.get(pk=draft.pk).content).fields["reference"] == "2023-0000700000"


def test_the_public_page_leaves_out_who_drafted_it_and_who_did_what(draft: "PaperDraft") -> None:
    do("ocw", draft, "schrijven", version="1", **content(draft, field_drafted_by="Sanne de Boer"))
    for act in ("goedkeuren", "ondertekenen", "uitsturen"):
        do("ocw", draft, act)
    assert do("ocw", draft, "openbaar", text="De brief staat bij de Kamer.") == 302
    text = page_of("", draft).text
    assert "Sanne de Boer" not in text
    assert "Wie wat deed" not in text
