"""Which accounts may be one person's, and which are, because somebody said so.

Nothing is joined here by itself: accounts that look alike are proposed, with what speaks for it.
How much each sign counts is set by hand, in round numbers; no set with known answers is at hand.
"""

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np
import pandas as pd

from core.scoring import mentions
from core.tables import PLATFORMS, TEXT

COLUMNS: Final = ("first", "second", "reasons", "strength")
VERY_LIKELY, LIKELY = 0.85, 0.6

_LINKED: Final = ("link in bio", 0.9)
_PAGED: Final = ("same link in both bios", 0.8)
_SAME: Final = ("same handle", 0.65)
_SHORT: Final = ("same handle, a short one", 0.35)
_NEAR: Final = ("handles alike but for dots and endings", 0.5)
_NAMED: Final = ("same name", 0.3)
_COUNTRY: Final = ("same country", 0.15)
_CATEGORY: Final = ("same topic", 0.15)

_SHORTEST: Final = 6  # letters of a handle that two people would hardly both choose
_CROWD: Final = 12  # accounts that share a handle, name or link: it says nothing any more
_AFFIXES: Final = (
    r"(?:^|(?<=[._\-]))(?:the|real|thereal|its|iam|official|oficial|offiziell|officiel|ufficiale|"
    r"yt|ig|tt|tv|hq|insta|instagram|tiktok|youtube|channel)(?=[._\-]|$)|(?:official|oficial)$"
)


def suggestions(creators: pd.DataFrame) -> pd.DataFrame:
    """first, second (`platform/handle`, in order), reasons in words, strength 0 to 1; best first.

    `creators` has creator, platform, handle, name, bio, url, category, country. Only accounts on
    different networks are proposed, and a name alone proposes nothing.
    """
    people = creators.dropna(subset=["platform"]).reset_index(drop=True)
    handle = people["handle"].str.lower()
    short = handle.str.len() < _SHORTEST
    name = people["name"].str.casefold().str.strip()
    signs = [
        _sign(_links(people), _LINKED),
        _sign(_alike(people, mentions.pages(_told(people))), _PAGED),
        _sign(_alike(people, handle.mask(short)), _SAME),
        _sign(_alike(people, handle.where(short)), _SHORT),
        _sign(_near(people, handle), _NEAR),
        _sign(_alike(people, name.where(name.str.len() >= _SHORTEST)), _NAMED),
    ]
    pairs = pd.concat(signs, ignore_index=True)
    alike = pairs[["left", "right"]].drop_duplicates()
    beside = [_beside(people, alike, column, sign) for column, sign in _BESIDE.items()]
    return _added(people, pd.concat([pairs, *beside], ignore_index=True))


_BESIDE: Final = {"country": _COUNTRY, "category": _CATEGORY}
_ALONE_TOO_LITTLE: Final = frozenset({_NAMED[0]})


def _told(people: pd.DataFrame) -> pd.Series:
    """What an account says of itself: its bio, and its link where that is not to itself."""
    link = people["url"].fillna("").str.lower()
    end = link.str.rstrip("/").str.slice(-40)
    own = end.str.replace(r"^.*[/@]", "", regex=True) == people["handle"].str.lower()
    return people["bio"].fillna("") + " " + link.mask(own, "")


def _sign(pairs: pd.DataFrame, sign: tuple[str, float]) -> pd.DataFrame:
    reason, strength = sign
    return pairs.assign(reason=reason, strength=strength)


def _alike(people: pd.DataFrame, key: pd.Series) -> pd.DataFrame:
    """left, right: positions of accounts on different networks that share `key`."""
    known = key[key.notna() & (key != "")]
    known = known[known.duplicated(keep=False)]
    crowd = known.groupby(known).transform("size") > _CROWD
    known = known[~crowd]
    side = pd.DataFrame(
        {"key": known.to_numpy(), "at": known.index, "on": people.loc[known.index, "platform"]}
    )
    pairs = side.merge(side, on="key")
    pairs = pairs[(pairs["at_x"] < pairs["at_y"]) & (pairs["on_x"] != pairs["on_y"])]
    return pairs.set_axis(["key", "left", "l", "right", "r"], axis=1)[["left", "right"]]


def _near(people: pd.DataFrame, handle: pd.Series) -> pd.DataFrame:
    """Pairs whose handles are the same without dots, underscores and endings, and are not equal."""
    bare = handle.str.replace(_AFFIXES, "", regex=True).str.replace(r"[._\-]", "", regex=True)
    pairs = _alike(people, bare.where(bare.str.len() >= _SHORTEST - 1))
    differ = handle.loc[pairs["left"]].to_numpy() != handle.loc[pairs["right"]].to_numpy()
    return pairs[differ]


