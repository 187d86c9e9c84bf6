"""Links that keep what the reader chose before."""

from collections.abc import Mapping
from urllib.parse import urlencode


def query(chosen: Mapping[str, str], **changes: object) -> str:
    """A query string of what was ``chosen`` with ``changes``; what is empty or None falls away.

    A change of a filter starts again at the first page, unless the page itself is the change.
    """
    kept = (
        dict(chosen) if "page" in changes else {key: value for key, value in chosen.items() if key != "page"}
    )
    merged = kept | {key: "" if value is None else str(value) for key, value in changes.items()}
    left = {key: value for key, value in merged.items() if value}
    return f"?{urlencode(left)}" if left else "?"
