"""How far is the audience share off, and does its range hold it? Prints ours beside the baselines.

Protocol: audiences of 150 followers with 0 to 60 % labelled ones, drawn with replacement. The
weights are fitted on SRF only, so all of Akyon and Kaggle is unseen by them; SRF itself is dealt in
thirds, four times: fitted on two, drawn from the third (so with a third fewer followers than what
ships). "dev audiences" = the 54 given ones; for those of SRF, refitted without their members, which
leaves few labelled ones to fit on where an audience holds most of the 49.
Baselines on the same audiences: the points rule, and a logistic regression on the eight plain
fields of the study, trained on SRF as ours is ("SRF") or on the two other sets as the study did
("others", for SRF with its own two thirds): counted at .5, mean probability, corrected by EM.
The steps of the signs and four constants were chosen while looking at these sets; only the accepted
figures on a set that nobody here has seen are free of that.

Run: python -m tests.evaluation.audience_share
"""

import sys
from collections.abc import Callable

import numpy as np
import pandas as pd

from core.scoring import audience, profiles
from tests.evaluation.fit_audience import RIDGE, SETS, fit, followers_of
from tests.evaluation.marks import aim

NAMES = {"SRF": "fake_srf", "Akyon": "fake_akyon", "Kaggle": "fake_kaggle"}
SHARES = (0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6)
DEALS = 4
Drawn = list[tuple[float, np.ndarray]]


def draw(labels: np.ndarray, n: int, count: int, seed: int, sampled: bool = False) -> Drawn:
    """`count` audiences: the true share, and the places of their members.

    The truth is the share in the list itself, or, where `sampled`, in what it was drawn from.
    """
    random = np.random.default_rng(seed)
    groups = [np.flatnonzero(labels == group) for group in (0, 1)]
    audiences = []
    for place in range(count):
        share = SHARES[place % len(SHARES)]
        some = random.binomial(n, share) if sampled else round(n * share)
        members = np.r_[random.choice(groups[1], some), random.choice(groups[0], n - some)]
        audiences.append((share if sampled else some / n, members))
    return audiences


