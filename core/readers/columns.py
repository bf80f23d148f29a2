"""Which row of a sheet is its header and what each column means: by its name, then by what is in
it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

import pandas as pd

from core.readers import compact, guesses, handles, headers, links, mangled, numbers, reading
from core.readers import texts as cells
from core.readers.cells import Sheet
from core.readers.headers import Header
from core.readers.meanings import DECIMAL
from core.readers.texts import matches

_POST_LINK: Final = (
    r"(?i)/(?:p|reel|reels|tv|video|videos|status|shorts|watch|posts|clip)/|"
    r"[?&]v=|youtu\.be/|/share/(?:v|r|p)/"
)
_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.\w{2,}")
_SAMPLE: Final = 400  # cells looked at to see what a column holds
_POST_MARKS: Final = ("post_url", "post_id", "caption", "posted_at")


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A sheet cut at its header: the columns with their meanings, and the rows behind them, columns
    of plain whole numbers `compact`.
    """

    name: str | None
    columns: list[Header]
    rows: pd.DataFrame

    def having(self, meaning: str) -> list[int]:
        """The positions of the columns with this meaning."""
        return [at for at, column in enumerate(self.columns) if column.meaning == meaning]

    def cells(self, at: int) -> pd.Series:
        """The cells of one column as text."""
        return compact.text(self.rows[at])

    def coded(self, at: int) -> pd.Series:
        """The cells of one column as text, codes where it has them."""
        column = self.rows[at]
        return column if cells.is_coded(column) else compact.text(column)

    def numbers(self, at: int) -> pd.Series:
        """The numbers in one column, NaN where a cell holds none."""
        column = self.rows[at]
        return column.rename(None) if compact.is_packed(column) else numbers.parse(column)

    def sample(self, at: int) -> pd.Series:
        """The first cells of one column."""
        return compact.text(self.rows[at].head(_SAMPLE))

    @property
    def of_posts(self) -> bool:
        """Whether a row is one post: something of a post's own, and something counted about it."""
        marks = {mark for mark in _POST_MARKS if self.having(mark)}
        counted = any(
            self.having(meaning) for meaning in ("likes", "comments", "views", "shares", "reach")
        )
        return bool(marks - {"posted_at"}) and counted


def grid(sheet: Sheet, mapping: Mapping[str, str] | None) -> Grid | None:
    """The sheet with its header found and read; None where nothing in it looks like a table of
    people.
    """
    if not sheet.head:
        return None
    wanted = {headers.normal(name): meaning for name, meaning in (mapping or {}).items()}
    at = _header_row(sheet.head, wanted)
    if at is None:
        return _without_header(sheet, wanted)
    named = headers.under(sheet.head[at - 1], sheet.head[at]) if at else sheet.head[at]
    rows = sheet.packed_body(at, headers.as_written(named))
    names = [*named, *[""] * (rows.shape[1] - len(named))][: rows.shape[1]]
    return weighed(sheet.name, [headers.read(name) for name in names], rows, mapping)


def weighed(
    name: str | None, columns: list[Header], rows: pd.DataFrame, mapping: Mapping[str, str] | None
) -> Grid:
    """The table after a look at its cells, and with the meanings that a person gave."""
    columns, rows = mangled.mended(columns, rows)
    head = rows.head(_SAMPLE)
    filled = [_filled(compact.text(head[at])) for at in head]
    seen = _by_content(guesses.by_cells(columns, filled), filled)
    return corrected(name, seen, rows, mapping)


def _filled(cells: pd.Series) -> pd.Series:
    """The cells that hold something; a table may have two thousand columns of them."""
    words = cells.tolist()
    return cells if "" not in words else cells[[word != "" for word in words]]


def corrected(
    name: str | None, columns: list[Header], rows: pd.DataFrame, mapping: Mapping[str, str] | None
) -> Grid:
    """A table with the meanings that a person gave."""
    wanted = {headers.normal(said): meaning for said, meaning in (mapping or {}).items()}
    return Grid(name, [_mapped(column, wanted) for column in columns], rows)


