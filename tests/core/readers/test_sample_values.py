"""Real files of every format, beside the repository: format, rows, and what a look at them shows.

They are others' work and stay where they are; without them these tests are skipped. What the
first rows of each hold is written down in `fixtures/sample_values.csv` (“…”: a beginning).
"""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from core.readers import read

SAMPLES = Path(__file__).resolve().parents[3].parent / "shared" / "samples"
VALUES = pd.read_csv(
    Path(__file__).parents[2] / "fixtures" / "sample_values.csv", dtype="str", keep_default_na=False
)
CASES = dict(iter(VALUES.groupby(["file", "table"], sort=False)))


def plain(value: Any) -> str:
    """The value as the list of facts writes it."""
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_the_values_are_those_in_the_file(case: tuple[str, str]) -> None:
    if not SAMPLES.exists():
        pytest.skip("shared/samples is not here")
    facts = CASES[case]
    file = SAMPLES / case[0]
    made = read(file.name, file.read_bytes())
    said = facts.iloc[0]
    assert made.format == said["format"]
    assert (made.rows, made.rows_read) == (int(said["rows"]), int(said["rows_read"]))
    assert made.rows_read + made.rows_kept_out == made.rows
    frame = made.tables[case[1]]
    for fact in facts.itertuples():
        found, wanted = plain(frame[fact.column].iloc[int(fact.row)]), fact.value
        assert found.startswith(wanted[:-1]) if wanted.endswith("…") else found == wanted
