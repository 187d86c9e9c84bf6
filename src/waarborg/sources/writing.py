"""Writing a file so that it is there whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from waarborg.values.finding import UnusableInput, Where


@contextmanager
def write_whole(path: Path, *, never: Path | None = None) -> Iterator[TextIO]:
    """Open a temporary file beside ``path`` and give it its name when the block ends well.

    ``never`` is the input, which is not to be written over. When the block fails nothing is left behind.

    Raises:
        UnusableInput: ``output_is_input`` or ``output_not_writable``.
    """
    where = Where(file=str(path))
    if never is not None and path.exists() and never.exists() and path.samefile(never):
        raise UnusableInput("output_is_input", where)
    if path.is_dir():
        raise UnusableInput("file_is_a_folder", where)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise UnusableInput("output_not_writable", where, reason=error.strerror or "") from None
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        raise UnusableInput("output_not_writable", where, reason=error.strerror or "") from None
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    """The permissions that new files do not get; the system tells it only by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
