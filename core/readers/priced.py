"""Headings that name a price and a kind of work: “Feed post price”, “Preis pro Story”."""

import csv
from pathlib import Path
from typing import Final

with Path(__file__).with_name("priced.csv").open(encoding="utf-8", newline="") as lines:
    _KINDS: Final = {row["word"]: row["kind"] for row in csv.DictReader(lines)}


def meaning(words: str) -> str | None:
    """`price` where the heading holds both and nothing else: “video view cost” is none."""
    kinds = {_KINDS.get(word) for word in words.split()}
    return "price" if {"price", "work"} <= kinds and None not in kinds else None
