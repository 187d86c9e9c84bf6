"""What a person can do on a page: one act, one form, one service; the policy says who may."""

from waarborg.web.acts.act import Act, permitted
from waarborg.web.acts.on_question import ON_QUESTION
from waarborg.web.acts.on_system import ON_SYSTEM

__all__ = ["ON_QUESTION", "ON_SYSTEM", "Act", "permitted"]
