"""Bluesky's own schemas, where they lie beside the repository, as JSON schemas."""

import json
from functools import cache
from typing import Any

from tests.standins.recorded import SAMPLES

FOLDER = SAMPLES / "api_bluesky" / "lexicons"
PATTERNS = {
    "did": r"^did:[a-z]+:[A-Za-z0-9._:%-]+$",
    "handle": r"^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$",
    "uri": r"^[a-z][a-z0-9+.-]*:\S+$",
    "datetime": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
}
KEPT = ("type", "required", "minimum", "maximum", "maxLength", "minLength")
RENAMED = {"array": {"maxLength": "maxItems", "minLength": "minItems"}}


@cache
def lexicon(name: str) -> dict[str, Any] | None:
    """The schema file of `name`; None for one that is not there."""
    file = FOLDER / f"{name}.json"
    return json.loads(file.read_text("utf-8")) if file.exists() else None


def answer(method: str) -> dict[str, Any]:
    """What an answer of `method` has to look like."""
    return _translated(lexicon(method)["defs"]["main"]["output"]["schema"], method, 0)


def question(method: str) -> dict[str, Any]:
    """What the parameters of a call of `method` have to look like."""
    asked = lexicon(method)["defs"]["main"]["parameters"]
    return _translated({**asked, "type": "object"}, method, 0) | {"additionalProperties": False}


def _translated(part: dict[str, Any], where: str, depth: int) -> dict[str, Any]:
    kind = part["type"]
    if kind == "ref":
        return _referred(part["ref"], where, depth)
    if kind in ("union", "unknown", "blob", "bytes", "cid-link"):
        return {}
    names = RENAMED.get(kind, {})
    made = {names.get(key, key): part[key] for key in KEPT if key in part}
    if part.get("format") in PATTERNS:
        made["pattern"] = PATTERNS[part["format"]]
    if kind == "object":
        inner = part.get("properties", {})
        made["properties"] = {key: _translated(one, where, depth) for key, one in inner.items()}
    if kind == "array":
        made["items"] = _translated(part["items"], where, depth)
    return made


def _referred(ref: str, where: str, depth: int) -> dict[str, Any]:
    """The schema that `ref` names; anything goes where it is not here, or goes round in circles."""
    name, _, inside = ref.partition("#")
    name = name or where
    held = lexicon(name)
    if held is None or depth > 4:
        return {}
    return _translated(held["defs"][inside or "main"], name, depth + 1)
