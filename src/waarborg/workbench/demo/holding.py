"""Entering the illustrated dialogue, item by item, through the services that any party uses."""

import datetime as dt

from waarborg.workbench.demo import dialogue_file as file
from waarborg.workbench.demo.cast import dutch, ensure_actors, languages
from waarborg.workbench.models import Claim, Party, System
from waarborg.workbench.models.scope import PUBLIC
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.claims import add_evidence, make_claim
from waarborg.workbench.services.positions import take_position
from waarborg.workbench.services.questions import add_step, ask_question


def hold(dialogue: file.DemoDialogue, system: System, parties: dict[str, Party], now: dt.datetime) -> bool:
    """Enter every item once; False when they stand in the record already."""
    if Claim.objects.filter(system=system, is_demo=True).exists():
        return False
    actors = ensure_actors(dialogue, parties)
    for told in dialogue.safeguards:
        about = About(safeguard=told.safeguard, system=system)
        for claim in told.claims:
            _claim(claim, about, actors[claim.party], now)
        for evidence in told.evidence:
            _evidence(evidence, about, actors[evidence.party], now)
        for question in told.questions:
            _question(question, about, actors, parties, now)
        for position in told.positions:
            _position(position, about, actors[position.party], now)
    return True


def _claim(told: file.DemoClaim, about: About, actor: Actor, now: dt.datetime) -> None:
    entering = _entering(told.date, now, languages(text=told.text))
    make_claim(actor=actor, about=about, entering=entering, says=told.says, text=dutch(told.text))


def _evidence(told: file.DemoEvidence, about: About, actor: Actor, now: dt.datetime) -> None:
    note = told.date_note or {}
    text = {code: f"{told.text[code]} {note.get(code, '')}".strip() for code in told.text}
    add_evidence(
        actor=actor,
        about=about,
        entering=_entering(told.date, now, languages(title=told.title, text=text), is_demo=not told.real),
        kind=told.kind,
        title=dutch(told.title),
        grade=told.grade,
        supports=told.supports,
        covers=told.covers,
        text=dutch(text),
        source=told.source,
        source_url=told.source_url,
    )


def _question(
    told: file.DemoQuestion,
    about: About,
    actors: dict[str, Actor],
    parties: dict[str, Party],
    now: dt.datetime,
) -> None:
    question = ask_question(
        actor=actors[told.by],
        about=about,
        entering=_entering(told.date, now, languages(text=told.text)),
        addressee=parties[told.to],
        text=dutch(told.text),
        term=told.term,
    )
    for step in told.steps:
        add_step(
            actor=actors[step.party],
            question=question,
            entering=_entering(step.date, now, languages(text=step.text)),
            kind=step.kind,
            text=dutch(step.text),
            until=step.until,
            ground=step.ground,
        )


def _position(told: file.DemoPosition, about: About, actor: Actor, now: dt.datetime) -> None:
    take_position(
        actor=actor,
        about=about,
        entering=_entering(told.date, now, languages(text=told.text, condition=told.condition)),
        stance=told.stance,
        basis=told.basis,
        text=dutch(told.text),
        condition=dutch(told.condition),
    )


def _entering(
    date: dt.date, now: dt.datetime, translations: dict[str, dict[str, str]], *, is_demo: bool = True
) -> Entering:
    return Entering(date=date, now=now, visibility=PUBLIC, is_demo=is_demo, translations=translations)
