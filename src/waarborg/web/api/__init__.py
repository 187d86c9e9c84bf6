"""The open data of the workbench: what is public, read-only, by the API Design Rules of the Dutch government.

API Design Rules 2.0 (Logius): kebab-case paths, camelCase fields and query keys, the version in the path
and in the header ``API-Version``, errors as problem details (RFC 9457), links between pages.
"""

from waarborg.web.api.service import api

__all__ = ["api"]
