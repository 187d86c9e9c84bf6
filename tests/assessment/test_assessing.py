from collections.abc import Mapping

import pytest
from attrs import evolve

from waarborg.assessment import Place, assess, assess_all, rule_book
from waarborg.values.assessment import Assessment, Quote
from waarborg.values.entry import Entry

PLACE = Place("municipality", "gemeenteraad")
LISTING = frozenset({"dpia", "dpia_description", "impacttoetsen", "impacttoetsen_grouping"})


def _entry(absent: frozenset[str] = frozenset(), **texts: str) -> Entry:
    words = {"name": "Proefsysteem", **texts}
    return Entry(
        register="nl",
        source_id="7",
        name=words["name"],
        organisation="Gemeente Voorbeeld",
        texts=words,
        absent_fields=absent,
    )


def _judged(**texts: str) -> Assessment:
    return assess(_entry(**texts), PLACE)


BENEFIT_RISK = (
    "Het risicomodel selecteert welke inwoners met een bijstandsuitkering worden uitgenodigd "
    "voor een gesprek, omdat er mogelijk sprake is van fraude."
)
DECIDES = (
    "Het algoritme berekent de hoogte van de toeslag. Aanvragen worden volledig automatisch "
    "afgehandeld, zonder tussenkomst van een medewerker. De ouder krijgt daarna een beschikking."
)
PARKING = (
    "De scanauto leest het kenteken en controleert of voor parkeren is betaald; anders volgt een naheffing."
)
PERMIT_RULES = (
    "Beslisregels toetsen of een aanvraag voor een omgevingsvergunning volledig is "
    "en geven de ambtenaar een advies."
)


@pytest.mark.parametrize(
    ("goal", "subject", "role", "automated", "level"),
    [
        (BENEFIT_RISK, "person", "selects", "no", "high"),
        (DECIDES, "person", "decides", "yes", "high"),
        (PARKING, "person", "recommends", "no", "high"),
        (
            "De software lakt namen weg in documenten voordat deze worden gepubliceerd.",
            "none",
            "supports",
            "no",
            "not_high",
        ),
        (
            "Een chatbot beantwoordt vragen van inwoners over het ophalen van huisvuil.",
            "none",
            "supports",
            "no",
            "not_high",
        ),
        (
            "Sensoren meten de waterstand zodat het gemaal op tijd begint te malen bij zware regen.",
            "none",
            "supports",
            "no",
            "not_high",
        ),
    ],
)
def test_an_entry_is_judged_by_what_it_does_to_people(
    goal: str, subject: str, role: str, automated: str, level: str
) -> None:
    found = _judged(goal=goal)
    assert (found.subject.value, found.role.value) == (subject, role)
    assert (found.automated_individual_decision.value, found.impact.level) == (automated, level)


def test_rules_weigh_as_much_as_learning() -> None:
    assert _judged(goal=PERMIT_RULES).impact.level == "high"
    assert (
        _judged(goal=PERMIT_RULES.replace("Beslisregels toetsen", "Een neuraal netwerk toetst")).impact.level
        == "high"
    )


def test_an_entry_that_says_nothing_is_unknown() -> None:
    found = _judged(goal="-")
    assert found.impact.level == "unknown"
    assert found.role.value == found.subject.value == found.automated_individual_decision.value == "unknown"


def test_the_text_itself_can_call_a_system_high_risk() -> None:
    found = _judged(
        goal="Dit hulpmiddel is een hoog-risico AI-systeem volgens de verordening en helpt de school."
    )
    assert found.impact.criteria == ("high_risk_ai",)


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Dit beeld geeft inzicht in de drukte op straat voor het beleid van de stad.", None),
        (
            "Het systeem geeft inzicht in de stand. Er is geen geautomatiseerde besluitvorming.",
            "Er is geen geautomatiseerde besluitvorming.",
        ),
    ],
    ids=["those of the role it follows from", "its own where the text has them"],
)
def test_an_answer_that_follows_from_another_shows_words(goal: str, words: str | None) -> None:
    found = _judged(goal=goal)
    automated = found.automated_individual_decision
    assert automated.value == "no"
    assert automated.quotes
    if words is None:
        assert automated.quotes == found.role.quotes[:2]
    else:
        assert goal[automated.quotes[0].start : automated.quotes[0].end] == words


