"""Mail before and after a term runs out: when, for whom, about what, in which words."""

from waarborg.workbench.reminders.mails import Mail, mails_due, uncertain
from waarborg.workbench.reminders.terms import Term

__all__ = ["Mail", "Term", "mails_due", "uncertain"]
