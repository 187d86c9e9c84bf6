"""Who may see an item: everyone where it is public, else the parties it names."""

from collections.abc import Collection

from waarborg.values.dialogue import PUBLIC


def may_see(seen_by: Collection[str], party: str) -> bool:
    """Whether a person who acts for ``party`` may see an item that names ``seen_by``."""
    return PUBLIC in seen_by or party in seen_by


def visible_to(party: str) -> frozenset[str]:
    """The names under which ``party`` sees items; a query asks for items that name one of them."""
    return frozenset({PUBLIC, party})