def thirds(labels: np.ndarray, deal: int) -> np.ndarray:
    """Which followers are in the third that is held back, the two groups in equal parts."""
    held, random = np.zeros(len(labels), dtype=bool), np.random.default_rng(deal)
    for group in (0, 1):
        places = random.permutation(np.flatnonzero(labels == group))
        held[places[: len(places) // 3]] = True
    return held


def plain(followers: pd.DataFrame) -> np.ndarray:
    """The eight fields of the study for its logistic regression."""
    seen = profiles.values(followers)
    posts, fans, following = (seen[name] for name in ("posts", "followers", "following"))
    private = followers["private"].to_numpy(dtype=float)
    ratios = [np.log(seen["following per follower"]), np.log((following + 1) / (posts + 1))]
    logs = [np.log1p(value) for value in (fans, following, posts)]
    return np.column_stack([*logs, *ratios, seen["digits"], seen["picture"], private])


def points(followers: pd.DataFrame) -> np.ndarray:
    """The rule of the study: points for signs, nothing trained."""
    seen = profiles.values(followers)
    posts, ratio, digits = seen["posts"], seen["following per follower"], seen["digits"]
    return (
        2.0 * (seen["picture"] == 0)
        + np.where(posts == 0, 1.5, 0.5 * (posts <= 3))
        + np.where(digits >= 0.25, 1.0, 0.3 * (digits > 0))
        + np.where(ratio >= 5, 1.5, 0.5 * (ratio >= 2))
        + 1.0 * (seen["followers"] < 50)
        + 0.7 * (seen["following"] >= 2000)
    )


def regression(
    trained: list[tuple[pd.DataFrame, np.ndarray]],
) -> Callable[[pd.DataFrame], np.ndarray]:
    """A logistic regression on `trained`, every set and group of equal weight → its log odds."""
    columns = np.concatenate([plain(followers) for followers, _ in trained])
    labels = np.concatenate([labels for _, labels in trained])
    weights = np.concatenate(
        [np.where(own == 1, 1 / own.sum(), 1 / (own == 0).sum()) for _, own in trained]
    )
    weights *= len(weights) / weights.sum()
    middle, width = columns.mean(axis=0), columns.std(axis=0)
    scaled = np.column_stack([np.ones(len(columns)), (columns - middle) / width])
    beta, ridge = np.zeros(scaled.shape[1]), np.diag([0.0, *[1.0] * columns.shape[1]])
    for _ in range(30):
        mean = 1 / (1 + np.exp(-scaled @ beta))
        bend = (scaled.T * (weights * mean * (1 - mean))) @ scaled + ridge
        beta += np.linalg.solve(bend, scaled.T @ (weights * (labels - mean)) - ridge @ beta)
    return lambda followers: (
        beta[0] + ((plain(followers) - middle) / width) @ beta[1:]  # odds at even groups
    )


def corrected(odds: np.ndarray) -> float:
    """Saerens: the share that explains these odds, which hold for even groups."""
    share = 0.5
    for _ in range(500):
        share = float(np.mean(1 / (1 + np.exp(-odds) * (1 - share) / share)))
        share = min(max(share, 1e-4), 1 - 1e-4)
    return share


def guesses(
    followers: pd.DataFrame, table: pd.DataFrame, srf: Callable, others: Callable
) -> dict[str, float]:
    """What each estimator says about one audience."""
    usual = np.log(0.1004 / 0.8996)
    own, pooled = srf(followers), others(followers)
    estimate = audience.fake_share(followers, known=profiles.read(table))
    return {
        "constant 15 %": 0.15,
        "rule of 3 points, counted": float((points(followers) >= 3).mean()),
        "LR (SRF), counted": float((own + usual > 0).mean()),
        "LR (SRF), mean probability": float((1 / (1 + np.exp(-own - usual))).mean()),
        "LR (SRF) + EM": corrected(own),
        "LR (others), counted": float((pooled > 0).mean()),
        "LR (others), mean probability": float((1 / (1 + np.exp(-pooled))).mean()),
        "LR (others) + EM": corrected(pooled),
        "ours": float(estimate.value or 0),
        "low": float(estimate.low or 0),
        "high": float(estimate.high or 0),
    }


def judged(sets: dict, n: int, count: int, sampled: bool = False) -> pd.DataFrame:
    """One row an audience: set, truth, every estimate."""
    rows = []
    whole, labels = sets["SRF"]
    table, srf = fit(whole, labels), regression([sets["SRF"]])
    for name in ("Akyon", "Kaggle"):
        followers, own = sets[name]
        others = regression([sets[other] for other in sets if other != name])
        for truth, members in draw(own, n, count, n, sampled):
            found = guesses(followers.iloc[members], table, srf, others)
            rows.append({"set": name, "truth": truth, **found})
    for deal in range(DEALS):
        held = thirds(labels, deal)
        part = (whole[~held], labels[~held])
        table, srf = fit(*part), regression([part])
        others = regression([part, sets["Akyon"], sets["Kaggle"]])
        for truth, members in draw(labels[held], n, count // DEALS + 5, n + deal, sampled):
            found = guesses(whole[held].iloc[members], table, srf, others)
            rows.append({"set": "SRF", "truth": truth, **found})
    return pd.DataFrame(rows)


def given(sets: dict) -> pd.DataFrame:
    """The 54 given audiences; those of SRF with weights fitted without their members."""
    truth = pd.read_csv(SETS / "audiences" / "dev_truth.csv").set_index("audience_id")
    members = pd.read_csv(SETS / "audiences" / "dev_members.csv")
    rows = []
    for audience_id, group in members.groupby("audience_id"):
        source = truth.loc[audience_id, "source"]
        name = next(name for name, folder in NAMES.items() if folder == source)
        ids = pd.Index(pd.read_csv(SETS / source / "dev.csv")["account_id"])
        places = ids.get_indexer(group["account_id"])
        followers = sets[name][0]
        whole, own = sets["SRF"]
        rest = ~np.isin(np.arange(len(own)), places) | (name != "SRF")
        known = profiles.read(fit(whole[rest], own[rest]))
        found = audience.fake_share(followers.iloc[places], known=known)
        true = truth.loc[audience_id, "true_fake_share"]
        rows.append({"set": name, "truth": true, "ours": found.value, "low": found.low})
        rows[-1]["high"] = found.high
    return pd.DataFrame(rows)


def errors(frame: pd.DataFrame) -> pd.DataFrame:
    """Mean absolute error by estimator (rows) and set (columns)."""
    names = [name for name in frame if name not in ("set", "truth", "low", "high")]
    off = frame[names].sub(frame["truth"], axis=0).abs().groupby(frame["set"]).mean().T
    return off[list(NAMES)].assign(all=off.mean(axis=1)).round(3)


def held(frame: pd.DataFrame) -> pd.Series:
    """How often the range holds the truth, by set, and the range's half width."""
    inside = frame["truth"].between(frame["low"], frame["high"]).groupby(frame["set"]).mean()
    inside["all"] = inside.mean()
    inside["half width"] = ((frame["high"] - frame["low"]) / 2).mean()
    return inside[[*NAMES, "all", "half width"]].round(3)


def ranking(sets: dict) -> str:
    """AUC of the probability: SRF out of its thirds, the others with weights they never saw."""
    found = {name: [] for name in NAMES}
    whole, labels = sets["SRF"]
    for deal in range(DEALS):
        out = thirds(labels, deal)
        known = profiles.read(fit(whole[~out], labels[~out]))
        found["SRF"].append(auc(audience.fake_probability(whole[out], known), labels[out]))
    known = profiles.read(fit(whole, labels))
    for name in ("Akyon", "Kaggle"):
        found[name].append(auc(audience.fake_probability(sets[name][0], known), sets[name][1]))
    return ", ".join(f"{name} {np.mean(values):.3f}" for name, values in found.items())


def auc(scores: pd.Series, labels: np.ndarray) -> float:
    ranks = scores.rank().to_numpy()
    one, zero = labels.sum(), (labels == 0).sum()
    return float((ranks[labels == 1].sum() - one * (one + 1) / 2) / (one * zero))


def unlabelled() -> str:
    """What is said about 10,000 followers of Swiss influencers that nobody judged."""
    given = pd.read_csv(SETS / "fake_srf" / "unlabelled_10k.csv")
    digits = (given["digit_ratio"] * given["uname_len"]).round().astype(int)
    names = [
        "1" * some + "a" * (n - some) for some, n in zip(digits, given["uname_len"], strict=True)
    ]
    frame = given.rename(columns={"has_pic": "has_picture"}).assign(username=names)
    found = audience.fake_share(frame)
    mean, rule = audience.fake_probability(frame).mean(), (points(frame) >= 3).mean()
    share = f"{found.value:.3f} ({found.low:.3f} to {found.high:.3f})"
    by_regression = corrected(
        regression([followers_of("fake_srf")])(frame.assign(private=given["private"]))
    )
    return (
        f"{share}; LR (SRF) + EM {by_regression:.3f}, mean probability {mean:.3f}, rule {rule:.3f}"
    )


def main() -> None:
    if not SETS.exists():
        sys.exit("…/shared/datasets is not here; nothing to measure against")
    sets = {name: followers_of(folder) for name, folder in NAMES.items()}
    print(f"AUC of the probability (weights from SRF, ridge {RIDGE:.0f}): {ranking(sets)}")
    usual = judged(sets, 150, 60)
    print(f"\nmean error of the share, audiences of 150\n{errors(usual).to_string()}")
    bands = pd.cut(
        usual["truth"],
        [-1, 0.001, 0.1, 0.2, 0.4, 1],
        labels=["0", "to .1", "to .2", "to .4", "to .6"],
    )
    off = usual.assign(off=usual["ours"] - usual["truth"], bands=bands)
    bias = off.pivot_table(values="off", index="set", columns="bands", observed=True)
    print(f"\nours minus truth by true share\n{bias.loc[list(NAMES)].round(3).to_string()}")
    error = errors(usual)
    regression_error = error.loc["LR (others) + EM", "all"]
    wanted, other = "mean error at most 0.035", f"{regression_error} (regression and EM)"
    aim("Real audience, three sets mixed", wanted, str(error.loc["ours", "all"]), other,
        error.loc["ours", "all"] <= 0.035)  # fmt: skip
    new = error[["Akyon", "Kaggle"]].max(axis=1)
    wanted, other = "mean error at most 0.055", f"{new['LR (SRF) + EM']} (regression and EM)"
    aim(
        "Real audience, sets never fitted on", wanted, str(new["ours"]), other, new["ours"] <= 0.055
    )
    dev = given(sets)
    print(f"\nthe 54 dev audiences\n{errors(dev).to_string()}")
    rows = {"54 dev audiences, truth = list": held(dev)}
    for n in (30, 60, 150, 600):
        for sampled in (False, True):
            frame = judged(sets, n, 40, sampled)
            rows[f"n {n}, truth = {'what it was drawn from' if sampled else 'list'}"] = held(frame)
    table = pd.DataFrame(rows).T
    print(f"\nhow often the 80 % range holds the truth\n{table.to_string()}")
    by_set = table[list(NAMES)].mean()
    ends = ", ".join(f"{name} {share:.0%}" for name, share in by_set.items())
    wanted, mean = "80 % range holds 75 to 88 %", by_set.mean()
    other = "28 % (rule) to 67 % (regression), as counted in the study"
    aim("Real audience, range", wanted, f"{mean:.0%} ({ends})", other, 0.75 <= mean <= 0.88)
    print(f"\n10,000 unlabelled followers (no truth is known): {unlabelled()}")


if __name__ == "__main__":
    main()
