"""The oracle of the budget tests: every plan there is, judged limit by limit as the words say."""

import numpy as np
import pandas as pd

from core.budget import Limits, Quota

PLATFORMS = ("tiktok", "instagram", "youtube")
TIERS = ("nano", "micro", "macro")
FORMATS = ("post", "story")


class EveryPlan:
    """All choices of at most one option a creator: `picked` is plans × options."""

    def __init__(self, options: pd.DataFrame) -> None:
        self.options = options
        rows = [np.append(-1, np.flatnonzero(each)) for each in _each(options["creator"])]
        choices = np.stack(np.meshgrid(*rows, indexing="ij"), axis=-1).reshape(-1, len(rows))
        self.picked = np.zeros((len(choices), len(options)), bool)
        for chosen in choices.T:
            self.picked[np.flatnonzero(chosen >= 0), chosen[chosen >= 0]] = True
        cents = (options["price"] * 100).round().to_numpy()
        self.cents = np.where(self.picked, cents, 0.0)
        self.spent = self.cents.sum(axis=1)
        self.value = self.picked @ options["value"].to_numpy()

    def best(self, budget: float, limits: Limits) -> float | None:
        """The highest value that keeps everything; None where nothing does."""
        fine = (self.spent <= round(budget * 100)) & self.keeps(limits)
        return float(self.value[fine].max()) if fine.any() else None

    def keeps(self, limits: Limits) -> np.ndarray:
        """Which plans keep `limits`."""
        frame, fine = self.options, np.ones(len(self.picked), bool)
        for name in limits.must:
            fine &= self.has(frame["creator"] == name)
        fine &= ~self.has(frame["creator"].isin(limits.never))
        if limits.gift_only:
            fine &= ~self.has(frame["price"] > 0)
        if limits.format is not None:
            fine &= ~self.has(frame["format"] != limits.format)
        if limits.min_score is not None:
            fine &= ~self.has(~(frame["score"] >= limits.min_score))
        for person in _each(frame["person"]):
            if limits.max_spend is not None:
                fine &= self.cents[:, person].sum(axis=1) <= round(limits.max_spend * 100)
            if limits.max_pieces is not None:
                pieces = np.where(self.picked, frame["count"].to_numpy(), 0)
                fine &= pieces[:, person].sum(axis=1) <= limits.max_pieces
        all_rows = pd.Series(True, index=frame.index)
        fine &= self.within(Quota("", limits.min_creators, limits.max_creators), all_rows)
        for quota in limits.platforms:
            fine &= self.within(quota, frame["platform"] == quota.name)
        for quota in limits.tiers:
            fine &= self.within(quota, frame["tier"] == quota.name)
        if limits.smaller_share:
            small = frame["tier"].isin(limits.smaller_tiers).to_numpy()
            share = round(limits.smaller_share * 1000)
            fine &= 1000 * self.cents[:, small].sum(axis=1) >= share * self.spent
        return fine

    def has(self, rows: pd.Series) -> np.ndarray:
        """Which plans hold one of these rows."""
        return self.picked[:, rows.to_numpy()].any(axis=1)

    def within(self, quota: Quota, rows: pd.Series) -> np.ndarray:
        """Which plans keep `quota` over these rows; a person counts once."""
        persons = [each & rows.to_numpy() for each in _each(self.options["person"])]
        count = sum(self.picked[:, each].any(axis=1).astype(int) for each in persons)
        spent = self.cents[:, rows.to_numpy()].sum(axis=1)
        fine = np.ones(len(self.picked), bool)
        if quota.min_creators is not None:
            fine &= count >= quota.min_creators
        if quota.max_creators is not None:
            fine &= count <= quota.max_creators
        if quota.min_spend is not None:
            fine &= spent >= round(quota.min_spend * 100)
        if quota.max_spend is not None:
            fine &= spent <= round(quota.max_spend * 100)
        return fine


def _each(names: pd.Series) -> list[np.ndarray]:
    return [(names == name).to_numpy() for name in names.unique()]


def instance(random: np.random.Generator, shared: bool) -> pd.DataFrame:
    """Up to 15 creators with up to 4 options; some of one person when `shared`."""
    most = int(random.integers(1, 5))
    creators = int(random.integers(1, {1: 16, 2: 10, 3: 8, 4: 7}[most]))
    rows = []
    for creator in range(creators):
        platform, tier = random.choice(PLATFORMS), random.choice(TIERS)
        person = int(random.integers(0, creators)) if shared else creator
        for option in range(int(random.integers(1, most + 1))):
            price = float(random.choice([0, 10, 20, 33.33, 50, 75.5, 120]))
            rows.append(
                {
                    "creator": f"c{creator:02}",
                    "option": f"option {option}",
                    "price": price,
                    "value": round(random.uniform(0, 100), 2),
                    "platform": platform,
                    "tier": tier,
                    "format": random.choice(FORMATS),
                    "score": float(random.integers(0, 101)),
                    "count": int(random.integers(1, 4)),
                    "person": f"p{person:02}",
                }
            )
    return pd.DataFrame(rows)


def limits_for(random: np.random.Generator, options: pd.DataFrame, wanted: int) -> Limits:
    """About `wanted` limits drawn from all kinds."""
    names = [str(name) for name in random.permutation(options["creator"].unique())]
    count = lambda: int(random.integers(0, 5))  # noqa: E731
    money = lambda: float(random.choice([20, 50, 100, 200.5]))  # noqa: E731
    kinds = {
        "must": lambda: tuple(names[:1]),
        "never": lambda: tuple(names[1:3]),
        "max_creators": lambda: 2 + count(),
        "min_creators": lambda: min(count(), 2),
        "max_pieces": lambda: 1 + count(),
        "max_spend": money,
        "platforms": lambda: _quotas(random, PLATFORMS),
        "tiers": lambda: _quotas(random, TIERS),
        "smaller_share": lambda: float(random.choice([0.2, 0.35, 0.5, 1.0])),
        "gift_only": lambda: bool(random.random() < 0.2),
        "format": lambda: str(random.choice(FORMATS)),
        "min_score": lambda: float(random.integers(0, 60)),
    }
    chosen = random.choice(list(kinds), size=wanted, replace=False)
    return Limits(**{str(kind): kinds[str(kind)]() for kind in chosen}, smaller_tiers=TIERS[:2])


def _quotas(random: np.random.Generator, names: tuple[str, ...]) -> tuple[Quota, ...]:
    found = []
    for name in names[: int(random.integers(1, 3))]:
        told = {
            "min_creators": int(random.integers(0, 3)),
            "max_creators": int(random.integers(2, 5)),
            "min_spend": float(random.choice([10, 50, 90])),
            "max_spend": float(random.choice([100, 150.5, 240])),
        }
        kept = random.choice(list(told), size=int(random.integers(1, 3)), replace=False)
        found.append(Quota(name, **{str(kind): told[str(kind)] for kind in kept}))
    return tuple(found)
