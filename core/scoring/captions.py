"""What a creator says: the bio and the captions as one frame of texts."""

import pandas as pd

from core import tables


def texts(posts: pd.DataFrame, creator: pd.Series) -> pd.DataFrame:
    """The posts of one creator and, as a row more, the bio; column `caption` holds the words."""
    bio = tables.conform(
        pd.DataFrame(
            {
                "platform": [creator["platform"]],
                "handle": [creator["handle"]],
                "caption": [creator["bio"]],
            }
        ),
        "posts",
    )
    every = pd.concat([bio, posts], ignore_index=True)
    return every[every["caption"].notna()].reset_index(drop=True)
