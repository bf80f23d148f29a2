"""What one row of a list is (an account, a post, a comment), and the tidy tables it fills."""

import re
from typing import Final

import pandas as pd

from core import tables as tidy
from core.readers import creators, dates, headers, nested
from core.readers.columns import Grid
from core.readers.draft import Draft
from core.readers.nested import Inner

_COMMENT: Final = re.compile(r"comment ?(?:url|link)|top ?level ?comment", re.IGNORECASE)
_POST_CODE: Final = r"/(?:p|reel|reels|tv|video|videos|status|shorts|watch)/(?:\?v=)?([\w\-]+)"
_GROUP: Final = frozenset({"group id", "group joining text", "groupid", "formatted joined"})


def rows_are(grid: Grid) -> str:
    """“comments”, “posts” or “creators”."""
    if any(_COMMENT.search(re.sub(r"[_\s]+", " ", column.name)) for column in grid.columns):
        return "comments"
    return "posts" if grid.of_posts else "creators"


def tables(draft: Draft, found: pd.DataFrame, inner: Inner | None) -> dict[str, pd.DataFrame]:
    """The rows that name somebody, in the tables they belong to; `inner` are posts inside them."""
    made: dict[str, pd.DataFrame] = {}
    kind = rows_are(draft.grid)
    if kind == "comments":
        made["comments"] = _comments(draft, found)
    elif kind == "posts":
        made["posts"] = creators.posts(draft, found)
        if draft.grid.having("followers"):
            made["accounts"] = creators.accounts(draft, found)
    else:
        made["accounts"] = _from_group(draft.grid, creators.accounts(draft, found))
        if inner is not None:
            made["posts"] = nested.posts(draft, inner, found)
    return made


def _from_group(grid: Grid, accounts: pd.DataFrame) -> pd.DataFrame:
    """Members of a Facebook group say so: the list names the group, or when they joined it."""
    names = {headers.normal(column.name) for column in grid.columns}
    if not names & _GROUP:
        return accounts
    return accounts.assign(found_via=accounts["found_via"].fillna("group"))


def _comments(draft: Draft, found: pd.DataFrame) -> pd.DataFrame:
    """Who wrote what under which post; whose post it is, such files do not say."""
    nothing = tidy.absent(draft.grid.rows.index)
    link, post_id, text = (draft.words(name) for name in ("post_url", "post_id", "caption"))
    code = nothing if link is None else link.str.extract(_POST_CODE, expand=False)
    written = draft.column("posted_at", dates.parse, "this is not a date")
    frame = pd.DataFrame(
        {
            "platform": found["platform"],
            "author": found["handle"],
            "post_id": (code if post_id is None or link is not None else post_id).loc[found.index],
            "text": (nothing if text is None else text).loc[found.index],
            "commented_at": None if written is None else written.loc[found.index],
            "source_row": pd.array(found.index, "Int64"),
        }
    )
    return tidy.conform(frame, "comments")
