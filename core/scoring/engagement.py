"""The engagement rate, its standing among accounts of one size, and what both mean in words."""

from core.scoring.rates import rate
from core.scoring.words import engagement as finding

__all__ = ["finding", "rate"]
