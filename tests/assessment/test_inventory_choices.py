"""The answers that the inventories of the United States let an agency choose from, read as they were meant.

The choices are those of the forms of 2024 and 2025 (OMB M-24-10 and M-25-21); what each states was read
by hand.
"""

import pytest

from waarborg.assessment import assess
from waarborg.assessment.assessing import Place
from waarborg.values.assessment import Statement
from waarborg.values.entry import Entry

CHOICES = {
    ("monitoring", "monitoring"): {
        "Yes, sufficient monitoring protocols have been established": "present",
        "Yes - Monitoring Established": "present",
        "In-progress": "absent",
        "Development of monitoring protocols is in-progess": "absent",
        "Agency CAIO has waived this minimum practice and reported such waiver to OMB": "absent",
        "No monitoring protocols have been established: a plan is not ready.": "absent",
        "Automated and Regularly Scheduled Updates: some parts of it.": "present",
        "Intermittent and Manually Updated: a plan is in place.": "present",
        "AI is not safety or rights-impacting.": "not_stated",
        "Not Applicable": "not_stated",
    },
    ("human_intervention", "human_intervention"): {
        "No - Some individual decisions or actions require direct human oversight.": "present",
        "Yes - All individual decisions or actions are automated and "
        "may be rendered without direct human interaction.": "absent",
        "Other \u2013 Immediate human intervention is not "
        "practicable; however, a fail-safe has been implemented.": "absent",
        "N/A": "not_stated",
    },
    ("objection_route", "objection_procedure"): {
        "Appeal Process Established": "present",
        "Appeal Process In-progress": "absent",
        "Appeal Precluded by Law": "absent",
        "Not Applicable": "not_stated",
    },
    ("fallback", "fallback"): {
        "Yes": "present",
        "In-progress": "absent",
        "No \u2013 This AI use case is not subject to the opt-out "
        "requirement because of its use.": "not_applicable",
        "Not Applicable": "not_stated",
    },
    ("competent_staff", "operator_training"): {
        "Training Established": "present",
        "Training In-progress": "absent",
        "CAIO Waived": "absent",
    },
    ("independent_review", "independent_review"): {
        "Internal Independent Review": "present",
        "Yes \u2013 by the CAIO": "present",
        "Planned or in-progress": "absent",
    },
    ("notice", "notice"): {
        "Online - in the terms or instructions for the service.": "present",
        "None of the above": "absent",
        "N/A - individuals are not interacting with the AI for this use case": "not_applicable",
    },
    ("risk_management", "risks"): {
        "No impacts": "absent",
    },
}


def _stated(safeguard: str, texts: dict[str, str]) -> Statement:
    entry = Entry(register="us", source_id="1", name="", organisation="Agency", texts=texts, language="en")
    return assess(entry, Place("central", "us")).statements[safeguard]


EACH = [(*place, chosen, value) for place, told in CHOICES.items() for chosen, value in told.items()]


@pytest.mark.parametrize(("safeguard", "field", "chosen", "value"), EACH)
def test_a_chosen_answer_is_read_as_the_form_means_it(
    safeguard: str, field: str, chosen: str, value: str
) -> None:
    found = _stated(safeguard, {field: chosen})
    assert found.value == value
    assert bool(found.quotes) == (value != "not_stated")


TOLD = [
    ("bias_test", "bias_mitigation", "The model was found to not lead to discrimination or bias.", "present"),
    ("bias_test", "bias_mitigation", "The model was not tested for bias.", "absent"),
    ("human_intervention", "goal", "This process will not have a human review.", "absent"),
    ("human_intervention", "outputs", "Codes are given as recommendations for human coders.", "present"),
    ("human_intervention", "goal", "The current manual review process takes weeks.", "not_stated"),
    ("human_intervention", "goal", "It saves hours of manual review.", "not_stated"),
    ("human_intervention", "goal", "No action is taken without human review.", "not_stated"),
    ("human_intervention", "goal", "The tool helps a team assess the state of bridges.", "not_stated"),
    ("bias_test", "goal", "It measures demographics of the visitors of a park.", "not_stated"),
    ("bias_test", "testing", "The model will be tested for bias next year.", "not_stated"),
    ("monitoring", "monitoring", "Planned reviews of accuracy are carried out every quarter.", "present"),
    ("human_intervention", "outputs", "Every match is verified by an officer.", "present"),
    (
        "risk_management",
        "risks",
        "The owner relied on guidance to evaluate impacts and risks of this case.",
        "not_stated",
    ),
]


@pytest.mark.parametrize(("safeguard", "field", "text", "value"), TOLD)
def test_what_an_agency_writes_in_its_own_words_is_read_by_what_it_says(
    safeguard: str, field: str, text: str, value: str
) -> None:
    assert _stated(safeguard, {field: text}).value == value
