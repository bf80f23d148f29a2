"""A dossier of a few invented creators, as literal data."""

from datetime import UTC, datetime
from typing import Any

import pandas as pd

from core.exports.dossier import Brand, Creator, Dossier, Picture
from core.locale import Writing
from core.metrics import Estimate, Input, Number, metric

MADE = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
SEEN = datetime(2026, 11, 20, tzinfo=UTC)
BAR = {
    "mark": "point",
    "encoding": {"x": {"field": "value", "type": "quantitative"}},
    "data": {"name": "rows"},
}


def creator(handle: str, fee: float | None = 120.0, **changes: Any) -> Creator:
    """One creator on Instagram."""
    told: dict[str, Any] = {
        "key": f"instagram/{handle.lower()}",
        "handle": handle,
        "name": "Zoë Łapiński",
        "platform": "Instagram",
        "url": f"https://www.instagram.com/{handle}/",
        "work": "2 Instagram posts",
        "why": ("Engages more than 80% of accounts of its size (70%–90%), from 12 posts.",),
        "audience": (),
        "unknown": ("Real audience",),
        "numbers": {
            "followers": Number(metric("followers"), Estimate(4200.0)),
            "audience": Number(metric("audience"), Estimate(None)),
        },
        "brings": Number(
            metric("engagements"), Estimate(500.0, 300.0, 800.0), source_ids=("KIM20",)
        ),
        "fee": None if fee is None else Number(metric("price"), Estimate(fee)),
    }
    return Creator(**{**told, **changes})


def dossier(creators: tuple[Creator, ...] | None = None, **changes: Any) -> Dossier:
    """A plan with these creators, or with two."""
    people = (creator("zoe"), creator("bo.brew")) if creators is None else creators
    rows = [{"value": 500.0, "creator": each.key} for each in people]
    table = pd.DataFrame({"Creator": [each.handle for each in people], "Engagements": 500.0})
    drawn = Picture("What each brings", {**BAR, "datasets": {"rows": rows}}, "Equal parts.", table)
    told: dict[str, Any] = {
        "title": "Spring at Kettle & Quay",
        "brand": Brand("Kettle & Quay"),
        "writing": Writing("en_GB", "EUR"),
        "goal": "Engagements",
        "wanted": 900.0,
        "aim": "At least 900 engagements for up to €300.",
        "finding": "€240 buys 2 creators and should bring about 1,000 engagements.",
        "numbers": {
            "plan_cost": Number(metric("plan_cost"), Estimate(240.0)),
            "engagements": Number(
                metric("engagements"), Estimate(1000.0, 600.0, 1600.0), source_ids=("KIM20",)
            ),
        },
        "creators": people,
        "lines": lines(people),
        "overlap": pd.DataFrame({"handle": [], "followers": [], "added": [], "total": []}),
        "outcomes": tuple(float(500 + 20 * at) for at in range(50)),
        "measures": ("Likes and comments under each piece of work.",),
        "files": (Input("List of creators (CSV)", "40 rows", SEEN),),
        "made_at": MADE,
        "pictures": {"lines": drawn},
    }
    return Dossier(**{**told, **changes})


def lines(people: tuple[Creator, ...]) -> pd.DataFrame:
    """The lines of the plan, one a creator."""
    return pd.DataFrame(
        {
            "creator": [each.key for each in people],
            "handle": [each.handle for each in people],
            "platform": "instagram",
            "option": "2 Instagram posts",
            "format": "post",
            "count": 2,
            "followers": 4200.0,
            "value": 500.0,
            "value_low": 300.0,
            "value_high": 800.0,
            "price": 120.0,
            "price_low": 100.0,
            "price_high": 150.0,
            "price_source": "asked",
        }
    )
