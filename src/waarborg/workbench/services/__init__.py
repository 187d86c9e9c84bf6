"""Every write to the record: one keyword-only function a use case.

Each asks ``policy``, lets the domain's functions and the database's constraints refuse, writes, renews the
stored states and leaves one audit event: all of it in one transaction. What is refused is a ``Refused``.
"""
