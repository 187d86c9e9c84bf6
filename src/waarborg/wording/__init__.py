"""Findings and terms to sentences, in Dutch and English.

Every sentence stands in ``sentences/*.yaml`` as a pair: a code, its Dutch, its English, with ``{params}``.
A pair that lacks one of the two, or whose params differ, is refused when the catalogue is loaded, so a
missing translation cannot reach a page.
"""

from waarborg.wording.catalogue import LANGUAGES, Language, has_phrase, phrase, say

__all__ = ["LANGUAGES", "Language", "has_phrase", "phrase", "say"]
