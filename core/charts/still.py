"""Pictures that stand still while their rows change.

Streamlit keeps a picture on screen as long as its spec stays word for word the same, and exchanges
the rows alone: a third of what a new picture costs.
"""

from typing import Any

import pyarrow as pa

from core.charts import house


def parted(picture: house.Picture, called: str) -> tuple[dict[str, Any], dict[str, pa.Table]]:
    """The spec without any row in it, and all rows by name.

    What the picture shows in words changes with the rows. So the spec says what it is `called`, and
    the words are a row as well: a mark that nobody sees, for screen readers to read out.
    """
    spec = picture.plain()
    tables = {house.ROWS: pa.Table.from_pandas(picture.data, preserve_index=False)}
    names: dict[int, str] = {}
    layers = []
    for layer in [*spec["layer"], _said(spec["description"])]:
        own = layer.get("data", {})
        if "values" in own:
            name = names.setdefault(id(own), f"{house.ROWS}_{len(names) + 1}")
            tables[name] = pa.Table.from_pylist(own["values"])
            layer = {**layer, "data": {"name": name}}
        layers.append(layer)
    return {**spec, "layer": layers, "description": called}, tables


def _said(words: str) -> house.Layer:
    channel = {"description": {"field": "text", "type": "nominal"}}
    return {
        "mark": {"type": "text", "text": ""},
        "encoding": channel,
        "data": house.row(text=words),
    }
