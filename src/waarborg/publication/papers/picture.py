"""A picture without what its file says besides: who made it, with what, when and where.

PNG (ISO/IEC 15948, 11.3) keeps the chunks that bear on how it looks; JPEG (ITU-T T.81, B.2.4) loses comments
and the application segments other than JFIF, colour profile and colour transform.
"""

from collections.abc import Iterator

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_LOOKS = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"})
_KEPT_SEGMENTS = frozenset({0xE0, 0xE2, 0xEE})
_APPLICATION, _COMMENT, _SCAN = range(0xE0, 0xF0), 0xFE, 0xDA
_SMALLEST_CHUNK = 12


def bare_picture(content: bytes) -> bytes:
    """The picture as it looks, without its metadata.

    Raises:
        ValueError: neither PNG nor JPEG, or broken off.
    """
    if content.startswith(PNG):
        return PNG + b"".join(_chunks(content))
    if content.startswith(JPEG):
        return JPEG + b"".join(_segments(content))
    raise ValueError("no PNG or JPEG")


def _chunks(content: bytes) -> Iterator[bytes]:
    at, name = len(PNG), b""
    while name != b"IEND":
        size = _SMALLEST_CHUNK + int.from_bytes(content[at : at + 4])
        name, chunk = content[at + 4 : at + 8], content[at : at + size]
        if len(chunk) < size:
            raise ValueError("broken off")
        if name[:1].isupper() or name in _LOOKS:
            yield chunk
        at += size


def _segments(content: bytes) -> Iterator[bytes]:
    at, kind = len(JPEG), 0
    while kind != _SCAN:
        size = 2 + int.from_bytes(content[at + 2 : at + 4])
        kind, segment = content[at + 1] if at + 1 < len(content) else 0, content[at : at + size]
        if len(segment) < size or segment[:1] != b"\xff":
            raise ValueError("broken off")
        if kind not in {*_APPLICATION, _COMMENT} or kind in _KEPT_SEGMENTS:
            yield segment
        at += size
    yield content[at:]