def _links(people: pd.DataFrame) -> pd.DataFrame:
    """Pairs in which the bio of one names the other, whichever way round; twice for both ways."""
    named = mentions.accounts(_told(people))
    keys = named["platform"] + "/" + named["handle"]
    place = pd.Index(people["creator"]).get_indexer(pd.Index(keys))
    found = pd.DataFrame({"one": named["row"].to_numpy(dtype="int64"), "other": place})
    found = found[(found["other"] >= 0) & (found["one"] != found["other"])]
    platform = people["platform"].to_numpy()
    found = found[platform[found["one"]] != platform[found["other"]]]
    ends = found[["one", "other"]]
    return pd.DataFrame({"left": ends.min(axis=1), "right": ends.max(axis=1)})


def _beside(
    people: pd.DataFrame, pairs: pd.DataFrame, column: str, sign: tuple[str, float]
) -> pd.DataFrame:
    """Those of `pairs` that agree in a column which says little by itself."""
    values = people[column].str.casefold()
    left, right = (values.loc[pairs[side]].reset_index(drop=True) for side in ("left", "right"))
    return _sign(pairs[(left == right).fillna(False).to_numpy()], sign)


def _added(people: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """One row a pair: all its reasons, and what they are worth together (as odds are joined)."""
    code, keys = pd.factorize(pairs["left"] * len(people) + pairs["right"])
    doubt = pd.Series(np.log1p(-pairs["strength"].to_numpy(dtype=np.float64)))
    words = pd.Series("", index=range(len(keys)), dtype=TEXT)
    for reason in pairs["reason"].unique():
        has = np.zeros(len(keys), dtype=bool)
        has[code[(pairs["reason"] == reason).to_numpy()]] = True
        words = words.where(~has, words + "; " + reason)
    left, right = np.divmod(np.asarray(keys, dtype=np.int64), max(len(people), 1))
    both = pd.DataFrame(
        {
            "left": left,
            "right": right,
            "strength": -np.expm1(doubt.groupby(code).sum()),
            "reasons": words.str.removeprefix("; "),
        }
    )
    both = both[~both["reasons"].isin(_ALONE_TOO_LITTLE)]
    ends = [people["creator"].loc[both[side]].reset_index(drop=True) for side in ("left", "right")]
    names = pd.concat(ends, axis=1, keys=["one", "other"])
    both = both.reset_index(drop=True).assign(
        first=names.min(axis=1).astype(TEXT), second=names.max(axis=1).astype(TEXT)
    )
    both = both.sort_values("strength", ascending=False, kind="stable")
    return both[list(COLUMNS)].astype({"reasons": TEXT}).reset_index(drop=True)


def certainty(strength: float) -> str:
    """How strong a suggestion is, in words."""
    if strength >= VERY_LIKELY:
        return "very likely"
    return "likely" if strength >= LIKELY else "possible"


def joined(creators: pd.DataFrame, pairs: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """`creators` with `person`, the same for accounts joined by `pairs`, and `also_on`.

    `person` is the first key of the person's accounts in the alphabet, an account's own where
    nobody joined it. `also_on` names the networks of the person's other accounts, null for none.
    """
    first = persons(pairs)
    person = creators["creator"].map(dict(first)).astype(TEXT).fillna(creators["creator"])
    made = creators.assign(person=person, also_on=pd.Series(None, creators.index, dtype=TEXT))
    several = made.loc[person.duplicated(keep=False), ["person", "creator", "platform"]]
    if several.empty:
        return made
    each = several.merge(several, on="person")
    each = each[each["creator_x"] != each["creator_y"]].sort_values("platform_y")
    network = each["platform_y"].map(PLATFORMS).fillna(each["platform_y"])
    words = network.groupby(each["creator_x"]).agg(lambda names: ", ".join(dict.fromkeys(names)))
    return made.assign(also_on=made["creator"].map(words).astype(TEXT))


def persons(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Account → the first account of its person, over however many joins."""
    groups: dict[str, frozenset[str]] = {}
    for pair in pairs:
        whole = frozenset(pair).union(*(groups.get(key, frozenset()) for key in pair))
        groups.update(dict.fromkeys(whole, whole))
    return {key: min(group) for key, group in groups.items()}


def accounts(creator: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    """All accounts of the person with the account `creator`, in the alphabet's order."""
    first = persons(pairs)
    mine = first.get(creator)
    return sorted(key for key, group in first.items() if group == mine) or [creator]


def still_open(
    suggested: pd.DataFrame, accounts: Iterable[str], refused: Iterable[tuple[str, str]]
) -> pd.DataFrame:
    """creator, beside (the account of theirs it resembles), reasons, strength: who else may be
    the person with these `accounts`, best first, without those `refused` for any of them.
    """
    own = set(accounts)
    ways = [
        suggested.rename(columns={"first": "beside", "second": "creator"}),
        suggested.rename(columns={"second": "beside", "first": "creator"}),
    ]
    both = pd.concat(ways, ignore_index=True)
    both = both[both["beside"].isin(own) & ~both["creator"].isin(own)]
    no = {key for pair in refused if own & set(pair) for key in pair} - own
    both = both[~both["creator"].isin(no)].sort_values("strength", ascending=False, kind="stable")
    best = both.drop_duplicates("creator")
    return best[["creator", "beside", "reasons", "strength"]].reset_index(drop=True)
