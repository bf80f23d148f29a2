"""What somebody decides about single creators: in for sure, out, only gifts, or free again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

import pandas as pd

from core.budget.question import Question

_FEW: Final = 10  # of anything need decimals


def lock(asked: Question, creators: Iterable[str]) -> Question:
    """`asked` where these must be in, for whatever they are paid."""
    names = tuple(creators)
    return replace(asked, must=_with(asked.must, names), never=_without(asked.never, names))


def keep_out(asked: Question, creators: Iterable[str]) -> Question:
    """`asked` where these must stay out."""
    names = tuple(creators)
    return replace(
        asked,
        must=_without(asked.must, names),
        never=_with(asked.never, names),
        gifted=_without(asked.gifted, names),
    )


def only_gifts(asked: Question, creators: Iterable[str]) -> Question:
    """`asked` where these get the product and no fee, if they are in at all."""
    names = tuple(creators)
    return replace(asked, gifted=_with(asked.gifted, names), never=_without(asked.never, names))


def free(asked: Question, creators: Iterable[str]) -> Question:
    """`asked` where nothing is decided about these."""
    names = tuple(creators)
    return replace(
        asked,
        must=_without(asked.must, names),
        never=_without(asked.never, names),
        gifted=_without(asked.gifted, names),
    )


WAYS: Final[Mapping[str, Callable[[Question, Iterable[str]], Question]]] = {
    "Must be in": lock,
    "Keep out": keep_out,
    "Gifts only": only_gifts,
    "Free again": free,
}


def decided(asked: Question, creators: pd.Series) -> pd.Series:
    """`must be in`, `must be in, gifts only` …: what is decided about each; empty where nothing."""
    kinds = (("must be in", asked.must), ("stays out", asked.never), ("gifts only", asked.gifted))
    words = pd.Series("", index=creators.index, dtype="str")
    for said, names in kinds:
        here = creators.isin(list(names))
        words = words.mask(here & (words != ""), words + ", " + said).mask(
            here & (words == ""), said
        )
    return words


def lines(asked: Question, chosen: pd.DataFrame, goal_label: str) -> pd.DataFrame:
    """creator (the key); for reading Creator, Decided if anything is, Work, Price, the goal."""
    said = decided(asked, chosen["creator"])
    digits = 0 if chosen["value"].max() >= _FEW else 2
    return pd.DataFrame(
        {
            "creator": chosen["creator"],
            "Creator": "@" + chosen["handle"],
            **({"Decided": said} if said.ne("").any() else {}),
            "Work": chosen["option"],
            "Price": chosen["price"].round(2),
            goal_label: chosen["value"].round(digits),
        }
    )


def _with(chosen: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*chosen, *names)))


def _without(chosen: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in chosen if each not in names)
