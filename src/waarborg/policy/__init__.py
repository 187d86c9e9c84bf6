"""Who may see and do what: one table, asked by services and by queries alike."""

from waarborg.policy.sight import may_see, visible_to
from waarborg.policy.table import ANY, Action, Decision, Role, decide, table

__all__ = ["ANY", "Action", "Decision", "Role", "decide", "may_see", "table", "visible_to"]
