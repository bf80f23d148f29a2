"""Logistic weights for the judges of comments and posts: fitting, and grouped cross-validation.

Runs with scikit-learn, which the app itself does not need.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from core.scoring import grams

Floats = npt.NDArray[np.float64]


def runs_of(texts: pd.Series) -> sparse.csr_matrix:
    """One row a text, one column a place, each run with its share."""
    parts = [(pairs[0] + start, pairs[1], share) for start, pairs, share in grams.runs(texts)]
    text, place, share = (np.concatenate(each) for each in zip(*parts, strict=True))
    return sparse.csr_matrix((share, (text, place)), shape=(len(texts), 2 * grams.PLACES))


def fitted(
    matrix: sparse.csr_matrix, signs: pd.DataFrame, right: pd.Series, strength: float, sign: float
) -> grams.Weights:
    """Weights by logistic regression, rare runs louder, `sign` times the weight of signs."""
    many = np.asarray((matrix > 0).sum(axis=0)).ravel()
    rarity = np.log((1 + len(right)) / (1 + many)) + 1
    means, sds = signs.mean().to_numpy(), signs.std().to_numpy() + 1e-6
    scaled = (signs.to_numpy() - means) / sds * sign
    whole = sparse.hstack([matrix @ sparse.diags(rarity), sparse.csr_matrix(scaled)]).tocsr()
    model = LogisticRegression(C=strength, max_iter=500, class_weight="balanced").fit(whole, right)
    learnt = model.coef_[0]
    places = learnt[: matrix.shape[1]] * rarity * (many > 0)
    return grams.Weights(
        places, learnt[matrix.shape[1] :] * sign, means, sds, float(model.intercept_[0])
    )


def judged(weights: grams.Weights, matrix: sparse.csr_matrix, signs: pd.DataFrame) -> Floats:
    """The probabilities that `weights` give, as the app would, from a matrix made once."""
    scaled = (signs.to_numpy() - weights.means) / weights.sds
    score = matrix @ weights.places + scaled @ weights.signs + weights.level
    return np.asarray(1 / (1 + np.exp(-score)))


def unseen(
    texts: pd.Series,
    signs: pd.DataFrame,
    right: pd.Series,
    groups: pd.Series,
    folds: int,
    strength: float = 3,
    sign: float = 0.3,
) -> pd.Series:
    """The probability of each text by weights that saw nothing of its group."""
    matrix = runs_of(texts)
    out = pd.Series(np.nan, index=texts.index)
    for known, new in GroupKFold(folds).split(texts, groups=groups):
        learnt = fitted(matrix[known], signs.iloc[known], right.iloc[known], strength, sign)
        out.iloc[new] = judged(learnt, matrix[new], signs.iloc[new])
    return out


def keep(weights: grams.Weights, name: str) -> Path:
    """Writes what ships: half precision is enough and halves the size."""
    path = grams.FOLDER / f"{name}.npz"
    np.savez_compressed(
        path,
        places=weights.places.astype(np.float16),
        signs=weights.signs,
        means=weights.means,
        sds=weights.sds,
        level=weights.level,
    )
    return path
