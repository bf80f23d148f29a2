"""Long lists: told how far they are, taken in parts that let others have a turn, read the same."""

import json

import msgspec
import pandas as pd
import pytest

from core.readers import loose, read

ROWS = 200_000
PEOPLE = 120_000
MEGABYTES = 1 << 20


PERSON = """ {
  "title": "",
  "string_list_data": [
   {
    "value": "maker.%d",
    "timestamp": %d
   }
  ]
 }"""


def followers(count: int) -> bytes:
    people = ",\n".join(PERSON % (at, 1_600_000_000 + at) for at in range(count))
    return f"[\n{people}\n]".encode()


def listed(count: int) -> bytes:
    lines = [f"maker.{at},{at},Mira Weber from a town with a long name" for at in range(count)]
    return "\n".join(["username,followers,bio", *lines]).encode()


@pytest.mark.parametrize(
    ("name", "made", "table"),
    [("followers_1.json", followers, "follows"), ("list.csv", listed, "accounts")],
)
def test_a_long_file_is_told_to_its_end_and_read_whole(name, made, table) -> None:
    told: list[float] = []
    found = read(name, made(ROWS), tell=told.append)
    assert len(found.tables[table]) == found.rows == ROWS
    assert told == sorted(told)
    assert len(told) > 2
    assert told[-1] == pytest.approx(1, abs=0.001)


def test_no_part_of_a_long_list_keeps_the_interpreter_for_long() -> None:
    content, sizes = followers(PEOPLE), []

    def decode(part: bytes) -> object:
        sizes.append(len(part))
        return msgspec.json.decode(part)

    assert loose.records(content, decode, lambda share: None) == json.loads(content)
    assert len(content) > 12 * MEGABYTES
    assert max(sizes) < 5 * MEGABYTES


TEXT = "x" * 6 * MEGABYTES
ODD = {
    "records inside of records": [{"a": [{"a": at}, {"a": TEXT}]} for at in range(3)],
    "text that looks like the next record": [{"a": '"}, {"a": 1'}, {"a": TEXT + '},{"a":'}] * 2,
    "records that begin otherwise": [{"a": TEXT}, {"b": TEXT}, {"c": 1}],
    "values beside records": [{"a": TEXT}, 1, {"a": TEXT}, [{"a": 2}], None],
    "one long record": [{"a": TEXT * 2}],
}


@pytest.mark.parametrize("value", ODD.values(), ids=ODD.keys())
def test_where_to_cut_changes_nothing(value) -> None:
    content = json.dumps(value).encode()
    assert loose.records(content, msgspec.json.decode, lambda share: None) == value


def test_a_list_that_breaks_off_late_is_no_list() -> None:
    broken = followers(PEOPLE)[:-100] + b"]"
    with pytest.raises(msgspec.DecodeError):
        loose.records(broken, msgspec.json.decode, lambda share: None)


MESSY = {
    "one digit more than a number keeps": ("12", "1234567890123456"),
    "a zero in front": ("7", "007"),
    "nothing in most of them": ("", "5"),
    "a gap in front of a thousand in short": ("", "1.2k"),
    "a thousand in short": ("900", "1.2k"),
    "a mark that only the end explains": ("1.234", "1.2"),
}


@pytest.mark.parametrize(("usual", "late"), MESSY.values(), ids=MESSY.keys())
def test_blocks_of_a_column_are_read_as_the_column_is(usual: str, late: str) -> None:
    rows = [usual] * ROWS + [late] * 3
    lines = [f"maker.{at},{count},a bio of some length" for at, count in enumerate(rows)]
    whole = read("list.csv", "\n".join(["username,followers,bio", *lines]).encode())
    short = read("list.csv", "\n".join(["username,followers,bio", lines[0], *lines[-3:]]).encode())
    found = whole.tables["accounts"]["followers"]
    kept = pd.concat([found.head(1), found.tail(3)], ignore_index=True)
    pd.testing.assert_series_equal(kept, short.tables["accounts"]["followers"])


QUOTED = {
    "lines inside of cells": '"two\nlines"',
    "marks inside of cells": '"he said ""yes"", twice"',
    "a mark that quotes nothing": '5" tall',
    "space before the mark": ' "spaced"',
    "nothing in marks": '""',
}


@pytest.mark.parametrize("bio", QUOTED.values(), ids=QUOTED.keys())
def test_blocks_end_between_rows(bio: str) -> None:
    lines = [f"maker.{at},{bio if at % 7 == 0 else 'plain'},{at}" for at in range(ROWS)]
    found = read("list.csv", "\n".join(["username,bio,followers", *lines]).encode())
    accounts = found.tables["accounts"]
    assert accounts["followers"].tolist() == list(range(ROWS))
    assert accounts["bio"].nunique() == (1 if bio == '""' else 2)
    assert found.rows_kept_out == 0
