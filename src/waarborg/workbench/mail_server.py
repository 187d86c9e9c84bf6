"""The mail server that the operator names in the environment; without one, mail is printed.

``WAARBORG_MAIL_HOST``: the server; ``WAARBORG_MAIL_PORT``: default 587; ``WAARBORG_MAIL_SECURITY``: starttls
(the default), tls or none; ``WAARBORG_MAIL_USER`` and ``WAARBORG_MAIL_PASSWORD``: where the server asks for
them; ``WAARBORG_MAIL_FROM``: the sender, who must be named where a server is.
"""

import os

from attrs import frozen

from waarborg.values.finding import UnusableInput

_SECURITY = ("starttls", "tls", "none")
_LAST_PORT = 65_535


@frozen(kw_only=True)
class MailServer:
    """How mail goes out. ``backend`` is Django's name for it."""

    backend: str = "django.core.mail.backends.console.EmailBackend"
    host: str = ""
    port: int = 587
    security: str = "starttls"
    user: str = ""
    password: str = ""
    sender: str = "waarborg@localhost"


def mail_server() -> MailServer:
    """The server of the environment, else one that prints.

    Raises:
        UnusableInput: ``mail_sender_missing``, ``mail_port_malformed`` or ``mail_security_unknown``.
    """
    host, sender = _set("HOST"), _set("FROM")
    if not host:
        return MailServer(sender=sender or "waarborg@localhost")
    if not sender:
        raise UnusableInput("mail_sender_missing")
    return MailServer(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=host,
        port=_port(_set("PORT") or "587"),
        security=_security(_set("SECURITY") or "starttls"),
        user=_set("USER"),
        password=os.environ.get("WAARBORG_MAIL_PASSWORD", ""),
        sender=sender,
    )


def _set(name: str) -> str:
    return os.environ.get(f"WAARBORG_MAIL_{name}", "").strip()


def _port(value: str) -> int:
    if not value.isdecimal() or not 0 < int(value) <= _LAST_PORT:
        raise UnusableInput("mail_port_malformed", value=value)
    return int(value)


def _security(value: str) -> str:
    if value.lower() not in _SECURITY:
        raise UnusableInput("mail_security_unknown", value=value)
    return value.lower()
