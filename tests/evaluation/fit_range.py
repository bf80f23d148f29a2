"""Fits the width of the forecast's ranges, one number, and writes it to data/figures/spreads.csv.

Data: the development parts of three sets of posts, read in place (Indonesian creators 2020,
Iconosquare 2017, Kim 2020); not the ordinary accounts, whose licence forbids it. Each set's
creators are forecast in groups, as in tests/evaluation/engagement_forecast.py; the width is what
lets the ranges hold 81.5 % of what came, the sets counting equally whatever their number of
cases. More than the range promises, because a set never seen lies further off; the table of
that evaluation shows what each set gets when it is left out.

Run: python -m tests.evaluation.fit_range
"""

import sys

from core import figures
from tests.evaluation.engagement_forecast import SETS, UNUSED, cases, distances, width

MEASURE = "engagement_range"


def main() -> None:
    if not SETS.exists():
        sys.exit("…/shared/datasets is not here; nothing to fit on")
    away = {
        (name, k): distances(past, actual, m)
        for name, k, past, actual, m in cases()
        if name not in UNUSED
    }
    shipped = figures.spread(MEASURE)
    for name in dict.fromkeys(name for name, _ in away):
        print(f"without {name}: {shipped * width(away, without=name):.3f}")
    value = round(shipped * width(away), 3)
    print(f"all: {value} (so far {shipped})")
    path = figures.FOLDER / "spreads.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"{MEASURE},{shipped},", f"{MEASURE},{value},"), encoding="utf-8")


if __name__ == "__main__":
    main()
