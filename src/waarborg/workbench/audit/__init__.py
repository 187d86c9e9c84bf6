"""The audit trail: every write leaves one event, chained by hash to the one before it."""

from waarborg.workbench.audit.chain import digest_of, record_event
from waarborg.workbench.audit.proof import Broken, Proof, exported, verify

__all__ = ["Broken", "Proof", "digest_of", "exported", "record_event", "verify"]