def described(grid: Grid) -> pd.DataFrame:
    """Each column, what it was taken for, and three examples: for the preview, where it can be
    corrected.
    """
    rows: list[tuple[str | None, ...]] = []
    for at, column in enumerate(grid.columns):
        examples = dict.fromkeys(grid.sample(at).tolist())
        shown = [value[:80] for value in islice(filter(None, examples), 3)]
        if column.meaning in {"email", "phone", "position"}:
            shown = []  # nobody's address is kept, not even as an example
        if column.meaning is None:
            shown = [value for value in shown if not _MAIL.search(value)]
        if column.name.strip() or shown:
            meaning = f"{column.meaning}{DECIMAL}" if column.decimals else column.meaning
            rows.append((" ".join(column.name.split()), meaning, *[*shown, None, None, None][:3]))
    return reading.columns_frame(rows)


def _mapped(column: Header, wanted: Mapping[str, str]) -> Header:
    """The column with the meaning a person gave it, if they did; an empty one leaves it out."""
    said = wanted.get(headers.normal(column.name))
    if said is None:
        return column
    decimals = said.endswith(DECIMAL)
    return replace(column, meaning=said.removesuffix(DECIMAL) or None, decimals=decimals)


def _header_row(head: list[list[str]], wanted: Mapping[str, str]) -> int | None:
    """The first record with the most known names; None where no record has one that leads to
    people.
    """
    best, most = None, 0
    widest = max(map(len, head[:40])) + 3 * len(wanted)
    for at, record in enumerate(head[:40]):
        if most == widest:
            break  # no other can have more
        names = {headers.normal(cell) for cell in record if 0 < len(cell) <= 80}
        known = {name: headers.read(name).meaning for name in names if name}
        score = sum(meaning is not None for meaning in known.values()) + 3 * len(
            names & wanted.keys()
        )
        # One known word alone is a header only at the top of a narrow list, or beside other names.
        alone = score == 1 and len([cell for cell in record if cell]) > 1 and at > 3
        if score > most and not alone:
            best, most = at, score
    return best


def nameless(width: int) -> list[Header]:
    """Headers for the columns of a table that has none."""
    return [Header(f"column {number}", None) for number in range(1, width + 1)]


def _without_header(sheet: Sheet, wanted: Mapping[str, str]) -> Grid | None:
    """A bare list: a column in which nearly every cell is a handle or a link to an account, or
    that a person called so.
    """
    rows = sheet.body(-1)
    columns, rows = mangled.mended(nameless(rows.shape[1]), rows)
    mapped = [_mapped(column, wanted) for column in columns]
    if any(column.meaning for column in mapped):
        return Grid(sheet.name, mapped, rows)
    for at in range(min(rows.shape[1], 12)):
        sample = rows[at].head(_SAMPLE)
        found = handles.examine(sample)
        sure = found["platform"].notna() | sample.str.startswith("@")
        named = found["handle"].notna() & ~sample.str.fullmatch(r"\d+")  # an account's number
        alone = rows.shape[1] == 1 and named.mean() >= 0.8
        if len(sample) and (sure.mean() >= 0.8 or alone):
            columns[at] = replace(columns[at], meaning="handle")
            return Grid(sheet.name, columns, rows)
    return None


def _by_content(columns: list[Header], sample: Sequence[pd.Series]) -> list[Header]:
    """The meanings after a look at the cells: links, real handles, rates that are counts, twins."""
    settled = [_settled(column, sample[at]) for at, column in enumerate(columns)]
    post_like = any(column.meaning in {"post_url", "post_id", "caption"} for column in settled)
    if post_like:
        # In tables of posts, “follows” are follows the post brought, and “title” is the post's.
        settled = [
            replace(c, meaning=None) if c.meaning in {"following", "posts"} else c for c in settled
        ]
        settled = _post_like(settled)
    else:
        settled = [
            replace(c, meaning="seen_at") if c.meaning == "posted_at" and _is_stamp(c) else c
            for c in settled
        ]
    return _one_handle(settled, sample)


