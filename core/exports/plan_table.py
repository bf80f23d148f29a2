"""The lines of a plan as one table in plain words, for a workbook or alone as CSV."""

import pandas as pd

from core import figures
from core.exports import comma
from core.exports.dossier import SAMPLE, Dossier


def lines(dossier: Dossier) -> pd.DataFrame:
    """A row a line of the plan; `attrs["units"]` names the columns of money."""
    goal, currency = dossier.goal, dossier.writing.currency
    names = {
        "handle": "Creator",
        "platform": "Platform",
        "option": "Work",
        "count": "Pieces",
        "followers": "Followers",
        "price": f"Price ({currency})",
        "price_low": f"Price from ({currency})",
        "price_high": f"Price to ({currency})",
        "price_source": "Price source",
        "value": goal,
        "value_low": f"{goal} from",
        "value_high": f"{goal} to",
    }
    told = dossier.lines[[name for name in names if name in dossier.lines]]
    table = figures.in_words(told.rename(columns=names))
    table.attrs["units"] = dict.fromkeys(
        (names[f"price{end}"] for end in ("", "_low", "_high")), "money"
    )
    return table


def csv(dossier: Dossier) -> bytes:
    """The lines with dates, sources and version in each row: a CSV has no other place for them."""
    sources = {
        each.key: "; ".join(figures.cited(one) for one in each.brings.source_ids)
        for each in dossier.creators
    }
    made = {
        f"{dossier.goal} sources": dossier.lines["creator"].map(sources),
        "As of": dossier.writing.day(dossier.as_of),
        "Made with": f"Microscope {dossier.version}",
        **({"Mind": SAMPLE} if dossier.sample else {}),
    }
    return comma.csv(lines(dossier).round(2).assign(**made))
