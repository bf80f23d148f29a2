"""Tidy tables → one row a creator, each number with its range and what it rests on."""

from core.scoring import (
    changes,
    engagement,
    evidence,
    growth,
    headlines,
    persons,
    presets,
    reasons,
    sources,
)
from core.scoring.brand import Brand
from core.scoring.captions import texts
from core.scoring.disagreements import disagreements
from core.scoring.passports import numbers
from core.scoring.presets import PRESETS
from core.scoring.ranking import judge, let_pass, score, weigh
from core.scoring.settings import DEFINITIONS, DIMENSIONS, Settings, weights_of
from core.scoring.words import creator as sentence
from core.scoring.words import neighbours, top
from core.scoring.words import ranking as finding

__all__ = [
    "DEFINITIONS",
    "DIMENSIONS",
    "PRESETS",
    "Brand",
    "Settings",
    "changes",
    "disagreements",
    "engagement",
    "evidence",
    "finding",
    "growth",
    "headlines",
    "judge",
    "let_pass",
    "neighbours",
    "numbers",
    "persons",
    "presets",
    "reasons",
    "score",
    "sentence",
    "sources",
    "texts",
    "top",
    "weigh",
    "weights_of",
]
