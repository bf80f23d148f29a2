"""How good is the forecast on creators it has not seen? Prints ours beside the usual guesses.

Protocol: posts at least three days old at the last look of the set; per creator the newest m posts
are the future, the k before them the past. Creators are dealt into five groups at random (by
creator, three deals); each group is forecast alone, so that only its own past can move the model.
The published constants (data/figures/spreads.csv) were measured on these development parts: four
scalars in all, no part of a future window. MALE = mean |ln((guess + 1) ÷ (actual + 1))|; held = how
often the 80 % range holds the actual mean; hi/lo = the median ratio of its ends; rho = rank
correlation of the forecast engagement rate with the actual one, and of the raw mean's.
Kim: one post and the next one within 180 days, accounts of 1,000 and more followers.

Run: python -m tests.evaluation.engagement_forecast
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

from core import tables
from core.scoring import engagement

SETS = Path(__file__).resolve().parents[2].parent / "shared" / "datasets"
GROUPS, DEALS = 5, 3
CASES = (
    ("posts_id2020", "posted_at", (1, 3, 5, 12, 20, 30), 10),
    ("posts_iconosquare2017", "posted_on", (1, 3, 5, 8), 6),
    ("posts_ordinary_users", "posted_at", (1, 5, 12, 30), 10),
)


def posts_of(name: str, time: str) -> pd.DataFrame:
    frame = pd.read_csv(SETS / name / "dev.csv").rename(columns={"account": "creator"})
    frame = frame[(frame["followers"] > 0) & frame["likes"].notna()]
    frame = frame.assign(posted_at=pd.to_datetime(frame[time], utc=True))
    frame = frame[frame["posted_at"] <= frame["posted_at"].max() - pd.Timedelta(days=3)]
    if "comments" not in frame:
        frame = frame.assign(comments=np.nan)
    if "order_newest_first" in frame:
        # Dates without a time of day: the order in the file tells posts of one day apart.
        frame = frame.assign(
            posted_at=frame["posted_at"] - pd.to_timedelta(frame["order_newest_first"], unit="s")
        )
    frame = frame.sort_values(["creator", "posted_at"], ascending=[True, False])
    actual = frame["likes"] + frame["comments"].fillna(0)
    return frame.assign(turn=frame.groupby("creator").cumcount(), engagement=actual)


def windows(frame: pd.DataFrame, k: int, m: int) -> tuple[pd.DataFrame, pd.Series]:
    """The k posts before the newest m of every creator that has k + m, and the mean of the m."""
    full = frame[frame.groupby("creator")["turn"].transform("max") >= k + m - 1]
    past = full[full["turn"].between(m, m + k - 1)]
    return past, full[full["turn"] < m].groupby("creator")["engagement"].mean()


def kim() -> tuple[pd.DataFrame, pd.Series]:
    frame = posts_of("kim_posts", "posted_at")
    frame = frame[frame["followers"] >= 1000]
    later = frame.groupby("creator")[["posted_at", "engagement"]].shift(1)
    near = (later["posted_at"] - frame["posted_at"]) < pd.Timedelta(days=180)
    past = frame[near].drop_duplicates("creator")
    return past, later.loc[past.index, "engagement"].set_axis(past["creator"])


def forecast_in_groups(past: pd.DataFrame, ahead: int, deal: int) -> pd.DataFrame:
    names = np.sort(past["creator"].unique())
    group = np.random.default_rng(deal).permutation(len(names)) % GROUPS
    parts = []
    for one in range(GROUPS):
        rows = past[past["creator"].isin(names[group == one])].assign(platform="instagram")
        rows = rows.rename(columns={"creator": "handle"})
        posts = rows[["platform", "handle", "posted_at", "likes", "comments"]]
        accounts = rows.drop_duplicates("handle")[["platform", "handle", "followers"]]
        parts.append(
            engagement.forecast(
                tables.conform(posts, "posts"), tables.conform(accounts, "accounts"), ahead
            )
        )
    return pd.concat(parts).set_index("handle")


def male(guess: pd.Series, actual: pd.Series) -> float:
    return float(np.log((guess + 1) / (actual + 1)).abs().mean())


def line(label: str, past: pd.DataFrame, actual: pd.Series, ahead: int) -> str:
    groups = past.groupby("creator")
    raw, median = groups["engagement"].mean(), groups["engagement"].median()
    followers, ours, held, width, rho = groups["followers"].first(), [], [], [], []
    actual = actual.reindex(raw.index)
    for deal in range(DEALS):
        guess = forecast_in_groups(past, ahead, deal).reindex(raw.index)
        ours.append(male(guess["expected"], actual))
        held.append(actual.between(guess["low"], guess["high"]).mean())
        width.append(((guess["high"] + 1) / (guess["low"] + 1)).median())
        rho.append((guess["expected"] / followers).rank().corr((actual / followers).rank()))
    plain = (raw / followers).rank().corr((actual / followers).rank())
    return (
        f"{label:<34}{len(raw):>6}{male(raw, actual):>9.3f}{male(median, actual):>9.3f}"
        f"{np.mean(ours):>9.3f}{np.mean(held):>8.1%}{np.mean(width):>8.1f}"
        f"{plain:>8.3f}{np.mean(rho):>8.3f}"
    )


def main() -> None:
    if not SETS.exists():
        sys.exit("…/shared/datasets is not here; nothing to measure against")
    print(f"{'set, past → future':<34}{'n':>6}{'raw':>9}{'median':>9}{'ours':>9}", end="")
    print(f"{'held':>8}{'hi/lo':>8}{'rho raw':>8}{'ours':>8}")
    for name, time, pasts, m in CASES:
        frame = posts_of(name, time)
        for k in pasts:
            past, actual = windows(frame, k, m)
            print(line(f"{name} {k} → {m}", past, actual, m))
    print(line("kim_posts 1 → 1", *kim(), 1))


if __name__ == "__main__":
    main()
