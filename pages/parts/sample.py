"""The sample shop: its files go in through the very reader that users' files go through."""

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any, Final

from core import readers
from core.errors import AlreadyHere
from pages.parts import cached

FOLDER: Final = Path(__file__).resolve().parents[2] / "data" / "sample"


def shop() -> dict[str, Any]:
    """The shop's brand, budget and list of files."""
    described: dict[str, Any] = json.loads((FOLDER / "shop.json").read_text("utf-8"))
    return described


def arrive() -> None:
    """Brings in every file of the sample shop that is not here yet, and its brand."""
    store = cached.the_store()
    described = shop()
    for entry in described["files"]:
        content = (FOLDER / entry["file"]).read_bytes()
        with contextlib.suppress(AlreadyHere):  # by an earlier click, or by hand
            store.keep(
                readers.read(entry["file"], content),
                name=entry["file"],
                content_sha256=hashlib.sha256(content).hexdigest(),
                size=len(content),
                found_via=entry.get("found_via"),
                owner=entry.get("owner"),
                sample=True,
            )
    if not store.has_sample():  # all its files had come in by hand: the brand is the person's own
        return
    brand = described["brand"]
    store.change_workspace(
        brand=brand["name"],
        values=brand["values"],
        topics=brand["topics"],
        deal_breakers=brand["deal_breakers"],
    )


def leave() -> None:
    """Takes the sample shop away with all that was decided about it."""
    cached.the_store().remove_sample()
