"""What people decide and what they bring in, in SQLite or PostgreSQL.

store = core.store.open()
store.keep(reading, name="followers.json", content_sha256=digest, size=len(content))
store.tables()["accounts"]
"""

from core.store.models import Mapping, Plan, Workspace
from core.store.opening import open  # noqa: A004
from core.store.store import Store

__all__ = ["Mapping", "Plan", "Store", "Workspace", "open"]
