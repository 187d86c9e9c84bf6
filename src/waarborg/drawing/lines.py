"""Text in lines, since SVG does not wrap."""


def wrapped(text: str, width: int, most: int) -> list[str]:
    """``text`` in at most ``most`` lines of about ``width`` letters; an ellipsis tells what fell away."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]
