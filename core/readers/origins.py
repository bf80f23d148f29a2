"""Where the people of a list came from, as far as the file itself says so."""

import re
from dataclasses import replace
from typing import Final

from core.readers.reading import Reading

# Words in the name of a file or sheet, and the way of finding people that they speak of.
_SAID: Final = (
    (r"hash ?tag|location search|explore", "hashtag or location search"),
    (r"group ?member|groupmemberexport|\bgroup\b", "group"),
    (r"agency|agentur|agence|agencia|talent roster|management roster", "agency"),
    (
        r"modash|hype ?auditor|heepsy|upfluence|collabstr|influencity|kolsquare|klear|grin|traackr|"
        r"favikon|storyclash|insightiq",
        "vendor list",
    ),
    (r"customers?|kunden|clientes|clients|shopify|klaviyo", "customers"),
)
_NOTE: Final = "The file's name says where they were found: {}. Change it if that is wrong."


def named(reading: Reading, name: str) -> Reading:
    """The reading with `found_via` where the rows do not say it and the file's name does."""
    accounts = reading.tables["accounts"]
    open_ = accounts["found_via"].isna()
    if not open_.any() or not reading.format.startswith("list_"):
        return reading
    words = re.sub(r"[^\w]+|_", " ", name.rsplit(".", 1)[0]).casefold()
    way = next((way for shape, way in _SAID if re.search(rf"(?:^|\s)(?:{shape})", words)), None)
    if way is None:
        return reading
    filled = accounts.assign(found_via=accounts["found_via"].fillna(way))
    tables = {**reading.tables, "accounts": filled}
    return replace(reading, tables=tables, notes=[*reading.notes, _NOTE.format(way)], hint=way)
