"""Registrations that say the same: one system under several of them, or one description used again.

The public face: ``same_system`` for systems and registrations told apart, ``NearDuplicates`` for the note
that a description was there before.
"""

from waarborg.register.sameness.descriptions import NearDuplicates
from waarborg.register.sameness.systems import SAME_NAME, SAME_TEXT, SystemCount, SystemGroup, same_system

__all__ = ["SAME_NAME", "SAME_TEXT", "NearDuplicates", "SystemCount", "SystemGroup", "same_system"]
