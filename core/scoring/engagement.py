"""Engagement: the rate, its standing among accounts of one size, what comes next, and words."""

from core.scoring.forecasts import forecast
from core.scoring.rates import rate
from core.scoring.standings import percentile
from core.scoring.words import engagement as finding

__all__ = ["finding", "forecast", "percentile", "rate"]
