"""Pages that carry their own style, such as a paper in HTML: allowed by its hash, and nothing else."""

import base64
import hashlib
import re

from django.http import HttpResponse

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def with_own_style(page: str) -> HttpResponse:
    """The page, with a policy that lets its style work and loads nothing (CSP 3, hash source)."""
    answer = HttpResponse(page)
    answer["Content-Security-Policy"] = f"default-src 'none'; style-src {_hashes(page)}"
    return answer


def _hashes(page: str) -> str:
    digests = (hashlib.sha256(style.encode()).digest() for style in _STYLE.findall(page))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests) or "'none'"
