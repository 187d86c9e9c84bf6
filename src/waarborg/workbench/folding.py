"""Words as search compares them."""

import unicodedata


def folded(words: str) -> str:
    """Lower case, without accents, blanks made one."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())


def coded(name: str, taken: set[str], *, longest: int = 110) -> str:
    """A code for an address, from a name: letters, digits and dashes, with a number where it is taken."""
    letters = "".join(letter if letter.isalnum() and letter.isascii() else " " for letter in folded(name))
    stem = "-".join(letters.split())[:longest].strip("-") or "naamloos"
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    taken.add(code)
    return code
