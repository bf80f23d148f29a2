"""What a CSV says about itself: dates, sources, version, and whether it is the sample."""

import io

import pandas as pd

from core import readers
from core.exports import creator_table
from core.exports.dossier import SAMPLE

CREATORS = pd.DataFrame(
    {
        "platform": ["instagram", "tiktok"],
        "handle": ["ada", "ben"],
        "followers": [5000.0, 900.0],
        "price": [80.0, None],
        "currency": ["USD", None],
        "cost": [80.0, 22.0],
        "cost_source": ["asked", "EASYAPPS"],
        "as_of": pd.to_datetime(["2026-11-20", None], utc=True),
    }
)


def test_a_list_of_creators_says_its_sources_and_that_it_is_a_sample() -> None:
    made = pd.read_csv(io.BytesIO(creator_table.csv(CREATORS, "SEED", sample=True)))
    assert made["mind"].tolist() == [SAMPLE] * 2
    assert made["made_with"].str.startswith("Microscope").all()
    assert made["as_of"].str.startswith("2026-11-20").tolist() == [True, False]
    assert made["worked_out_cost_source"].tolist()[0] == "asked"
    assert "EasyApps" in made["worked_out_cost_source"].tolist()[1]
    assert made["benchmark_sources"].str.contains("Social Report").all()
    assert "mind" not in pd.read_csv(io.BytesIO(creator_table.csv(CREATORS, "SEED")))


def test_our_own_readers_read_it_back() -> None:
    back = readers.read("creators.csv", creator_table.csv(CREATORS, "SEED")).tables["accounts"]
    assert back["handle"].tolist() == ["ada", "ben"]
    assert back["followers"].tolist() == [5000.0, 900.0]
    assert back["price"].tolist()[0] == 80.0
    assert back["price"].isna().tolist() == [False, True]
