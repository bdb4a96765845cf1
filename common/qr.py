"""QR codes of our own addresses, for screens and paper."""

import io

import segno

# A quarter of the squares may be worn off paper that hangs at a stall; the quiet zone is part of the picture.
_ERROR, _BORDER = "q", 4
# Dots a square: about a thousand across, enough for a banner.
_SCALE = 24


def svg(text: str) -> str:
    """As drawn on a white ground; the size is left to the page."""
    buffer = io.BytesIO()
    code = segno.make(text, error=_ERROR, micro=False)
    code.save(
        buffer,
        kind="svg",
        border=_BORDER,
        light="#fff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return buffer.getvalue().decode()


def png(text: str) -> bytes:
    buffer = io.BytesIO()
    segno.make(text, error=_ERROR, micro=False).save(buffer, kind="png", border=_BORDER, scale=_SCALE)
    return buffer.getvalue()
