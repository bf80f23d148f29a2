"""Times of day as the person at the screen has them."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from core.locale import is_known
from pages.parts import cached


def moment(time: datetime | None) -> str:
    """`14:05` on the clock of whoever looks at it, with the day if it is not today; "" for none."""
    if not is_known(time):
        return ""
    try:
        zone = ZoneInfo(st.context.timezone or "UTC")
    except ZoneInfoNotFoundError:
        zone = ZoneInfo("UTC")
    return cached.writing().moment(time, zone, cached.the_store().now())
