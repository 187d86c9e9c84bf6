"""The style sheets of every page, in order: components as published, then our tokens and pages."""

VENDORED = (
    "nl-data-badge",
    "nl-heading",
    "nl-link",
    "nl-mark",
    "nl-paragraph",
    "nl-skip-link",
    "utrecht-alert",
    "utrecht-select",
    "utrecht-table",
    "utrecht-textbox",
)
OWN = ("tokens", "layout", "content", "drawing", "print")
STYLESHEETS = (*(f"vendor/{name}.css" for name in VENDORED), *(f"waarborg/{name}.css" for name in OWN))
