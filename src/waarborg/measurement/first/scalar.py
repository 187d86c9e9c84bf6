"""A text as it stands in a mapping."""

import yaml


def scalar(text: str) -> str:
    """The text as YAML, in quotes, on one line."""
    return yaml.safe_dump(text, allow_unicode=True, default_style='"', width=10_000).strip()
