"""A finished chart for a wall screen: the same marks, with type and marks that carry farther."""

from collections.abc import Mapping
from typing import Any, Final

_LENGTHS: Final = frozenset(
    (
        *("fontSize", "labelFontSize", "titleFontSize", "limit", "labelLimit", "labelPadding"),
        *("dx", "dy", "titleY", "strokeWidth"),
    )
)
_AREAS: Final = frozenset(["size", "symbolSize"])
_AXES: Final = {"labelFontSize": 12, "titleFontSize": 12}  # px, what Vega takes where none is set


def large(spec: Mapping[str, Any], factor: float = 1.5) -> dict[str, Any]:
    """`spec` (Vega-Lite as plain data) with type and marks `factor` times as large.

    Rows, scales, the height, and the width, which the page gives, stay as they are.
    """
    grown = {
        name: part if name == "datasets" else _grown(name, part, factor)
        for name, part in spec.items()
    }
    config = dict(grown.get("config", {}))
    fonts = {name: round(size * factor) for name, size in _AXES.items()}
    for part in ("axis", "legend"):
        config[part] = {**fonts, **config.get(part, {})}
    return {**grown, "config": config}


def _grown(name: str, part: Any, factor: float) -> Any:
    if isinstance(part, Mapping):
        return {
            key: each if key in ("data", "scale") else _grown(key, each, factor)
            for key, each in part.items()
        }
    if isinstance(part, list):
        return [_grown("", each, factor) for each in part]
    if isinstance(part, bool) or not isinstance(part, int | float):
        return part
    if name in _LENGTHS:
        return part * factor
    return part * factor**2 if name in _AREAS else part
