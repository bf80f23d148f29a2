"""A brand's logo: whatever picture comes in leaves as a plain PNG of a modest size, or not at all.

Nothing of the file itself is kept: it is drawn anew, so no script, address or hidden text goes on.
"""

import io
import re
from typing import Any, Final

from core.errors import MicroscopeError

LARGEST: Final = 5 * 1024 * 1024  # bytes
_PIXELS: Final = 40_000_000
_WIDE, _HIGH = 720, 240  # px of what is kept
_KINDS: Final = ("PNG", "JPEG", "WEBP", "GIF")
_ALLOWED: Final = "Give a PNG, JPEG, WebP or SVG of up to 5 MB."
_REDRAW: Final = "Save it as a PNG, or as a plain SVG, and give that."
_SVG: Final = "{http://www.w3.org/2000/svg}"
_LENGTH: Final = re.compile(r"\d+(?:\.\d+)?")
_ACTIVE: Final = frozenset(
    {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "animate", "set"}
    | {"handler", "listener", "animatetransform", "animatemotion"}
)


def png(name: str, content: bytes) -> bytes:
    """The picture as PNG of at most 720 × 240 pixels; raises MicroscopeError and keeps nothing."""
    if len(content) > LARGEST:
        size = len(content) / 1024 / 1024
        raise MicroscopeError(f"“{name}” is too large for a logo ({size:.0f} MB).", _ALLOWED)
    drawn = _drawn(name, content) if _is_svg(content) else content
    return _written_anew(name, drawn)


def _is_svg(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<svg", b"<?xml", b"<!")) or (
        b"<svg" in content[:1000]
    )


def _drawn(name: str, content: bytes) -> bytes:
    """An SVG as pixels, when there is nothing in it that runs or fetches."""
    from lxml import etree

    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise MicroscopeError(f"“{name}” is no picture that can be opened.", _ALLOWED) from error
    if root.tag != f"{_SVG}svg" or root.getroottree().docinfo.doctype or not _is_still(root):
        raise MicroscopeError(
            f"“{name}” holds a script, or something from elsewhere, and a logo needs neither.",
            _REDRAW,
        )
    if not _sized(root):
        raise MicroscopeError(f"“{name}” does not say how many pixels it has.", _REDRAW)
    import vl_convert

    try:
        made: bytes = vl_convert.svg_to_png(etree.tostring(root, encoding="unicode"))
    except ValueError as error:
        raise MicroscopeError(f"“{name}” is no picture that can be opened.", _ALLOWED) from error
    return made


def _sized(root: Any) -> bool:
    """Gives the drawing the size of what is kept, whatever it asks for: the engine would try to
    get the memory for it, and end the whole app with it. False where no shape is stated.
    """
    box = _LENGTH.findall(root.get("viewBox", ""))[-2:]
    if not box:
        box = [root.get(side, "").removesuffix("px") for side in ("width", "height")]
        if not all(_LENGTH.fullmatch(side) for side in box):
            return False
        root.set("viewBox", " ".join(["0 0", *box]))
    wide, high = map(float, box) if len(box) == 2 else (0.0, 0.0)
    if not wide or not high:
        return False
    scale = min(_WIDE / wide, _HIGH / high)
    for side, length in (("width", wide), ("height", high)):
        root.set(side, str(max(round(length * scale), 1)))
    return True


def _is_still(root: object) -> bool:
    """Whether no element runs, no attribute is an event, and every address stays inside."""
    for element in root.iter():  # type: ignore[attr-defined]
        if not isinstance(element.tag, str):  # a comment or an instruction
            continue
        if element.tag.rpartition("}")[2].lower() in _ACTIVE:
            return False
        for key, value in element.attrib.items():
            attribute, text = key.rpartition("}")[2].lower(), value.strip().lower()
            if attribute.startswith("on") or "javascript:" in text or "url(http" in text:
                return False
            if attribute in ("href", "src") and not text.startswith(("#", "data:image/png")):
                return False
        if element.tag.endswith("}style") and "http" in (element.text or "").lower():
            return False
    return True


def _written_anew(name: str, content: bytes) -> bytes:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=_KINDS) as found:
            if found.width * found.height > _PIXELS:
                size = f"{found.width:,} × {found.height:,}"
                raise MicroscopeError(f"“{name}” has too many pixels ({size}).", _ALLOWED)
            picture = found.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise MicroscopeError(f"“{name}” is no picture that can be opened.", _ALLOWED) from error
    picture.thumbnail((_WIDE, _HIGH))
    made = io.BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()
