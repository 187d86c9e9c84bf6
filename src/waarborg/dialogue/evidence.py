"""The evidence for and against a safeguard, per norm, after ageing (DESIGN 4.3)."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from attrs import define, field

from waarborg.values.dialogue import Applicable, Evidence, Grade, Record, Says


@define(slots=False)
class EvidencePicture:
    """What the evidence and claims of a record come to on a day. ``record`` holds counted items only."""

    record: Record
    on: dt.date
    applies: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        """A safeguard that does not apply asks for no evidence; unknown and contested still do."""
        self.applies = self.record.applicable is not Applicable.NO

    @cached_property
    def last_change(self) -> dt.date | None:
        """The day of the last significant change of the system."""
        return max((change.date for change in self.record.changes), default=None)

    @cached_property
    def live(self) -> tuple[Evidence, ...]:
        """Evidence that was not withdrawn."""
        return tuple(item for item in self.record.evidence if item.withdrawn is None)

    def expired(self, item: Evidence) -> bool:
        """Whether the item is past its validity; the last day itself still counts."""
        return item.valid_until is not None and item.valid_until < self.on

    def grade(self, item: Evidence) -> Grade:
        """The grade after ageing: declared at most when older than the last change, or expired."""
        outdated = self.last_change is not None and item.date < self.last_change
        return min(item.grade, Grade.DECLARED) if outdated or self.expired(item) else item.grade

    @cached_property
    def latest_claims(self) -> Mapping[str, Says]:
        """What each party on the government side said last; of one day, at the narrowest scope."""
        claims = self.record.claims
        ordered = sorted(claims, key=lambda claim: (claim.date, -claim.scope.breadth, claim.says))
        return {claim.party: claim.says for claim in ordered}

    @cached_property
    def said_present(self) -> bool:
        """Whether a party's latest claim is that the safeguard is there."""
        return Says.PRESENT in self.latest_claims.values()

    @cached_property
    def said_absent(self) -> bool:
        """Whether a party's latest claim is that the safeguard is not there."""
        return Says.ABSENT in self.latest_claims.values()

    @cached_property
    def support(self) -> Mapping[str, Grade]:
        """The best live supporting grade per norm; a claim of presence supports every norm as declared."""
        declared = Grade.DECLARED if self.said_present else Grade.NONE
        found = {norm: max(declared, self._best(norm, supports=True)) for norm in self.record.norms}
        if self.said_absent and not self.said_present and max(found.values()) <= Grade.DECLARED:
            return dict.fromkeys(found, Grade.NONE)
        return found

    @cached_property
    def contrary(self) -> Mapping[str, Grade]:
        """The strongest live contrary grade per norm it bears on."""
        return {norm: self._best(norm, supports=False) for norm in self.record.norms}

    def _best(self, norm: str, *, supports: bool) -> Grade:
        bearing = (
            item
            for item in self.live
            if item.supports is supports and (norm in item.covers or not item.covers)
        )
        return max((self.grade(item) for item in bearing), default=Grade.NONE)

    @cached_property
    def supported_above_declared(self) -> bool:
        """Whether anything stronger than a declaration supports a norm."""
        return max(self.support.values()) > Grade.DECLARED

    @cached_property
    def contradicted(self) -> bool:
        """Contrary evidence as strong as its norm's support, or a claim of absence against real support."""
        outweighed = any(
            self.contrary[norm] >= max(self.support[norm], Grade.DECLARED) for norm in self.record.norms
        )
        return outweighed or (self.said_absent and self.supported_above_declared)

    @cached_property
    def contested(self) -> bool:
        """Contradicted, or contrary evidence of documented or more, however strong the support."""
        strong = any(not item.supports and self.grade(item) >= Grade.DOCUMENTED for item in self.live)
        return self.applies and (self.contradicted or strong)

    @cached_property
    def state(self) -> str:
        """The state of the evidence, first that holds."""
        if not self.applies:
            return "not_applicable"
        if self.contradicted:
            return "contradicted"
        if self.said_absent and not self.said_present:
            return "stated_absent"
        if all(grade >= self.record.bar for grade in self.support.values()):
            return "meets_bar"
        return "none" if max(self.support.values()) is Grade.NONE else "short_of_bar"

    @property
    def best_grade(self) -> str:
        """The grade of the weakest norm."""
        return min(self.support.values()).code if self.applies else Grade.NONE.code

    @property
    def covered(self) -> str:
        """How many norms reach the bar, of how many."""
        if not self.applies:
            return "0/0"
        reached = sum(grade >= self.record.bar for grade in self.support.values())
        return f"{reached}/{len(self.support)}"

    @cached_property
    def stood_higher(self) -> bool:
        """Whether live evidence, for or against, lost grade by ageing."""
        return any(self.grade(item) < item.grade for item in self.live)
