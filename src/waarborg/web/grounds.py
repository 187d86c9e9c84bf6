"""The ground of a refusal in words."""

from waarborg import law
from waarborg.web.words import label, t
from waarborg.workbench.models import Party
from waarborg.workbench.queries.refusal_grounds import ground_to, refusal_to


def told_ground(asker: Party) -> str:
    """The ground on which a question of this asker may be refused, with where it stands in the law."""
    name = label("refusal_ground", ground_to(asker))
    found = refusal_to(asker)
    if found is None:
        return name
    rule = law.procedure_rules()[found.rule]
    return t("page.question.ground", ground=name, law=rule.law, article=rule.article)