def test_a_service_is_no_loan() -> None:
    found = _judged(
        goal="De kwaliteit van de dienstverlening en de hulpverlening wordt in een overzicht gezet."
    )
    assert "legal_consequence" not in found.impact.criteria


def test_the_name_of_a_law_on_high_risk_systems_is_no_declaration() -> None:
    found = _judged(goal="De wet stelt eisen voor hoog-risico AI-systemen; dit is een lijst met afvalbakken.")
    assert "high_risk_ai" not in found.impact.criteria


def _quotes(found: Assessment) -> list[tuple[str, Quote]]:
    named: Mapping[str, tuple[Quote, ...]] = {
        "subject": found.subject.quotes,
        "role": found.role.quotes,
        "impact": found.impact.quotes,
        **{name: statement.quotes for name, statement in found.statements.items()},
    }
    return [(name, quote) for name, quotes in named.items() for quote in quotes]


@pytest.mark.parametrize(
    ("field", "text", "safeguard", "value"),
    [
        ("description", "Dit werkt beter dan handmatige controle.", "human_intervention", "not_stated"),
        (
            "description",
            "Handmatige controle zou zeer arbeidsintensief zijn.",
            "human_intervention",
            "not_stated",
        ),
        ("description", "Een medewerker controleert elke uitkomst.", "human_intervention", "present"),
        ("proportionality", "Nee, dit vult het bestaande werk alleen maar aan.", "necessity", "not_stated"),
        (
            "risks",
            "Geluiden worden opgevangen door een microfoon aan de gevel hier.",
            "risk_management",
            "not_stated",
        ),
        ("dpia", "Nee", "dpia", "absent"),
        ("dpia", "Ja", "dpia", "present"),
        ("dpia", "-", "dpia", "not_stated"),
        ("dpia", "n.v.t.", "dpia", "not_stated"),
        ("dpia", "Nee, want er worden geen persoonsgegevens gebruikt.", "dpia", "not_applicable"),
        ("dpia", "Wordt nog uitgevoerd", "dpia", "absent"),
        ("risks", "De DPIA moet nog worden uitgevoerd.", "dpia", "absent"),
        ("risks", "Er is een DPIA uitgevoerd en besproken.", "dpia", "present"),
        ("risks", "Er is nog geen DPIA uitgevoerd.", "dpia", "absent"),
        ("impacttoetsen_grouping", "Data Protection Impact Assessment (DPIA)", "dpia", "present"),
        ("iama", "Nee", "human_rights_assessment", "absent"),
        (
            "impacttoetsen",
            "Wij hebben een IAMA gedaan met een brede groep.",
            "human_rights_assessment",
            "present",
        ),
        ("lawful_basis", "Participatiewet", "legal_basis", "present"),
        ("lawful_basis", "Er is geen wettelijke grondslag voor dit model.", "legal_basis", "absent"),
        ("lawful_basis", "n.v.t.", "legal_basis", "not_stated"),
        (
            "objection_procedure",
            "U kunt binnen zes weken bezwaar maken tegen het besluit.",
            "objection_route",
            "present",
        ),
        ("objection_procedure", "Nee", "objection_route", "absent"),
        ("objection_procedure", "Niet van toepassing", "objection_route", "not_stated"),
        ("human_intervention", "Een medewerker controleert elke uitkomst.", "human_intervention", "present"),
        ("human_intervention", "Nee", "human_intervention", "absent"),
        ("human_intervention", "Niet van toepassing op dit systeem.", "human_intervention", "not_stated"),
        (
            "human_intervention",
            "N.v.t. De sensor telt alleen auto's en er valt niets te beslissen.",
            "human_intervention",
            "not_applicable",
        ),
        ("monitoring", "Niet van toepassing op dit systeem.", "monitoring", "not_stated"),
        ("objection_procedure", "N.v.t. Er wordt geen besluit genomen.", "objection_route", "not_applicable"),
        ("risks", "Het model is getoetst op discriminatie en vooringenomenheid.", "bias_test", "present"),
        ("risks", "Er worden geen persoonsgegevens gebruikt.", "bias_test", "not_stated"),
        ("monitoring", "De werking wordt elk kwartaal geëvalueerd door het team.", "monitoring", "present"),
        ("monitoring", "Nee", "monitoring", "absent"),
        ("methods_and_models", "Alle handelingen worden vastgelegd in een logbestand.", "logging", "present"),
        (
            "risks",
            "Het risico is een verkeerde uitkomst; daarom controleert een medewerker elke zaak altijd.",
            "risk_management",
            "present",
        ),
        (
            "proportionality",
            "De inzet weegt op tegen het nadeel voor de privacy van bewoners.",
            "necessity",
            "present",
        ),
    ],
)
def test_a_statement_is_what_the_words_say(field: str, text: str, safeguard: str, value: str) -> None:
    statement = _judged(**{field: text}).statements[safeguard]
    assert statement.value == value
    assert bool(statement.quotes) is (value in {"present", "absent", "not_applicable"})
    assert bool(statement.rule) is bool(statement.quotes)


