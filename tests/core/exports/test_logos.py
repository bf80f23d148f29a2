"""A logo comes in drawn anew, or is refused with a sentence."""

import io

import pytest
from PIL import Image, PngImagePlugin

from core.errors import MicroscopeError
from core.exports import logos

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}>{}<path d="M0 0h9v9z"/></svg>'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def picture(kind: str, size: tuple[int, int] = (1600, 400)) -> bytes:
    """A red picture with a secret in its words."""
    made = io.BytesIO()
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "secret")
    Image.new("RGB", size, "red").save(made, kind, **({"pnginfo": words} if kind == "PNG" else {}))
    return made.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_is_drawn_anew_and_small(kind: str) -> None:
    made = logos.png("logo", picture(kind))
    opened = Image.open(io.BytesIO(made))
    assert (opened.format, opened.size, opened.mode) == ("PNG", (720, 180), "RGBA")
    assert b"secret" not in made


@pytest.mark.parametrize(
    "size",
    [
        'width="60" height="20"',
        'width="60px" height="20px"',
        'width="1000000" height="1000000" viewBox="0 0 30 10"',
        'width="3000000" height="1000000"',
        'viewBox="-3,-1,30.0,10.0"',
    ],
)
def test_a_plain_svg_is_drawn_in_our_size_whatever_it_asks_for(size: str) -> None:
    made = logos.png("logo.svg", SVG.format(size, "").encode())
    assert Image.open(io.BytesIO(made)).size == (720, 240)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x89PNG" + bytes(50 * 1024 * 1024), "too large for a logo .50 MB"),
        (SVG.format("", "<script>alert(1)</script>").encode(), "a script"),
        (SVG.format('onload="alert(1)"', "").encode(), "a script"),
        (SVG.format("", '<a href="javascript:alert(1)"/>').encode(), "a script"),
        (SVG.format("", '<image href="https://example.com/a.png"/>').encode(), "a script"),
        (SVG.format(XLINK, '<use xlink:href="file:///etc/passwd"/>').encode(), "a script"),
        (SVG.format("", "<style>@import 'https://example.com'</style>").encode(), "a script"),
        (SVG.format("", "<foreignObject/>").encode(), "a script"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("", "&a;").encode(), "a script"),
        (SVG.format("", "").encode(), "does not say how many"),
        (SVG.format('width="100%" height="0"', "").encode(), "does not say how many"),
        (b"<svg", "no picture that can be opened"),
        (b"%PDF-1.7", "no picture that can be opened"),
        (picture("PNG")[:200], "no picture that can be opened"),
        (b"", "no picture that can be opened"),
    ],
)
def test_anything_else_is_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(MicroscopeError, match=sentence):
        logos.png("logo", content)
