"""Words for a wall screen: a finding and a calm list, in type that grows with the screen.

Streamlit has one size of text for a whole app, so these words are a component of their own. It
gets them as data and sets them as text: no name from a file can become markup.
"""

from collections.abc import Sequence
from typing import Final

import streamlit as st

Line = tuple[str, str]  # lead, text

_HTML: Final = """
<section aria-live="polite">
  <p class="name"></p>
  <h1></h1>
  <ul></ul>
</section>
"""
_CSS: Final = """
section { color: var(--st-text-color); font-family: var(--st-font); line-height: 1.35; }
.name { margin: 0 0 .4em; font-size: clamp(1rem, 1.4vw, 1.75rem); color: var(--st-link-color); }
h1 { margin: 0 0 .6em; font: 650 clamp(1.6rem, 3vw, 3.75rem)/1.2 var(--st-heading-font);
  color: var(--st-heading-color); text-wrap: balance; max-width: 32em; }
ul { margin: 0; padding: 0; list-style: none; font-size: clamp(1.1rem, 1.6vw, 2rem); }
li { padding: .45em 0; max-width: 52em; overflow-wrap: anywhere; }
li + li { border-top: 1px solid var(--st-border-color); }
b { font-weight: 600; }
:empty { display: none; }
"""
_JS: Final = """
export default function ({ data, parentElement }) {
  const set = (tag, text) => { parentElement.querySelector(tag).textContent = text }
  set(".name", data.name)
  set("h1", data.finding)
  const lines = data.lines.map(([lead, text]) => {
    const line = document.createElement("li")
    const strong = document.createElement("b")
    strong.textContent = text ? `${lead}: ` : lead
    line.append(strong, text)
    return line
  })
  parentElement.querySelector("ul").replaceChildren(...lines)
}
"""


def say(finding: str, lines: Sequence[Line] = (), *, name: str = "", key: str) -> None:
    """`finding` as the heading of the screen, its `name` above, `lines` below."""
    words = st.components.v2.component("wall", html=_HTML, css=_CSS, js=_JS)
    words(data={"name": name, "finding": finding, "lines": [*map(list, lines)]}, key=key)
