"""The fit of a creator: more matching texts place it higher and narrow the range."""

import pandas as pd

from core import tables
from core.scoring import values

SKIN = "A clean skincare and makeup brand: lipstick, foundation, hair care"


def accounts(**columns: object) -> pd.DataFrame:
    return tables.conform(pd.DataFrame({"platform": "instagram", **columns}), "accounts")


def posts(handle: str, *captions: str | None) -> pd.DataFrame:
    rows = {"platform": "instagram", "handle": handle, "caption": list(captions)}
    return tables.conform(pd.DataFrame(rows), "posts")


def test_creators_are_placed_by_their_captions_and_bio() -> None:
    table = pd.concat(
        [
            posts("Ana", "Lipstick and foundation today", "My skincare routine", None),
            posts("eve", *["makeup lover"] * 9),
            posts("ben", "Engine oil change on the truck", "New tyres", "Race day at the track"),
        ]
    )
    known = accounts(
        handle=["ana", "ben", "cat", "dan", "eve"], bio=[None, None, "makeup lover", None, None]
    )
    rows = values.of_creators(table, known, SKIN).set_index("handle")
    assert rows.loc["ana", "fit"] > 0.8 > 0.5 > rows.loc["ben", "fit"]
    assert rows["fit_n"].tolist()[:3] == [2, 3, 1]
    assert rows.loc["dan", ["fit", "fit_low", "fit_high", "fit_n"]].isna().all()
    width = rows["fit_high"] - rows["fit_low"]
    assert width["cat"] > width["eve"]
    assert rows.loc["eve", "fit"] > rows.loc["cat", "fit"]


def test_deal_breakers_are_named_once() -> None:
    table = pd.concat([posts("ana", "Real fur!", "#fur and leather"), posts("ben", "cotton")])
    rows = values.of_creators(
        table, accounts(handle=["ana", "ben"]), SKIN, "fur, leather"
    ).set_index("handle")
    assert rows.loc["ana", "deal_breakers"] == "fur, leather"
    assert pd.isna(rows.loc["ben", "deal_breakers"])


def test_without_brief_or_texts_everything_is_unknown() -> None:
    rows = values.of_creators(posts("ana", "Lipstick"), accounts(handle=["ana"]), "")
    assert rows[list(values.COLUMNS)].isna().all(axis=None)
    nobody = values.of_creators(tables.empty("posts"), accounts(handle=[]), SKIN, "fur")
    assert nobody.empty and set(values.COLUMNS) <= set(nobody.columns)
    silent = values.of_creators(tables.empty("posts"), accounts(handle=["ana"]), SKIN, "fur")
    assert silent[list(values.COLUMNS)].isna().all(axis=None)
