"""Handles to tidy tables through the networks' official interfaces; nothing goes without a click.

errand = lookups.of_handles(accounts, lookups.Depth())     what is understood; nothing is sent
run_id = store.lookups.open(errand.kind, errand.rows, errand.asked)
lookups.Runner(store.lookups).start(run_id, secrets)       from here on, calls go out
"""

from core.lookups.desk import Depth, settled
from core.lookups.errands import Errand, of_followers, of_handles, of_search
from core.lookups.outcomes import Refused, State, words
from core.lookups.runner import Runner
from core.lookups.secrets import Secrets
from core.lookups.settings import Settings

__all__ = [
    "Depth",
    "Errand",
    "Refused",
    "Runner",
    "Secrets",
    "Settings",
    "State",
    "of_followers",
    "of_handles",
    "of_search",
    "settled",
    "words",
]
