"""Pictures that stand still while their rows change.

Streamlit keeps a picture on screen as long as its spec stays word for word the same, and exchanges
the rows alone: a third of what a new picture costs.
"""

from typing import Any

import pyarrow as pa

from core.charts import house


def parted(
    picture: house.Picture, called: str = ""
) -> tuple[dict[str, Any], str, dict[str, pa.Table]]:
    """The spec without any row in it, what the picture shows in words, and all rows by name.

    Those words change with the rows. So the spec of what is `called` something says that instead,
    and they are a row as well: a mark that nobody sees, for screen readers to read out.
    """
    spec, words = picture.plain(), str(picture.description)
    tables = {house.ROWS: pa.Table.from_pandas(picture.data, preserve_index=False)}
    names: dict[int, str] = {}
    layers = []
    for layer in [*spec["layer"], *([_said(words)] if called else [])]:
        own = layer.get("data", {})
        if "values" in own:
            name = names.setdefault(id(own), f"{house.ROWS}_{len(names) + 1}")
            tables[name] = pa.Table.from_pylist(own["values"])
            layer = {**layer, "data": {"name": name}}
        layers.append(layer)
    return {**spec, "layer": layers, "description": called or words}, words, tables


def _said(words: str) -> house.Layer:
    channel = {"description": {"field": "text", "type": "nominal"}}
    return {
        "mark": {"type": "text", "text": ""},
        "encoding": channel,
        "data": house.row(text=words),
    }
