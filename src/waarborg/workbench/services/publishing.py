"""A dossier goes out as a bundle: the files in their folder, and one event in the trail that names them."""

import datetime as dt
from pathlib import Path

from django.db import transaction

from waarborg.policy import Action
from waarborg.publication.bundle import Manifest, digest, manifest_bytes, manifest_of, place, published_in
from waarborg.workbench.audit import record_event
from waarborg.workbench.models import Dossier
from waarborg.workbench.services.actor import Actor, permit


@transaction.atomic
def publish_dossier(
    *, actor: Actor, dossier: Dossier, files: dict[str, bytes], folder: Path, on: dt.date, now: dt.datetime
) -> tuple[Manifest, bool]:
    """Place a bundle; its manifest, and whether anything was new. What is the same leaves all as it was.

    The payload of the event is ``{"manifest": SHA-256}``: who has the bundle can show that it is the one.

    Raises:
        Refused: by the policy.
        UnusableInput: as ``published_in`` and ``place``; nothing is written then, on disk or in the trail.
    """
    permit(actor, Action.PUBLISH_DOSSIER)
    before = published_in(folder, dossier.slug)
    made = manifest_of(files, before, dossier=dossier.slug, on=on, at=now)
    if made is before:
        return made, False
    record_event(
        actor=actor.name,
        party=actor.code,
        verb=Action.PUBLISH_DOSSIER,
        kind="dossier",
        object_id=dossier.slug,
        payload={"manifest": digest(manifest_bytes(made))},
        at=now,
    )
    place(files, made, folder)
    return made, True
