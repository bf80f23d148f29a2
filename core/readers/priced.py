"""Headings that name a price and a kind of work: “Feed post price”, “Preis pro Story”."""

import csv
import re
from pathlib import Path
from typing import Final

with Path(__file__).with_name("priced.csv").open(encoding="utf-8", newline="") as lines:
    _KINDS: Final = {row["word"]: row["kind"] for row in csv.DictReader(lines)}
# Chinese, Japanese, Korean and Thai put no spaces between words: 投稿単価, ราคาต่อโพสต์.
_UNSPACED: Final = re.compile(
    "|".join(
        word
        for word in sorted(_KINDS, key=len, reverse=True)
        if re.match(r"[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7af]", word)
    )
)


def meaning(words: str) -> str | None:
    """`price` where the heading holds both and nothing else: “video view cost” is none."""
    apart = _UNSPACED.sub(lambda found: f" {found[0]} ", words)
    kinds = {_KINDS.get(word) for word in apart.split()}
    return "price" if {"price", "work"} <= kinds and None not in kinds else None
