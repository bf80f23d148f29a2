"""Posts worth reading yourself before you sign: a prompt to look, never a verdict.

Our own word lists say what was found and where it belongs (data/figures/garm_categories.csv);
weights fitted on tweets (Davidson and others 2017, MIT) lean towards or away from it. Without a
listed word nothing is ever said. Measured by tests/evaluation/reputation.py.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from core import figures
from core.scoring import conversation, grams, lists, spelling

OFFENCE = "offence"  # the name of the fitted weights
_TONE = 0.5  # how much the fitted weights count against the words
_CUT = -0.5  # the sum that becomes one half
_SURE = 0.98  # neither side is ever surer than this
_TWICE = 2  # a further hit of the same kind adds nothing


def judge(texts: pd.Series) -> pd.DataFrame:
    """offensive (0 to 1; 0.5 is the cut), category (in plain words), evidence (the words found).

    category and evidence are null where nothing listed is said; they also name what offends nobody
    but may not suit a brand, such as alcohol. All is null without a text, and where neither
    alphabet nor words are known (see conversation.judge). Lists: English, and short ones in
    Spanish, Portuguese, German, French, Italian, Indonesian, Turkish and Russian.
    """
    given = texts.astype("str").reset_index(drop=True)
    known = given[given.notna()]
    if known.empty:
        return _frame(texts, given.index, [], [], [])
    low = spelling.plain(known).str.lower().str.replace("’", "'")
    found = _found(low)
    twice = found.groupby(["text", "kind"]).cumcount() < _TWICE
    offends = found[twice & (found["offends"] == "yes")]
    doubt = np.log1p(-offends["weight"]).groupby(offends["text"]).sum().reindex(known.index)
    tone = grams.weights(OFFENCE).probability(known, _no_signs(known.index))
    sum_ = _odds(1 - np.exp(doubt.fillna(0).to_numpy())) + _TONE * _odds(tone) - _CUT
    readable = conversation.readable(spelling.words(known), low) | known.index.isin(found["text"])
    kept = pd.Series(1 / (1 + np.exp(-sum_)), index=known.index)[readable]
    by_text = found.groupby("text")
    return _frame(texts, given.index, kept, by_text["label"].first(), by_text["word"].agg(_listed))


def _no_signs(index: pd.Index) -> pd.DataFrame:
    return pd.DataFrame({"none": 0.0}, index=index)


def _frame(
    texts: pd.Series, index: pd.Index, offensive: object, category: object, evidence: object
) -> pd.DataFrame:
    columns = {
        "offensive": pd.Series(offensive, dtype="float64"),
        "category": pd.Series(category, dtype="str"),
        "evidence": pd.Series(evidence, dtype="str"),
    }
    return pd.DataFrame({name: c.reindex(index) for name, c in columns.items()}).set_axis(
        texts.index
    )


def _found(low: pd.Series) -> pd.DataFrame:
    """text, word, kind, weight, offends, label: one row a hit, the heaviest of a text first."""
    kinds = lists.rows("kinds").astype({"weight": "float64"})
    labels = figures.read("garm_categories")[["key", "label"]]
    parts = [_hits(low, kind) for kind in kinds["kind"]]
    hits = pd.concat(parts, ignore_index=True).merge(kinds, on="kind").merge(labels, on="key")
    return hits.sort_values(["text", "weight"], ascending=[True, False], kind="stable")


def _hits(low: pd.Series, kind: str) -> pd.DataFrame:
    pattern = lists.pattern("reputation", kind)
    said = low[low.str.contains(pattern)]
    words = said.str.extractall(f"({pattern})")[0]
    return pd.DataFrame(
        {"text": words.index.get_level_values(0), "word": words.to_numpy(), "kind": kind}
    )


def _listed(words: pd.Series) -> str:
    return ", ".join(dict.fromkeys(words))


def _odds(probability: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    inside = np.clip(probability, 1 - _SURE, _SURE)
    return np.log(inside / (1 - inside))
