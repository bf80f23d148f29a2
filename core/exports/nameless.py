"""A plan without names: "Creator 1" instead of handles, for eyes that need not know who it is."""

from dataclasses import replace

import pandas as pd

from core.exports.assembly import Told
from core.exports.dossier import HIDDEN


def is_nameless(key: str) -> bool:
    """Whether the creator of this key goes without its name."""
    return key.startswith(HIDDEN)


def nameless(told: Told) -> Told:
    """The same with creators numbered in the order of the plan; no handle, name or link left."""
    chosen = told.plan.chosen
    numbered = {key: at for at, key in enumerate(chosen["creator"].drop_duplicates(), start=1)}
    here = told.scored[told.scored["creator"].isin(numbered)]
    plan = replace(told.plan, chosen=_renamed(chosen, numbered))
    scored = _renamed(here, numbered).assign(url=None, name=None)
    handles = dict(zip("@" + chosen["handle"], chosen["creator"], strict=True))
    whose = told.overlap["handle"].map(handles).map(numbered)
    overlap = told.overlap.assign(handle=[_called(at) for at in whose])
    return replace(told, plan=plan, scored=scored, overlap=overlap)


def _renamed(frame: pd.DataFrame, numbered: dict[str, int]) -> pd.DataFrame:
    places = frame["creator"].map(numbered)
    return frame.assign(
        creator=[f"{HIDDEN}{at}" for at in places], handle=[_called(at) for at in places]
    )


def _called(at: int) -> str:
    return f"Creator {at}"
