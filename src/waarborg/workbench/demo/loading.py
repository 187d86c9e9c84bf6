"""Loading the demo; a second time changes nothing."""

import datetime as dt
from pathlib import Path
from typing import Any

from attrs import frozen
from django.db import transaction
from django.utils import timezone

from waarborg.assessment import assess_all
from waarborg.jobs.assess import place
from waarborg.procedure.case import read_case
from waarborg.workbench.demo.cast import ensure_cast, ensure_parties
from waarborg.workbench.demo.dialogue_file import demo_dialogue
from waarborg.workbench.demo.holding import hold
from waarborg.workbench.demo.planning import make_plan
from waarborg.workbench.demo.register_file import REGISTER, DemoFact, DemoRegister, DemoSystem, demo_register
from waarborg.workbench.models import Fact, System
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.cases import load_case
from waarborg.workbench.services.registers import Loaded, load_register


@frozen
class DemoLoaded:
    """What was written: systems, and whether the dossier and the dialogue were."""

    systems: Loaded
    dossier: bool
    dialogue: bool

    @property
    def wrote(self) -> bool:
        """Whether anything was written at all."""
        return self.systems.wrote or self.dossier or self.dialogue


@transaction.atomic
def load_demo(*, actor: Actor, now: dt.datetime) -> DemoLoaded:
    """Load the demo register, dossier CXLVII and the illustrated dialogue, or nothing of them."""
    register, dialogue = demo_register(), demo_dialogue()
    subject = next(told for told in register.systems if told.id == dialogue.system)
    parties = ensure_parties(dialogue, dialogue.safeguards[0].claimant, subject.organisation)
    judged = assess_all((told.entry() for told in register.systems), place)
    today = timezone.localdate(now)
    loaded = load_register(actor=actor, entries=judged, now=now, read_on=today, is_demo=True)
    systems = {row.source_id: row for row in System.objects.filter(register=REGISTER)}
    for told in register.systems:
        _tell_facts(systems[told.id], told, register)
    dossier = load_demo_case(actor=actor, now=now)
    held = hold(dialogue, systems[dialogue.system], parties, now)
    ensure_cast()
    planned = make_plan(now)
    return DemoLoaded(loaded, dossier, held or planned)


def load_demo_case(*, actor: Actor, now: dt.datetime) -> bool:
    """Load dossier CXLVII, whose facts are real and cited, marked as a demo; False when it stands already."""
    case = read_case(Path(__file__).with_name("cxlvii.yaml"))
    return load_case(actor=actor, case=case, now=now, is_demo=True)


def _tell_facts(system: System, told: DemoSystem, register: DemoRegister) -> None:
    """What a demo entry says beyond a register entry: its facts, and where its status and texts were read."""
    details = {
        "notice": register.notice,
        "status": _cited(told.status, register),
        "audit": _cited(told.audit, register) if told.audit else None,
        "texts_from": [register.source(code) for code in told.texts_from],
    }
    system.details, system.translations = details, {"en": told.gloss_en}
    system.save(update_fields=("details", "translations"))
    rows = [_fact(system, number, fact, register) for number, fact in enumerate(told.facts, start=1)]
    Fact.objects.filter(system=system, number__gt=len(rows)).delete()
    Fact.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=("system", "number"),
        update_fields=("code", "text_nl", "text_en", "date", "certainty", "source", "source_url"),
    )


def _cited(told: dict[str, Any], register: DemoRegister) -> dict[str, Any]:
    """A value with its source in words; days as text, since details are JSON."""
    plain = {key: value if value is None else str(value) for key, value in told.items()}
    code = plain.get("source") or ""
    known = register.sources.get(code, {})
    return {**plain, "source": register.source(code) if known else code, "source_url": known.get("url", "")}


def _fact(system: System, number: int, told: DemoFact, register: DemoRegister) -> Fact:
    return Fact(
        system=system,
        number=number,
        code=told.id,
        text_nl=told.nl,
        text_en=told.en,
        date=str(told.date or ""),
        certainty=told.certainty,
        source=register.source(told.source),
        source_url=register.sources[told.source].get("url") or "",
    )
