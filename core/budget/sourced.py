"""What the published rates say, in one line, for people who may put their own in their place."""

from core.budget.assumptions import ANY, Rate
from core.locale import Writing
from core.tables import PLATFORMS


def told(rates: tuple[Rate, ...], writing: Writing) -> str:
    """`Instagram 10%–20%, X 0.36%–83% by size, nothing for others`; from the lowest on."""
    parts = []
    for platform in dict.fromkeys(rate.platform for rate in rates):
        own = [rate for rate in rates if rate.platform == platform]
        low, high = min(rate.low for rate in own), max(rate.high for rate in own)
        name = "others" if platform == ANY else PLATFORMS.get(platform, platform)
        size = " by size" if len(own) > 1 else ""
        parts.append(f"{name} {writing.span(low, high, 'share')}{size}")
    rest = [] if any(rate.platform == ANY for rate in rates) else ["nothing for others"]
    return ", ".join(parts + rest)


def source_ids(rates: tuple[Rate, ...]) -> tuple[str, ...]:
    """Where they were published, each once."""
    return tuple(dict.fromkeys(rate.source_id for rate in rates))
