"""A brand's hue made readable: contrast after WCAG 2.2, towards black or white as far as needed."""

from typing import Final

TEXT: Final = 4.5  # contrast of text
MARKS: Final = 3.0  # contrast of lines and large shapes

_STEPS: Final = 50


def contrast(one: str, other: str) -> float:
    """The contrast of two `#rrggbb` colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, background: str, ratio: float = TEXT) -> str:
    """`colour`, or its nearest mix with black or white that reaches `ratio` on `background`."""
    towards = "#000000" if _luminance(background) > 0.18 else "#ffffff"
    mixes = (_mixed(colour, towards, step / _STEPS) for step in range(_STEPS + 1))
    return next((mix for mix in mixes if contrast(mix, background) >= ratio), towards)


def on(colour: str) -> str:
    """White or near-black, whichever is easier to read on `colour`."""
    return max("#ffffff", "#1b2026", key=lambda text: contrast(text, colour))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    parts = (channel / 255 for channel in _channels(colour))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(colour: str, other: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
