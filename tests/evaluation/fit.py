"""Does the fit find the creators of a brief's topic? Prints AUC and P@20, brief by brief.

Protocol: every creator of the development part with its captions (1 to 4, as one text; and as the
mean over the single captions), ranked by each of the eight briefs; right = the topic label that
the set gives. Nothing is fitted on the set, so every creator is unseen; the spread is over 20
random halves of the creators. Beside ours: the share of the brief's words that a caption holds
(keyword overlap). Published with the set: keyword overlap .673 / .58, supervised .784 / .83.
Acceptance: mean AUC at least .75 and mean P@20 at least .70.

Run: python -m tests.evaluation.fit
"""

import sys

import numpy as np
import pandas as pd

from core.scoring import fit, spelling
from tests.evaluation.engagement_forecast import SETS
from tests.evaluation.marks import aim, auc

TOP = 20
PARTS = r"\s*\|\|\|\s*"


def overlap(texts: pd.Series, brief: str) -> pd.Series:
    """How many different words of `brief` (three letters or more) each text holds."""
    words = spelling.words(texts)
    wanted = {w for w in spelling.words(pd.Series([brief])).vocabulary if len(w) > 2}
    hits = [words.hits(np.array([word == other for word in words.vocabulary])) for other in wanted]
    return pd.Series((np.column_stack(hits) > 0).sum(axis=1), index=texts.index)


def mean_of_captions(captions: pd.Series, brief: str) -> pd.Series:
    """The similarity of each caption by itself, averaged over a creator's captions."""
    single = captions.str.split(PARTS, regex=True).explode()
    return fit.similarity(single, brief).groupby(level=0).mean()


def precision(scores: pd.Series, right: pd.Series) -> float:
    """The share that is right among the best 20."""
    return float(right[scores.sort_values(ascending=False, kind="stable").index[:TOP]].mean())


def main() -> None:
    folder = SETS / "topic_captions"
    if not folder.exists():
        sys.exit("…/shared/datasets/topic_captions is not here; nothing to measure against")
    creators, briefs = pd.read_csv(folder / "dev.csv"), pd.read_csv(folder / "briefs.csv")
    ways = {"overlap": overlap, "ours": fit.similarity, "ours, captions": mean_of_captions}
    rows, scores = [], {}
    for category, brief in briefs.itertuples(index=False):
        right = creators["category"] == category
        scores[category] = fit.similarity(creators["captions"], brief)
        for way, measure in ways.items():
            values = measure(creators["captions"], brief).fillna(-1)
            found = {"AUC": auc(right, values), "P@20": precision(values, right)}
            rows.append({"brief": category, "way": way, **found})
    table = pd.DataFrame(rows)
    print(table.pivot_table(index="brief", columns="way", sort=False).round(3).to_string())
    means = table.groupby("way")[["AUC", "P@20"]].mean()
    print(means.round(3).to_string())
    for mark, least in (("AUC", 0.75), ("P@20", 0.7)):
        ours, plain = means.loc["ours", mark], means.loc["overlap", mark]
        wanted, other = f"mean {mark} at least {least}", f"{plain:.3f} (keyword overlap)"
        aim(f"Fits a brief, {mark}", wanted, f"{ours:.3f}", other, ours >= least)
    spread(creators, scores)
    failures(creators, scores)


def spread(creators: pd.DataFrame, scores: dict[str, pd.Series]) -> None:
    """Prints how much both means move when only a random half of the creators is ranked."""
    means = []
    for seed in range(TOP):
        half = creators.sample(frac=0.5, random_state=seed)
        rights = [(half["category"] == c, s[half.index]) for c, s in scores.items()]
        means.append(np.mean([(auc(r, s), precision(s, r)) for r, s in rights], axis=0))
    mean, sd = np.mean(means, axis=0).round(3), np.std(means, axis=0).round(3)
    print(f"ours on 20 random halves: AUC {mean[0]} ± {sd[0]}, P@20 {mean[1]} ± {sd[1]}")


def failures(creators: pd.DataFrame, scores: dict[str, pd.Series]) -> None:
    """Prints what is ranked high and should not be, one a brief."""
    print("\nRanked in the best 20 although the set calls it something else:")
    for category, values in scores.items():
        best = creators.loc[values.sort_values(ascending=False).index[:TOP]]
        wrong = best[best["category"] != category].head(1)
        for label, captions in wrong[["category", "captions"]].itertuples(index=False):
            print(f"- {category}, labelled {label}: {' '.join(captions.split())[:110]}")


if __name__ == "__main__":
    main()
