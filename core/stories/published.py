"""The published campaigns as numbers: taken from what is printed and nothing else.

"30-40" is 30 to 40, "micro" is no number.
"""

import re
from functools import cache
from typing import Final

import pandas as pd

from core import figures
from core.stories import grades, sizes

_ID: Final = re.compile(r"\b[A-Z]+_[A-Z0-9_]+\b")
_NUMBER: Final = r"(\d[\d,]*)"
_PER_CENT: Final = 100.0
_COUNTER: Final = "COUNTER-EXAMPLE:"


@cache
def _campaigns() -> pd.DataFrame:
    rows, tags = figures.read("success_stories"), figures.read("playbooks")
    ids = rows["campaign_id"]
    creators = rows["creators_count"].astype("str").str.extract(r"^(\d+)(?:-(\d+))?$")
    creators = creators.astype("float64")
    pay = rows["compensation"].str.extractall(r"\$" + _NUMBER)[0]
    pay = pay.str.replace(",", "").astype("float64").groupby(level=0)
    made = rows["posts_count"].astype("str").str.extract(rf"^{_NUMBER}(?: episodes.*)?$")[0]
    over = rows["tier"].str.extract(r"ER over (\d+)%")[0].astype("float64") / _PER_CENT
    rate = rows["engagement_rate_pct"].astype("float64") / _PER_CENT
    return rows.assign(
        creators_low=creators[0],
        creators_high=creators[1].fillna(creators[0]),
        followers_low=rows["followers_min"].astype("float64"),
        followers_high=rows["followers_max"].astype("float64"),
        engagement_rate=rate,
        engagement_rate_low=rate.fillna(over),
        posts=made.str.replace(",", "").astype("float64"),
        pay_low=pay.first(),
        pay_high=pay.sum(),
        spend=rows["spend_usd"].astype("float64"),
        evidence_grade=[grades.grade(grades.of(item)) for item in ids],
        playbooks=tags.groupby("campaign_id")["playbook"].agg(", ".join).reindex(ids).to_numpy(),
        fee=tags.drop_duplicates("campaign_id")
        .set_index("campaign_id")["fee"]
        .reindex(ids)
        .to_numpy(),
        sizes=sizes.of(rows["tier"], rows["followers_min"]),
        counter_example=rows["playbook"].str.startswith(_COUNTER),
        playbook=_capital(rows["playbook"].str.removeprefix(_COUNTER).str.strip()),
        note=rows["note"].map(_named, na_action="ignore"),
    )


def _capital(sentences: pd.Series) -> pd.Series:
    return sentences.str[:1].str.upper() + sentences.str[1:]


def _named(note: str) -> str:
    """A remark with the publishers in the place of the ids of their sources."""
    known = figures.read("sources").set_index("source_id")["publisher"]
    return _ID.sub(lambda found: str(known.get(found[0], found[0])), note)


def campaigns() -> pd.DataFrame:
    """The published campaigns: the columns of success_stories.csv and, as numbers or null,
    creators_low, creators_high, followers_low, followers_high, engagement_rate (fraction; _low
    where only "over 5%" is printed), posts, pay_low, pay_high (a creator, US dollars; high adds
    gifts), spend, counter_example; playbooks and sizes (comma-separated), fee ("fee", "no fee",
    "unknown"), evidence_grade by core.stories.grades. `posts` counts pieces made, not what the
    public tagged.
    """
    return _campaigns().copy()
