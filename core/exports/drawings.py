"""Pictures inside of a page: SVG in the page's own hues, for desk and phone, and a table."""

import re
from collections.abc import Mapping
from typing import Final

import pandas as pd
from markupsafe import Markup, escape

from core import figures
from core.exports import renderings
from core.exports.dossier import Picture
from core.locale import Writing, is_known

_BROAD: Final = 900  # px
_NARROW: Final = 350
# Hues of the charts by what the style sheet calls them: so they turn with light and dark.
_HUES: Final[Mapping[str, str]] = {
    "white": "paper",
    "#ffffff": "paper",
    "#fff": "paper",
    "#31333f": "ink",
    "#6b6f7a": "quiet",
    "#dde1e6": "rule",
    "#ddd": "rule",
    "#888": "axis",
    "#0072b2": "blue",
    "#d55e00": "vermillion",
    "#009e73": "green",
    "#8a8f98": "grey",
}
_PAINT: Final = re.compile(r'(fill|stroke)="([^"]+)"')
_SIZE: Final = re.compile(r'^<svg ([^>]*?)width="([\d.]+)" height="([\d.]+)"')


def figure(name: str, picture: Picture, writing: Writing) -> Markup:
    """The picture with its finding above, its words for the blind, and its table behind a click."""
    return Markup(
        '<figure><figcaption>{title}</figcaption><div data-marks="{name}" role="img" '
        'aria-label="{alt}">{broad}{narrow}</div><details><summary>The numbers behind this chart'
        '<span class="far">: {title}</span></summary><div class="wide" role="region" tabindex="0" '
        'aria-label="{title}">{table}</div></details></figure>'
    ).format(
        title=picture.title,
        name=name,
        alt=picture.alt,
        broad=_drawn(picture, _BROAD, "broad"),
        narrow=_drawn(picture, _NARROW, "narrow"),
        table=table(picture.table, writing),
    )


def _drawn(picture: Picture, width: int, kind: str) -> Markup:
    words = _PAINT.sub(_painted, renderings.svg(picture, width))
    words = _SIZE.sub(rf'<svg class="{kind}" aria-hidden="true" width="\2" height="\3"', words)
    return Markup(words)  # noqa: S704  every text in it was escaped by the renderer


def _painted(found: re.Match[str]) -> str:
    hue = _HUES.get(found[2].lower())
    return f'{found[1]}="var(--{hue})"' if hue else found[0]


def table(frame: pd.DataFrame, writing: Writing) -> Markup:
    """A frame as a table; numbers as the reader writes them, nothing where nothing is known."""
    frame = figures.in_words(frame)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in frame.columns)
    rows = (
        "".join(f"<td>{escape(_cell(cell, writing))}</td>" for cell in row)
        for row in frame.itertuples(index=False, name=None)
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return Markup(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")  # noqa: S704


def _cell(cell: object, writing: Writing) -> str:
    if not is_known(cell):
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return writing.number(cell) if isinstance(cell, int | float) else str(cell)
