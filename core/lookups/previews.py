"""What a look-up would take, before anything is sent."""

from typing import Final

import pandas as pd

from core.lookups import errands
from core.lookups.errands import Errand
from core.lookups.harvest import label
from core.lookups.outcomes import State, words
from core.lookups.secrets import Secrets
from core.lookups.terms import every
from core.metrics import Estimate, Input, Number, metric

_MINUTE: Final = 60.0
COLUMNS: Final = ("network", "accounts", "calls", "dollars", "minutes", "remark")


def networks(errand: Errand, secrets: Secrets) -> pd.DataFrame:
    """One row a network that would be asked: accounts, calls, US dollars, begun minutes, a remark.

    `ready` is False where the key is missing.
    """
    rows = []
    for platform in dict.fromkeys(row["platform"] for row in errand.open_rows):
        terms = every()[platform]
        ready = secrets.has(platform)
        missing = f"Needs {_a_key(platform)}: paste it on the workspace page."
        rows.append(
            {
                "platform": platform,
                "network": terms.label,
                "accounts": sum(row["platform"] == platform for row in errand.open_rows),
                "calls": errands.calls(errand, platform),
                "dollars": errands.dollars(errand, platform),
                "minutes": -(-errands.seconds(errand, platform) // _MINUTE),
                "ready": ready,
                "remark": terms.remark if ready else missing,
            }
        )
    return pd.DataFrame(rows, columns=["platform", "ready", *COLUMNS])


def impossible(errand: Errand) -> pd.DataFrame:
    """One row a handle that cannot be asked for: network, handle, why, next."""
    rows = []
    for row in errand.rows:
        if row["state"] != State.WAITING:
            name = label(row["platform"])
            _, what, do = words(row["state"], name, detail=row.get("detail") or "")
            rows.append({"network": name, "handle": row["handle"], "why": what, "next": do})
    return pd.DataFrame(rows, columns=["network", "handle", "why", "next"])


def numbers(asked: pd.DataFrame) -> dict[str, Number]:
    """Calls, cost and minutes of the networks in `asked` (one at least), each with its working."""
    sources = tuple(every()[platform].source_id for platform in asked["platform"])
    each = {
        "lookup_calls": (asked["calls"].sum(), " + ", "calls", "{:,.0f}"),
        "lookup_cost": (asked["dollars"].sum(), " + ", "dollars", "{:,.2f} USD"),
        "lookup_minutes": (asked["minutes"].max(), ", ", "minutes", "{:,.0f}"),
    }
    found = {}
    for key, (value, between, column, shape) in each.items():
        parts = [
            f"{name} {shape.format(part)}"
            for name, part in zip(asked["network"], asked[column], strict=True)
        ]
        found[key] = Number(
            metric(key),
            Estimate(float(value)),
            working=between.join(parts),
            inputs=(Input("Accounts", f"{asked['accounts'].sum():,}"),),
            source_ids=sources,
            currency="USD" if key == "lookup_cost" else "",
        )
    return found


def _a_key(platform: str) -> str:
    return "a free key" if platform == "youtube" else "a token of your own"
