"""Addresses: Dutch at the top, English under ``/en/``; the address alone says the language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from waarborg.web.api import api
from waarborg.web.views import (
    acting_on,
    commitments,
    dialogue,
    dossiers,
    errors,
    home,
    instruments,
    involvement,
    letter,
    norms,
    notices,
    papers,
    publication,
    question,
    safeguards,
    scenarios,
    signing_in,
    submissions,
    system,
    systems,
)

pages = i18n_patterns(
    path("", home.home, name="home"),
    path("waarborgen/", safeguards.safeguards, name="safeguards"),
    path("waarborgen.csv", safeguards.safeguards_csv, name="safeguards-csv"),
    path("waarborgen.json", safeguards.safeguards_json, name="safeguards-json"),
    path("waarborgen/<slug:code>/", safeguards.safeguard, name="safeguard"),
    path("systemen/", systems.systems, name="systems"),
    path("systemen.csv", systems.systems_csv, name="systems-csv"),
    path("systemen.json", systems.systems_json, name="systems-json"),
    path("systemen/<slug:slug>/", system.system, name="system"),
    path("systemen/<slug:slug>/doen/<slug:code>/", acting_on.on_system, name="act-on-system"),
    path("vragen/<int:pk>/", question.question, name="question"),
    path("vragen/<int:pk>/doen/<slug:code>/", acting_on.on_question, name="act-on-question"),
    path("dialoog/", dialogue.dialogue, name="dialogue"),
    path("dialoog/<int:pk>/doen/<slug:code>/", acting_on.on_plan, name="act-on-plan"),
    path("dialoog/vragen/<slug:safeguard>/<int:organisation>.<slug:form>", dialogue.bundle, name="bundle"),
    path("dossiers/<slug:slug>/doen/<slug:code>/", acting_on.on_dossier, name="act-on-dossier"),
    path("vragen/<int:number>/brief/", letter.letter, name="letter"),
    path("vragen/<int:number>/brief.<slug:form>", letter.letter, name="letter-form"),
    path("systemen/<slug:slug>/antwoorden.<slug:form>", publication.answers, name="answers"),
    path("dossiers/", dossiers.dossiers, name="dossiers"),
    path("dossiers/<slug:slug>/", dossiers.dossier, name="dossier"),
    path("toezeggingen/", commitments.commitments_page, name="commitments"),
    path("toezeggingen.csv", commitments.commitments_csv, name="commitments-csv"),
    path("toezeggingen.json", commitments.commitments_json, name="commitments-json"),
    path("toezeggingen.ics", commitments.commitments_ics, name="commitments-ics"),
    path("toezeggingen/<int:pk>/doen/<slug:code>/", acting_on.on_commitment, name="act-on-commitment"),
    path("toezeggingen/rappel/", commitments.rappel_page, name="rappel"),
    path("betrokkenheid/", involvement.involvement, name="involvement"),
    path("betrokkenheid/bewaren/", involvement.keep_scenario, name="keep-scenario"),
    path("betrokkenheid/aannamen/", involvement.involvement_drivers, name="involvement-drivers"),
    path(
        "betrokkenheid/aannamen.json", involvement.involvement_drivers_json, name="involvement-drivers-json"
    ),
    path("betrokkenheid.csv", involvement.involvement_csv, name="involvement-csv"),
    path("betrokkenheid.json", involvement.involvement_json, name="involvement-json"),
    path("instrumenten/", instruments.instruments, name="instruments"),
    path("instrumenten.json", instruments.instruments_json, name="instruments-json"),
    path("meldingen/", notices.notices_page, name="notices"),
    path("meldingen.atom", notices.notices_feed, name="notices-feed"),
    path("voorleggingen.json", submissions.submissions_json, name="submissions-json"),
    path("voorleggingen/<int:pk>/", submissions.submission, name="submission"),
    path("scenarios/<int:pk>/", scenarios.scenario, name="scenario"),
    path("scenarios/<int:pk>/aanhalen/", scenarios.cite, name="cite-scenario"),
    path("scenarios/<int:pk>.json", scenarios.scenario_json, name="scenario-json"),
    path("normen/", norms.norms, name="norms"),
    path("normen/teksten/", norms.norm_texts, name="norm-texts"),
    path("normen/impact/", norms.impact_rules, name="impact-rules"),
    path("aanmelden/", signing_in.sign_in_page, name="sign-in"),
    path("aanmelden/demo/", signing_in.step_in, name="step-in"),
    path("afmelden/", signing_in.sign_out, name="sign-out"),
    path("publicatie/", publication.publication, name="publication"),
    path("publicatie.csv", publication.publication_csv, name="publication-csv"),
    path("publicatie.json", publication.publication_json, name="publication-json"),
    path("publicatie/concept/<int:pk>/", papers.paper_draft, name="paper-draft"),
    path("publicatie/concept/<int:pk>/doen/<slug:code>/", acting_on.on_paper, name="act-on-paper"),
    path("publicatie/concept/<int:pk>.<slug:form>", publication.draft, name="paper-draft-form"),
    path("publicatie/<slug:slug>/<slug:code>.<slug:form>", publication.paper, name="paper"),
    prefix_default_language=False,
)
urlpatterns = [path("api/v1/", api.urls), *pages]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
