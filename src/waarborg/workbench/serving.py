"""Serving the pages on this machine: the port is taken first, the address told once pages can be fetched."""

import errno
import socket
from collections.abc import Callable

import waitress
from django.core.wsgi import get_wsgi_application

from waarborg.values.finding import UnusableInput

HOST = "127.0.0.1"
_THREADS = 6


def take_port(port: int) -> socket.socket:
    """Take a port of this machine, 0 for any that is free; nobody is answered on it yet.

    Raises:
        UnusableInput: ``port_taken`` or ``port_not_allowed``.
    """
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port))
        found.listen()
    except OSError as error:
        found.close()
        other = port + 1 if 1024 <= port < 65535 else 8000  # noqa: PLR2004  the ports a user may open
        if error.errno == errno.EADDRINUSE:
            raise UnusableInput("port_taken", port=port, other=other) from None
        raise UnusableInput("port_not_allowed", port=port, other=other, reason=error.strerror or "") from None
    return found


def serve(on: socket.socket, ready: Callable[[str], object]) -> None:
    """Serve the pages until interrupted; ``ready`` gets the address when they can be fetched."""
    server = waitress.create_server(get_wsgi_application(), sockets=[on], threads=_THREADS)
    ready(f"http://{HOST}:{on.getsockname()[1]}/")
    try:
        server.run()
    finally:
        server.close()
