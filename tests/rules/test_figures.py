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


# What was fitted on other people's data and goes out with the app, and on whose.
FITTED = {
    "core/scoring/weights/spam.npz": ("SCAMSPOT", "YTSPAM15"),
    "core/scoring/weights/offence.npz": ("DAVIDSON17",),
    "data/figures/follower_signs.csv": ("SRF17",),
}
ALLOWED = ("MIT", "CC BY 4.0", "CC BY-SA 4.0")


def test_whatever_was_fitted_may_be_passed_on_and_says_by_which_licence() -> None:
    weights = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("core/**/*.npz")}
    assert weights == {name for name in FITTED if name.endswith(".npz")}
    notes = {row["source_id"]: row["note"] for row in rows(FOLDER / "sources.csv")}
    for name, sources in FITTED.items():
        for source in sources:
            assert any(licence in notes[source] for licence in ALLOWED), (name, source)
            assert "NC" not in notes[source], (name, source)


def test_the_fitted_signs_of_followers_name_nobody_else() -> None:
    table = rows(FOLDER / "follower_signs.csv")
    assert {row["source_id"] for row in table} == set(FITTED["data/figures/follower_signs.csv"])
