"""Every published number in data/figures names a source that can be looked up."""

import csv
from pathlib import Path

import pytest

from tests.rules.house import ROOT

FOLDER = ROOT / "data" / "figures"


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_sources_have_names_of_their_own() -> None:
    names = [row["source_id"] for row in rows(FOLDER / "sources.csv")]
    assert len(names) == len(set(names)) > 0
    assert all(row["title"] for row in rows(FOLDER / "sources.csv"))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.stem)
def test_every_row_has_a_known_source(path: Path) -> None:
    known = {row["source_id"] for row in rows(FOLDER / "sources.csv")}
    named = rows(path)
    assert named, f"{path.name} is empty"
    strange = {
        (number, row.get("source_id"))
        for number, row in enumerate(named, start=2)
        if not row.get("source_id") or not set(row["source_id"].split(";")) <= known
    }
    assert strange == set()
