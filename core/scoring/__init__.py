"""Tidy tables → one row a creator, each number with its range and what it rests on."""

from core.scoring import engagement, growth, sources
from core.scoring.brand import Brand
from core.scoring.captions import texts
from core.scoring.curve import standing
from core.scoring.disagreements import disagreements
from core.scoring.passports import numbers
from core.scoring.ranking import score
from core.scoring.settings import Settings
from core.scoring.words import creator as sentence
from core.scoring.words import ranking as finding

__all__ = [
    "Brand",
    "Settings",
    "disagreements",
    "engagement",
    "finding",
    "growth",
    "numbers",
    "score",
    "sentence",
    "sources",
    "standing",
    "texts",
]
