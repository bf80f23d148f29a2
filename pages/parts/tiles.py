"""Tiles with one number each, side by side; one below the other on a phone.

Of Streamlit's own elements a tile takes three, and Streamlit cuts its words off where they are
long. All tiles of a row are one element here: it gets them as data and sets them as text.
"""

from collections.abc import Sequence
from typing import Final

import streamlit as st

Tile = tuple[str, str, str]  # label, value, what is to be known of it at once

_HTML: Final = "<dl></dl>"
_CSS: Final = """
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(185px, 100%), 1fr));
  gap: 1rem; margin: 0; color: var(--st-text-color); font-family: var(--st-font); }
dl > div { box-sizing: border-box; padding: 1rem; border: 1px solid var(--st-border-color);
  border-radius: var(--st-base-radius); font-size: .875rem; line-height: 1.4; }
dt, dd { margin: 0; overflow-wrap: anywhere; }
dd { padding-top: .25rem; color: color-mix(in srgb, var(--st-text-color) 60%, transparent); }
dt + dd { color: inherit; line-height: normal; font-size: var(--st-metric-value-font-size);
  font-weight: var(--st-metric-value-font-weight); }
"""
_JS: Final = """
export default function ({ data, parentElement }) {
  const tiles = data.tiles.map(([label, value, more]) => {
    const tile = document.createElement("div")
    for (const [tag, text] of [["dt", label], ["dd", value], ["dd", more]]) {
      const part = document.createElement(tag)
      part.textContent = text
      tile.append(part)
    }
    return tile
  })
  parentElement.querySelector("dl").replaceChildren(...tiles)
}
"""


def draw(tiles: Sequence[Tile], key: str) -> None:
    """The tiles, in their order."""
    row = st.components.v2.component("tiles", html=_HTML, css=_CSS, js=_JS)
    alone = key.replace("_", "_.")  # Streamlit takes no two of these in a row, as names may have
    row(data={"tiles": [*map(list, tiles)]}, key=alone)
