"""The live register: pulled page by page through its public endpoints, and written whole."""

from waarborg.register.live.fetching import Fetched, fetch_register
from waarborg.register.live.settings import LiveRegister, live_settings

__all__ = ["Fetched", "LiveRegister", "fetch_register", "live_settings"]
