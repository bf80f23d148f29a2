"""What one file gave: its tidy tables, what was kept out and why, and the words to say so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import pandas as pd

from core import ids as own_ids
from core import tables as tidy
from core.readers.said import Reply

_PROBLEM: Final = {"file": "str", "row": "Int64", "column": "str", "value": "str", "reason": "str"}
_COLUMN: Final = ("column", "meaning", "example_1", "example_2", "example_3")
_LONGEST_VALUE: Final = 200
# Made once: of each file most of its tables are empty.
_NO_PROBLEMS: Final = pd.DataFrame(columns=list(_PROBLEM)).astype(_PROBLEM)
_NO_COLUMNS: Final = pd.DataFrame(columns=list(_COLUMN), dtype="str")
_NOT_READ: Final = ("", "total_likes")  # meanings of columns that are known and not needed
_OWN_ANALYTICS: Final = (
    "meta_business_suite_",
    "x_analytics_",
    "tiktok_studio_",
    "youtube_studio_",
    "own_account_",
    "instagram_insights_",
)


def problems(file: str, **columns: object) -> pd.DataFrame:
    """Rows for the problems table of `file`; `column` null says that the whole row was kept out."""
    frame = pd.DataFrame({name: columns.get(name) for name in _PROBLEM if name != "file"})
    frame.insert(0, "file", file)
    frame = frame.astype(_PROBLEM)
    return frame.assign(value=frame["value"].str.slice(0, _LONGEST_VALUE)).reset_index(drop=True)


def no_problems() -> pd.DataFrame:
    """The problems table with no rows."""
    return _NO_PROBLEMS.copy(deep=False)


def join_problems(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """All problems, in the order given."""
    full = [frame for frame in frames if len(frame)]
    return pd.concat(full, ignore_index=True) if full else no_problems()


def in_words(problems: pd.DataFrame) -> pd.DataFrame:
    """The problems as a person reads them: Row, Column, What stands there, Why; File if several."""
    said = {
        "row": "Row",
        "column": "Column",
        "value": "What stands there",
        "reason": "Why",
        "file": "File",
    }
    whole = problems.assign(column=problems["column"].fillna("the whole row"))
    shown = list(said) if problems["file"].nunique() > 1 else list(said)[:-1]
    return whole[shown].rename(columns=said)


def no_columns() -> pd.DataFrame:
    """The columns table of a format whose columns nobody needs to map."""
    return _NO_COLUMNS.copy(deep=False)


def columns_frame(rows: list[tuple[str | None, ...]]) -> pd.DataFrame:
    """The columns of a list: name, what it was taken for (null: nothing), three example values."""
    return pd.DataFrame(rows, columns=list(_COLUMN)).astype("str") if rows else no_columns()


@dataclass(frozen=True, slots=True)
class Lack:
    """A part of a download that a file does not hold, and what is said of it: `{}` names the parts,
    a second `{}` is “is” or “are”.
    """

    part: str
    words: str


@dataclass(frozen=True, slots=True)
class Split:
    """What a file is of a download in several: whose, the parts in it, those it is known to lack;
    `partly` says that some are missing where nothing names them.
    """

    owner: str | None
    holds: frozenset[str]
    lacks: tuple[Lack, ...] = ()
    partly: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One file, understood. `rows_read + rows_kept_out == rows`, always."""

    format: str
    label: str
    tables: Mapping[str, pd.DataFrame]
    rows: int
    sentence: str
    problems: pd.DataFrame = field(default_factory=no_problems)
    notes: list[str] = field(default_factory=list)
    columns: pd.DataFrame = field(default_factory=no_columns)
    reply: Reply | None = None  # of a client; then there are no tables
    hint: str | None = None  # where its people were found, as the file's name has it
    unsure: tuple[str, ...] = ()  # columns in which 1.234 could be two numbers: to be asked
    ids: pd.DataFrame = field(default_factory=own_ids.nobody)  # whose ids other files may count on
    waiting: frozenset[str] = frozenset()  # such ids among its handles that no table named
    split: Split | None = None  # of a download in several files

    def __post_init__(self) -> None:
        tables = {
            name: self.tables[name] if name in self.tables else tidy.empty(name)
            for name in tidy.NAMES
        }
        object.__setattr__(self, "tables", tables)
        if list(self.problems.columns) != list(_PROBLEM):
            raise ValueError(
                f"problems has the columns {list(self.problems.columns)}, not {list(_PROBLEM)}"
            )
        if self.rows_read < 0:
            raise ValueError(f"{self.rows_kept_out} rows were kept out of {self.rows}")

    def on_platform(self, platform: str) -> "Reading":
        """The same file, its accounts and posts on `platform` wherever the file does not say."""
        said = {
            name: frame.assign(platform=frame["platform"].fillna(platform))
            for name, frame in self.tables.items()
        }
        ids = self.ids.assign(platform=self.ids["platform"].fillna(platform))
        return replace(self, tables=said, ids=ids)

    def of_author(self, handle: str) -> "Reading":
        """The same file, its posts by `handle` wherever they do not name their account."""
        posts = self.tables["posts"]
        said = posts.assign(handle=posts["handle"].fillna(handle))
        return replace(self, tables={**self.tables, "posts": said})

    @property
    def lacks_author(self) -> bool:
        """Whether there are posts in it that name no account."""
        return bool(self.tables["posts"]["handle"].isna().any())

    def priced_in(self, currency: str) -> "Reading":
        """The same file, its prices in `currency` wherever the file does not say."""
        accounts = self.tables["accounts"]
        open_ = accounts["price"].notna() & accounts["currency"].isna()
        said = accounts.assign(currency=accounts["currency"].mask(open_, currency))
        return replace(self, tables={**self.tables, "accounts": said})

    def found_through(self, way: str | None) -> "Reading":
        """The same file, its people found by `way` wherever its rows do not say; the hint goes."""
        accounts = self.tables["accounts"]
        said = accounts["found_via"].mask(accounts["found_via"] == self.hint)
        filled = accounts.assign(found_via=said.fillna(way) if way else said)
        return replace(self, tables={**self.tables, "accounts": filled}, hint=None)

    def seen_on(self, day: date) -> "Reading":
        """The same file, its accounts and posts seen on `day` wherever the file does not say."""
        at = pd.Timestamp(day, tz="UTC").as_unit("us")
        said = {
            name: frame.assign(seen_at=frame["seen_at"].fillna(at)) if "seen_at" in frame else frame
            for name, frame in self.tables.items()
        }
        return replace(self, tables=said)

    @property
    def lacks_network(self) -> bool:
        """Whether some of its rows are on no network that is said."""
        return any(frame["platform"].hasnans for frame in self.tables.values())

    @property
    def of_own_account(self) -> bool:
        """Whether it is the analytics of one account, made by the account's own tools."""
        return self.format.startswith(_OWN_ANALYTICS)

    @property
    def of_campaign(self) -> bool:
        """Whether it is a brand's own campaign table, a row a post, an order or a payout."""
        return self.format.startswith("campaign_")

    @property
    def unused(self) -> list[str]:
        """The headings of its columns that nothing was read from."""
        meaning = self.columns["meaning"]
        left = self.columns["column"][meaning.isna() | meaning.isin(_NOT_READ)]
        return left.where(left != "", "(no heading)").tolist()

    @property
    def rows_kept_out(self) -> int:
        """Rows that are in none of the tables; each has its line in `problems`."""
        return int(self.problems["column"].isna().sum())

    @property
    def rows_read(self) -> int:
        """Rows that are in the tables."""
        return self.rows - self.rows_kept_out


def count(number: int, one: str, many: str | None = None) -> str:
    """`number` with its noun: “1 person”, “8,412 people”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def span(times: pd.Series) -> str:
    """“Mar 2019 to Nov 2026”, one month if both are the same, empty if no time is known."""
    known = times.dropna()
    if known.empty:
        return ""
    first, last = (f"{_MONTHS[time.month - 1]} {time.year}" for time in (known.min(), known.max()))
    return first if first == last else f"{first} to {last}"


_MONTHS: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


def listing(words: Iterable[str], most: int = 8) -> str:
    """Words as “a”, “b” and “c”; after `most`, how many more."""
    quoted = [f"“{word}”" for word in words]
    if len(quoted) > most:
        quoted = [*quoted[:most], f"{len(quoted) - most} more"]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
