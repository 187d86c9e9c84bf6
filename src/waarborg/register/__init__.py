"""What systems exist: registers of every form read into one ``Entry``, with what is wrong in them.

The public face: ``read`` for a register whole, ``stream_register`` for one entry at a time,
``difference`` for what changed between two readings, ``same_system`` for systems and registrations told
apart, ``organisation_kind`` and ``organisation_code`` for what a body is.
"""

from waarborg.register.difference import Difference, difference, differing
from waarborg.register.fields import register_fields, text_fields
from waarborg.register.organisations import organisation_code, organisation_kind
from waarborg.register.reading import Reading, RegisterStream, read, stream_register
from waarborg.register.sameness import SystemCount, SystemGroup, same_system

__all__ = [
    "Difference",
    "Reading",
    "RegisterStream",
    "SystemCount",
    "SystemGroup",
    "difference",
    "differing",
    "organisation_code",
    "organisation_kind",
    "read",
    "register_fields",
    "same_system",
    "stream_register",
    "text_fields",
]
