"""A measurement attached as measured evidence: its figures on one safeguard, and the digest of its file."""

import datetime as dt

import attrs
from attrs import frozen

from waarborg.dialogue.measured import Report
from waarborg.publication.check import marks
from waarborg.values.dialogue import Grade
from waarborg.values.indicator import Indicator
from waarborg.workbench.models import Evidence
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.claims import add_evidence
from waarborg.workbench.services.refusal import Refused

KIND = "measurement"


@frozen(kw_only=True)
class Attached:
    """A report that was read, with the digest of its file, and what a person says of it."""

    report: Report
    sha256: str
    title: str
    supports: bool
    text: str = ""
    source: str = ""
    valid_until: dt.date | None = None


def attach_measurement(*, actor: Actor, about: About, entering: Entering, attached: Attached) -> Evidence:
    """Attach the figures that a report has on a safeguard; whether they support it a person says.

    Raises:
        Refused: as ``add_evidence``; no figure on the safeguard; words that may be about a person.
    """
    figures = attached.report.of(about.safeguard)
    if not figures:
        others = ", ".join(sorted({one.safeguard for one in attached.report.indicators}))
        raise Refused("report_without_safeguard", safeguard=about.safeguard, others=others or "-")
    _about_nobody(figures)
    return add_evidence(
        actor=actor,
        about=about,
        entering=entering,
        kind=KIND,
        title=attached.title,
        grade=Grade.MEASURED,
        supports=attached.supports,
        text=attached.text,
        source=attached.source,
        file_sha256=attached.sha256,
        valid_until=attached.valid_until,
        figures=[attrs.asdict(one) | {"caveats": list(one.caveats)} for one in figures],
    )


def _about_nobody(figures: tuple[Indicator, ...]) -> None:
    if found := marks(figures):
        raise Refused("report_personal", text=found[0].text)