def _post_like(columns: list[Header]) -> list[Header]:
    """In tables of posts the description is the post's, and a stamp beside a date is when it was
    looked up.
    """
    has_caption = any(column.meaning == "caption" for column in columns)
    dated = any(column.meaning == "posted_at" and not _is_stamp(column) for column in columns)
    made = []
    for column in columns:
        if column.meaning == "bio" and not has_caption:
            made.append(replace(column, meaning="caption"))
        elif dated and column.meaning == "posted_at" and headers.normal(column.name) == "timestamp":
            made.append(replace(column, meaning="seen_at"))
        else:
            made.append(column)
    return made


def _is_stamp(column: Header) -> bool:
    return headers.normal(column.name) in {"timestamp", "date", "datum", "fecha"}


def _settled(column: Header, filled: pd.Series) -> Header:
    if filled.empty:
        return column
    if column.meaning in {"url", "post_url"}:
        return replace(column, meaning="post_url") if _of_posts(filled) else column
    if column.meaning in {"name", "handle"} and "/" in filled.iloc[0]:
        linked = handles.examine(filled)["platform"].notna() & filled.str.contains("/", regex=False)
        return replace(column, meaning="url") if linked.mean() > 0.5 else column
    if column.meaning == "engagement_rate_claimed" and not _is_rate(filled):
        return replace(column, meaning=None)
    if column.meaning == "platform" and filled.map(headers.platform_called).notna().mean() < 0.3:
        return replace(column, meaning=None)
    if column.meaning == "posts" and numbers.parse(filled).notna().mean() < 0.2:
        return replace(column, meaning="caption" if filled.str.len().median() > 20 else None)
    if column.meaning == "has_picture" and filled.str.contains("/", regex=False).mean() > 0.5:
        return replace(column, meaning=None)
    return column


def _of_posts(filled: pd.Series) -> bool:
    """Whether most of the links lead to posts on networks we know."""
    posts = matches(cells.arrow(filled), _POST_LINK).to_numpy(zero_copy_only=False)
    return bool(posts.mean() > 0.5 and links.platforms(filled).notna().mean() > 0.5)


def _is_rate(filled: pd.Series) -> bool:
    """Whether the values can be rates: percent signs, or none above 100."""
    values = numbers.parse(filled).dropna()
    return bool(
        filled.str.contains("%", regex=False).any() or (len(values) and values.quantile(0.9) <= 100)
    )


def _one_handle(columns: list[Header], sample: Sequence[pd.Series]) -> list[Header]:
    """The columns with one handle among them: of name columns, the one whose cells are handles."""
    strong = [
        at for at, c in enumerate(columns) if c.meaning == "handle" and _share(sample[at]) > 0
    ]
    weak = (
        []
        if strong
        else [
            at for at, c in enumerate(columns) if c.meaning == "name" and _share(sample[at]) >= 0.25
        ]
    )
    candidates = strong or weak
    chosen = max(
        candidates,
        key=lambda at: (round(_share(sample[at]), 2), columns[at].platform is not None, -at),
        default=None,
    )
    linked = any(c.meaning == "url" and _share(sample[at]) >= 0.5 for at, c in enumerate(columns))
    if chosen is None or (chosen in weak and linked):
        return columns
    if chosen in weak and not _believable(columns, chosen):
        return columns
    made = [
        replace(c, meaning="name") if c.meaning == "handle" and at != chosen else c
        for at, c in enumerate(columns)
    ]
    made[chosen] = replace(made[chosen], meaning="handle")
    return made


def _believable(columns: list[Header], chosen: int) -> bool:
    """A mere “name” is a handle only beside numbers of an account, or when a network is in its
    name.
    """
    meanings = {column.meaning for column in columns}
    counted = meanings & {"followers", "avg_likes", "avg_views", "engagement_rate_claimed"}
    return bool(counted) or columns[chosen].platform is not None


def _share(filled: pd.Series) -> float:
    return float(handles.examine(filled)["handle"].notna().mean()) if len(filled) else 0.0
