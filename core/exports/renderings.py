"""Pictures of a dossier drawn without a screen: SVG for the page, PNG for slides and paper."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from core.exports.dossier import Picture

_CALM: Final[Mapping[str, Mapping[str, object]]] = {
    "view": {"stroke": None},
    "axis": {"gridColor": "#dde1e6", "domainColor": "#888", "labelFontSize": 11},
}
_FONT: Final = "Arial, Helvetica, Liberation Sans, sans-serif"


def svg(picture: Picture, width: int) -> str:
    """The picture as SVG, `width` px wide."""
    import vl_convert  # loads a whole browser engine: only where a file is made

    drawn: str = vl_convert.vegalite_to_svg(_spec(picture, width), allowed_base_urls=[])
    return drawn


def png(picture: Picture, width: int, scale: float = 3.0) -> bytes:
    """The picture as PNG of `width` × `scale` pixels across, on white."""
    import vl_convert

    spec = _spec(picture, width)
    drawn: bytes = vl_convert.vegalite_to_png(spec, scale=scale, allowed_base_urls=[])
    return drawn


def first(picture: Picture, rows: int) -> Picture:
    """The same chart of lines with the first of them only, and as much lower; the title says so."""
    every = picture.spec["datasets"]["rows"]
    if len(every) <= rows:
        return picture
    height = round(picture.spec["height"] * (rows + 1) / (len(every) + 1))
    spec = {**picture.spec, "height": height, "datasets": {"rows": every[:rows]}}
    title = f"{picture.title}: the first {rows} of {len(every)}"
    return replace(picture, spec=spec, title=title)


def _spec(picture: Picture, width: int) -> dict[str, Any]:
    spec = {**picture.spec, "width": width, "background": "white"}
    said = spec.get("config", {})
    calm = {name: {**look, **said.get(name, {})} for name, look in _CALM.items()}
    return {**spec, "config": {**said, **calm, "font": _FONT}}
