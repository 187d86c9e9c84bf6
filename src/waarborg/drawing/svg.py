"""SVG built as a tree by the standard library, so that every text is escaped and every tag closed."""

from xml.etree.ElementTree import Element, tostring


def element(tag: str, text: str = "", /, *children: Element, **attributes: object) -> Element:
    """One SVG element. ``class_`` becomes ``class``; other underscores become hyphens; None is left out."""
    known = {
        key.rstrip("_").replace("_", "-"): str(value)
        for key, value in attributes.items()
        if value is not None
    }
    made = Element(tag, known)
    made.text = text or None
    made.extend(children)
    return made


def drawing(width: float, height: float, title: str, description: str, *children: Element) -> str:
    """A whole SVG picture with its title and description for those who do not see it.

    It scales to its place and carries classes, not colours, so that the page and its print style rule.
    """
    root = element(
        "svg",
        "",
        element("title", title),
        element("desc", description),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        role="img",
        aria_label=title,
    )
    return tostring(root, encoding="unicode")
