"""Posts worth reading yourself before you sign: a prompt to look, never a verdict.

Our own word lists say what was found and where it belongs (data/figures/garm_categories.csv);
weights fitted on tweets (Davidson and others 2017, MIT) lean towards or away from it. Without a
listed word nothing is ever said. Measured by tests/evaluation/reputation.py.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.scoring import conversation, grams, listed, spelling

OFFENCE = "offence"  # the name of the fitted weights
_TONE = 0.4  # how much the fitted weights count against the words
_CUT = -0.8  # the sum that becomes one half
_SURE = 0.98  # neither side is ever surer than this
_TWICE = 2  # a further hit of the same kind adds nothing
_FLOOR = 0.95  # how sure words and tone together must be of a high risk to call it the highest
LEVELS: Final = ("low", "medium", "high", "floor")  # our reading of data/figures/garm_levels.csv
_STEPS: Final[Mapping[str, int]] = {level: step for step, level in enumerate(LEVELS)}
_COLUMNS: Final[Mapping[str, str]] = {
    "offensive": "float64",
    "category": "str",
    "evidence": "str",
    "level": "str",
}


def judge(texts: pd.Series) -> pd.DataFrame:
    """offensive (0 to 1; 0.5 is the cut), category (in plain words), evidence (the words found).

    Also level (low, medium, high, floor), our own reading of how much of a risk it is. Null where
    nothing listed is said; category and evidence also name what offends nobody but may not suit a
    brand, such as alcohol. All is null without a text, and where neither alphabet nor words are
    known (see conversation.judge). Lists: English, and short ones in Spanish, Portuguese, German,
    French, Italian, Indonesian, Turkish and Russian.
    """
    given = texts.astype("str").reset_index(drop=True)
    known = given[given.notna()]
    if known.empty:
        return _frame(texts, given.index)
    low, words = spelling.plain(known).str.lower().str.replace("’", "'"), spelling.words(known)
    found = listed.hits(low, words)
    found = found.assign(text=known.index[found["text"]])
    chance = _offensive(known, found)
    readable = conversation.readable(words, low) | known.index.isin(found["text"])
    by_text = found.groupby("text")
    return _frame(
        texts,
        given.index,
        offensive=chance[readable],
        category=by_text["label"].first(),
        evidence=by_text["word"].agg(_joined),
        level=_level(found, chance),
    )


def worth_judging(texts: pd.Series, levels: tuple[str, ...] = LEVELS) -> npt.NDArray[np.bool_]:
    """Which texts say a listed word whose level is one of `levels`.

    `judge` has nothing to say of the others, and takes longer.
    """
    return listed.said_in(spelling.words(texts), levels)


def _offensive(known: pd.Series, found: pd.DataFrame) -> pd.Series:
    """The words' own weight, moved towards or away by the tone of the whole text."""
    twice = found.groupby(["text", "kind"]).cumcount() < _TWICE
    offends = found[twice & (found["offends"] == "yes")]
    doubt = np.log1p(-offends["weight"]).groupby(offends["text"]).sum().reindex(known.index)
    tone = grams.weights(OFFENCE).probability(known, _no_signs(known.index))
    total = _odds(1 - np.exp(doubt.fillna(0).to_numpy())) + _TONE * _odds(tone) - _CUT
    return pd.Series(1 / (1 + np.exp(-total)), index=known.index)


def _level(found: pd.DataFrame, chance: pd.Series) -> pd.Series:
    """The highest level among a text's words; below the cut, words that offend say only "low"."""
    step = found["level"].map(_STEPS)
    calm = (found["offends"] == "yes") & (found["text"].map(chance) <= 1 / 2)
    highest = step.mask(calm, 0).groupby(found["text"]).max()
    sure = chance.reindex(highest.index) >= _FLOOR
    highest = highest.mask(sure & (highest == _STEPS["high"]), _STEPS["floor"])
    return highest.map(dict(enumerate(LEVELS))).astype("str")


def _no_signs(index: pd.Index) -> pd.DataFrame:
    return pd.DataFrame({"none": 0.0}, index=index)


def _frame(texts: pd.Series, index: pd.Index, **columns: pd.Series) -> pd.DataFrame:
    filled = {
        name: pd.Series(columns.get(name), dtype=kind).reindex(index)
        for name, kind in _COLUMNS.items()
    }
    return pd.DataFrame(filled).set_axis(texts.index)


def _joined(words: pd.Series) -> str:
    return ", ".join(dict.fromkeys(words))


def _odds(probability: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    inside = np.clip(probability, 1 - _SURE, _SURE)
    return np.log(inside / (1 - inside))
