"""How many of the texts with known answers are read as the numbers they are.

Protocol: `parse_pairs/dev.csv` of the shared data sets, texts out of real lists beside their
values; right within a billionth, and no number where there is none. Texts are read as one column,
as they would be in a file, and each by itself, where no other cell decides what a mark means.

Run: python -m tests.evaluation.parsing
"""

from pathlib import Path

import pandas as pd

from core.readers import numbers

PAIRS = Path(__file__).parents[3] / "shared" / "datasets" / "parse_pairs" / "dev.csv"


def right(made: pd.Series, expected: pd.Series) -> pd.Series:
    """True where a number is the one expected, or none was expected and none is there."""
    return (made - expected).abs().le(1e-9 * expected.abs()) | (made.isna() & expected.isna())


def main() -> None:
    """Print both figures, and what was read wrongly."""
    pairs = pd.read_csv(PAIRS, dtype="str", keep_default_na=False)
    expected = pd.to_numeric(pairs["value"], errors="coerce")
    alone = [numbers.parse(pairs["text"].iloc[[at]]).iloc[0] for at in range(len(pairs))]
    for name, made in (
        ("as one column", numbers.parse(pairs["text"])),
        ("each by itself", pd.Series(alone)),
    ):
        good = right(made, expected)
        print(f"{name:<16}{good.sum():>5} of {len(pairs)}  {good.mean():8.2%}")
        print(pairs.assign(read=made)[~good].to_string() if not good.all() else "", end="")


if __name__ == "__main__":
    main()
