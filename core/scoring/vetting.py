"""The three qualities that a creator is vetted for, each with what the evidence suggests so far.

A good micro-influencer shares the brand's values, holds real conversations and has a clean name
(the commissioning article). The numbers only suggest: "yes", "look" (read it yourself) or
"unknown"; a person answers. Nothing here ever suggests "no".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core import tables
from core.locale import Writing, is_known
from core.scoring import commenting, creators, prompts, values
from core.scoring.brand import Brand

YES, LOOK, UNKNOWN = "yes", "look", "unknown"
ANSWERS: Final[Mapping[str, str]] = {"yes": "Yes", "no": "No", "open": "Not decided"}
SUGGESTED: Final[Mapping[str, str]] = {
    YES: "The evidence says yes",
    LOOK: "Read it yourself",
    UNKNOWN: "Not known yet",
}
QUESTIONS: Final[Mapping[str, str]] = {
    "fit": "Shares our values",
    "conversation": "Holds genuine conversations",
    "reputation": "Has a clean name",
}
_LIKELY: Final = 0.5  # where the lower end of the range says yes to fit
_USUAL: Final = 0.25  # and to conversation, which only has to be no worse than usual
_FEWEST: Final = 5  # captions without which a clean name is not known


@dataclass(frozen=True, slots=True)
class Finding:
    """One quality: what the evidence suggests, and the sentence that says why."""

    quality: str
    suggested: str
    why: str

    @property
    def question(self) -> str:
        """The quality in the words of the checklist."""
        return QUESTIONS[self.quality]


def findings(
    found: tables.Tables, brand: Brand, writing: Writing, level: float = 0.8
) -> tuple[Finding, ...]:
    """The three findings about the one creator whose rows `found` holds."""
    accounts = creators.known(found["accounts"], found["posts"]).head(1)
    if accounts.empty:
        return tuple(Finding(quality, UNKNOWN, "Nothing is known yet.") for quality in QUESTIONS)
    posts = found["posts"]
    brief = f"{brand.values}. {brand.topics}".strip(". ")
    near = values.of_creators(posts, accounts, brief, brand.deal_breakers, level)
    talk = commenting.of_creators(found["comments"], posts, accounts, level)
    name = prompts.of_creators(posts, accounts, brand.blocked, brand.passed, level)
    return (
        _fit(near.iloc[0], bool(brief), writing),
        _conversation(talk.iloc[0], writing),
        _reputation(name.iloc[0], writing),
    )


def _fit(row: pd.Series, wanted: bool, writing: Writing) -> Finding:
    if is_known(row["deal_breakers"]):
        return Finding("fit", LOOK, f"Mentions a deal-breaker: {row['deal_breakers']}.")
    if not is_known(row["fit"]):
        missing = "no bio and no captions are known" if wanted else "the workspace names no values"
        return Finding("fit", UNKNOWN, f"Cannot be judged: {missing}.")
    texts = "1 text" if row["fit_n"] == 1 else f"{writing.number(row['fit_n'])} texts"
    span = writing.span(row["fit_low"], row["fit_high"], "share")
    why = f"Nearer to your brief than {writing.share(row['fit'])} of a mixed crowd ({span})"
    likely = row["fit_low"] >= _LIKELY
    return Finding("fit", YES if likely else LOOK, f"{why}, from {texts}.")


def _conversation(row: pd.Series, writing: Writing) -> Finding:
    if not is_known(row["conversation"]):
        why = "No comments that can be judged, or no follower count to compare with."
        return Finding("conversation", UNKNOWN, why)
    generic, usual = writing.share(row["generic_share"]), writing.share(row["generic_usual"])
    n = writing.number(row["conversation_n"])
    why = f"{generic} stock phrases where {usual} are usual for the size, from {n} comments."
    likely = row["conversation_low"] >= _USUAL
    return Finding("conversation", YES if likely else LOOK, why)


def _reputation(row: pd.Series, writing: Writing) -> Finding:
    n = row["reputation_n"]
    if not is_known(n):
        return Finding("reputation", UNKNOWN, "No captions are known.")
    read = "1 caption read" if n == 1 else f"{writing.number(n)} captions read"
    some = row["prompted"]
    if some:
        posts = "1 post is" if some == 1 else f"{writing.number(some)} posts are"
        return Finding("reputation", LOOK, f"{posts} worth reading yourself; {read}.")
    if n < _FEWEST:
        return Finding("reputation", UNKNOWN, f"Nothing to look at, but only {read}.")
    return Finding("reputation", YES, f"Nothing to look at; {read}.")


def overrides(suggested: str, answer: str) -> bool:
    """Whether a person's `answer` goes against what the evidence suggested."""
    return (answer == "yes" and suggested != YES) or (answer == "no" and suggested == YES)
