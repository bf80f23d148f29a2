"""The numbers on a page that stand on tiles."""

import json

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

Tile = tuple[str, str, str]  # label, value, range and date


def of(element: Element) -> list[Tile]:
    """The tiles of one row; none where it is no row of tiles."""
    if element.type != "bidi_component":
        return []
    return [tuple(tile) for tile in json.loads(element.proto.json).get("tiles", [])]


def on(visit: AppTest) -> list[Tile]:
    """All tiles of the page, in their order."""
    return [tile for element in visit.get("bidi_component") for tile in of(element)]