def test_words_glued_together_by_the_export_are_read_apart() -> None:
    found = _judged(risks="Dit geeft weinig hinderEr is een DPIA uitgevoerd.")
    assert found.statements["dpia"].value == "present"


def test_silence_where_the_form_has_no_field_is_not_the_entrys_own() -> None:
    found = assess(_entry(LISTING, goal=PARKING), PLACE)
    assert found.statements["dpia"].value == "not_in_source"
    assert _judged(goal=PARKING).statements["dpia"].value == "not_stated"


def test_words_elsewhere_count_even_where_the_form_has_no_field() -> None:
    found = assess(_entry(LISTING, goal=f"{PARKING} Er is een DPIA uitgevoerd."), PLACE)
    assert found.statements["dpia"].value == "present"


@pytest.mark.parametrize("goal", [BENEFIT_RISK, DECIDES, PARKING, PERMIT_RULES])
def test_every_quote_lies_within_its_field(goal: str) -> None:
    given = _entry(goal=goal, risks="Er is geen DPIA uitgevoerd.")
    quotes = _quotes(assess(given, PLACE))
    assert quotes
    for _, quote in quotes:
        assert 0 <= quote.start < quote.end <= len(given.texts[quote.field])


def test_the_same_words_are_judged_once_and_keep_their_own_place() -> None:
    one = _entry(goal=PARKING)
    other = Entry(
        register="nl", source_id="8", name=one.name, organisation="Provincie Voorbeeld", texts=one.texts
    )
    places = {"Gemeente Voorbeeld": PLACE, "Provincie Voorbeeld": Place("province", "provinciale_staten")}
    seen: list[int] = []
    first, second = assess_all([one, other], places.__getitem__, seen.append)
    assert first[1].impact is second[1].impact
    assert (second[1].source_id, second[1].body) == ("8", "provinciale_staten")
    assert seen == [2]


def test_the_same_words_in_another_language_are_judged_anew() -> None:
    dutch = _entry(goal=PARKING)
    german = evolve(dutch, language="de")
    told = [found for _, found in assess_all([dutch, german], {dutch.organisation: PLACE}.__getitem__)]
    assert told == [assess(dutch, PLACE), assess(german, PLACE)]
    assert told[0] is not told[1]


def test_every_safeguard_has_rules_that_say_what_they_hold_in_both_languages() -> None:
    book = rule_book()
    assert len([file for file in book.files if file.key and file.key.startswith("safeguard.")]) == 20
    for file in book.files:
        assert file.source
        for rule in file.rules:
            assert rule.statement.nl != rule.statement.en
