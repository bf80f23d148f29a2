"""Ready-made weights for what people want of a campaign; each slider can be moved from there."""

from dataclasses import dataclass
from typing import Final

from core.scoring.settings import DIMENSIONS

# In the order of DIMENSIONS; 0 = does not count. Our own judgement, to be changed by anybody.
_ROWS: Final = (
    ("Evenly", "every question counts the same", (1, 1, 1, 1, 1, 1)),
    ("Awareness", "to be seen by many real people", (3, 1, 4, 2, 2, 2)),
    ("Sales", "to be believed by people who might buy", (2, 4, 3, 3, 2, 3)),
    ("Gifting", "to send a product and hope: fit first, no price", (3, 3, 2, 5, 2, 0)),
)


OWN: Final = "Own weights"


@dataclass(frozen=True, slots=True)
class Preset:
    """A name, what it is for, and the weight of each dimension."""

    label: str
    purpose: str
    weights: tuple[tuple[str, float], ...]


PRESETS: Final = tuple(
    Preset(label, purpose, tuple((x, float(w)) for x, w in zip(DIMENSIONS, weights, strict=True)))
    for label, purpose, weights in _ROWS
)


def called(weights: tuple[tuple[str, float], ...]) -> str:
    """The name of the preset with these weights; `OWN` for any others."""
    return next((one.label for one in PRESETS if one.weights == weights), OWN)
