"""Where people were found: only where the file says it."""

import pytest

from core.readers import read
from core.tables import FOUND_VIA

LIST = b"username,followers\nmira,10\n"


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("hashtag_vegan_2026.csv", "hashtag or location search"),
        ("Agency roster May.csv", "agency"),
        ("modash-export-12.csv", "vendor list"),
        ("our customers.csv", "customers"),
    ],
)
def test_the_name_of_the_file_says_where_they_were_found(name: str, way: str) -> None:
    made = read(name, LIST)
    assert made.tables["accounts"]["found_via"].tolist() == [way]
    assert way in FOUND_VIA
    assert any(way in note for note in made.notes)


def test_nothing_is_said_where_the_file_says_nothing_or_says_it_by_row() -> None:
    assert read("list.csv", LIST).tables["accounts"]["found_via"].isna().all()
    rows = b"username,followers,source\nmira,10,fair\n"
    assert read("agency.csv", rows).tables["accounts"]["found_via"].tolist() == ["fair"]
