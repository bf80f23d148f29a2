"""What a plan is worth beside two ways it is usually made: one table over random cases.

Protocol: 200 cases, each with 8 to 60 creators of 1 to 6 options (log-normal followers, rates and
fees, discounts for more pieces) and a budget of 5 to 50 % of what the dearest options cost
together. "Followers for the dollar": the cheapest option of each creator, most followers for a
dollar first, as long as the money lasts. "Greedy by ratio": of all options the best value for a
dollar first, one a creator, as long as the money lasts. Half of the cases carry limits (at least
three on TikTok, at most 40 % of the money on Instagram, a third of it for small creators); both
rivals know nothing of those, so their plans are also checked against them. Ours is the first plan
("at once") and the one that the search ends with, as on the page. Value is in percent of the bound
that is proven in the end.

Run: python -m tests.evaluation.budget_peers
"""

import numpy as np
import pandas as pd

from core.budget import CLOSE, Limits, Market, Quota, refine
from core.errors import ImpossibleLimits
from tests.evaluation.marks import aim

CASES = 200
OURS, RIVAL = "ours", "greedy by ratio"
PLANS = 4  # of each case
PLATFORMS = ["instagram", "tiktok", "youtube"]


def case(random: np.random.Generator) -> tuple[pd.DataFrame, float]:
    """Options with followers, platform and tier, and a budget."""
    count = int(random.integers(8, 61))
    followers = np.exp(random.normal(9.5, 1.3, count))
    rate = np.exp(random.normal(-3.5, 0.7, count))
    fee = 0.05 * followers**0.75 * np.exp(random.normal(0, 0.5, count))
    options = int(random.integers(1, 7))
    pieces = np.arange(1, options + 1)
    price = fee[:, None] * pieces**0.92 * np.exp(random.normal(0, 0.1, (count, options)))
    value = (followers * rate)[:, None] * pieces**0.85
    frame = pd.DataFrame(
        {
            "creator": np.repeat([f"c{i:02}" for i in range(count)], options),
            "option": np.tile(pieces.astype(str), count),
            "price": price.ravel().round(2),
            "value": value.ravel(),
            "followers": np.repeat(followers, options),
            "platform": np.repeat(random.choice(PLATFORMS, count, p=[0.6, 0.3, 0.1]), options),
            "tier": np.where(np.repeat(followers, options) < 20_000, "small", "large"),
        }
    )
    dearest = frame.groupby("creator")["price"].max().sum()
    return frame, float(round(dearest * random.uniform(0.05, 0.5), 2))


def limits_of(budget: float) -> Limits:
    """The limits that half of the cases carry."""
    return Limits(
        platforms=(Quota("tiktok", min_creators=3), Quota("instagram", max_spend=0.4 * budget)),
        smaller_share=0.33,
        smaller_tiers=("small",),
    )


def in_order(options: pd.DataFrame, budget: float) -> pd.DataFrame:
    """The options from the top, one a creator, each that still fits the money."""
    taken, spent, held = [], 0.0, set()
    for place, creator, price in zip(
        range(len(options)), options["creator"], options["price"], strict=True
    ):
        if creator not in held and spent + price <= budget:
            taken.append(place)
            held.add(creator)
            spent += price
    return options.iloc[taken]


def by_followers(options: pd.DataFrame, budget: float) -> pd.DataFrame:
    """Rank by followers for the dollar."""
    first = options.sort_values("price").drop_duplicates("creator")
    ratio = first["followers"] / first["price"]
    return in_order(first.loc[ratio.sort_values(ascending=False).index], budget)


def by_ratio(options: pd.DataFrame, budget: float) -> pd.DataFrame:
    """Rank all options by value for the dollar."""
    ratio = options["value"] / options["price"]
    return in_order(options.loc[ratio.sort_values(ascending=False).index], budget)


def keeps(chosen: pd.DataFrame, budget: float) -> bool:
    """Whether a plan keeps the limits."""
    spent = chosen.groupby("platform")["price"].sum()
    small = chosen.loc[chosen["tier"] == "small", "price"].sum()
    return bool(
        (chosen["platform"] == "tiktok").sum() >= 3
        and spent.get("instagram", 0.0) <= 0.4 * budget
        and small >= 0.33 * chosen["price"].sum()
    )


def main() -> None:
    """Prints the table."""
    random = np.random.default_rng(5)
    rows = []
    while len(rows) < PLANS * CASES:
        options, budget = case(random)
        limited = len(rows) // PLANS % 2 == 1
        try:
            market = Market.of(options, limits_of(budget) if limited else None)
            first, *better = refine(market, budget, CLOSE)
        except ImpossibleLimits:
            continue
        ours = better[-1] if better else first
        if ours.value <= 0:
            continue
        plans = {
            "followers for the dollar": by_followers(options, budget),
            RIVAL: by_ratio(options, budget),
            "ours, at once": first.chosen,
            OURS: ours.chosen,
        }
        for name, chosen in plans.items():
            kept = not limited or keeps(chosen, budget)
            rows.append((limited, name, chosen["value"].sum() / ours.bound, kept, ours.exact))
    frame = pd.DataFrame(rows, columns=["limits", "plan", "share", "keeps", "exact"])
    table = frame.groupby(["limits", "plan"]).agg(
        cases=("share", "size"),
        mean=("share", "mean"),
        worst=("share", "min"),
        best_or_within_1_percent=("share", lambda share: (share >= 0.99).mean()),
        keeps_limits=("keeps", "mean"),
        proven_best=("exact", "mean"),
    )
    table["proven_best"] = table["proven_best"].where(table.index.get_level_values(1) == OURS)
    print((table * [1, 100, 100, 100, 100, 100]).round(1).to_string())
    aims(table)


def aims(table: pd.DataFrame) -> None:
    """Prints the lines for the first table, out of the shares of `table`."""
    told = "Plan, {}".format
    free, limited = (table.loc[kind] for kind in (False, True))
    for what, wanted, rows, column, least in (
        (told("no limits: value"), "within 0.1 % of the bound in every case", free, "worst", 0.999),
        (told("limits: value"), "within 0.1 % of the bound in every case", limited, "worst", 0.999),
        (told("limits: kept"), "in every case", limited, "keeps_limits", 1.0),
    ):
        ours, other = rows.loc[OURS, column], rows.loc[RIVAL, column]
        end = " at worst" if column == "worst" else " of cases"
        aim(what, wanted, f"{ours:.2%}{end}", f"{other:.1%} ({RIVAL})", bool(ours >= least))


if __name__ == "__main__":
    main()
