"""The QR code that leads to 公文核验."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import segno

if TYPE_CHECKING:
    from segno import QRCode

QUIET_ZONE = 2  # modules of white around the code, which stands on white paper


def qr_svg(url: str) -> str:
    """Give the code as an SVG picture."""
    return _code(url).svg_inline(border=QUIET_ZONE)


def qr_png(url: str) -> bytes:
    """Give the code as a PNG picture, eight dots to a module."""
    out = BytesIO()
    _code(url).save(out, kind="png", scale=8, border=QUIET_ZONE)
    return out.getvalue()


def _code(url: str) -> QRCode:
    return segno.make(url, error="m", micro=False)
