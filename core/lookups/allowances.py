"""Until when a network wants to be left alone, read off the headers of its answers."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

_REMAINING: Final = ("ratelimit-remaining", "x-ratelimit-remaining", "x-rate-limit-remaining")
_RESET: Final = ("ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset")
_FULL: Final = 95.0  # percent of Meta's allowance from which on it is left alone
_CALIFORNIA: Final = "America/Los_Angeles"


def until(status: int, headers: Mapping[str, str], now: datetime) -> datetime | None:
    """When the next call may be made, None for at once; never later than a day from now."""
    found = [_retry_after(headers, now)] if status in (429, 503) else []
    remaining = _first(headers, _REMAINING)
    if status == 429 or (remaining is not None and _number(remaining) == 0):
        found.append(_reset(headers, now))
    found.append(_of_meta(headers, now))
    known = [time for time in found if time is not None and time > now]
    if not known:
        return None
    return min(max(known), now + timedelta(days=1))


def left(headers: Mapping[str, str]) -> str:
    """What the answer says about the allowance, in words; empty if it says nothing."""
    remaining = _first(headers, _REMAINING)
    if remaining is not None:
        return f"{remaining} calls left before the next pause."
    used = [_number(value) for value in _usage(headers).values()]
    known = [value for value in used if value is not None]
    return f"{max(known):.0f} % of the hour's calls used." if known else ""


def midnight_in_california(now: datetime) -> datetime:
    """When YouTube's day ends."""
    there = now.astimezone(ZoneInfo(_CALIFORNIA))
    next_day = (there + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return next_day.astimezone(UTC)


def _retry_after(headers: Mapping[str, str], now: datetime) -> datetime | None:
    said = headers.get("retry-after", "")
    seconds = _number(said)
    if seconds is not None:
        return now + timedelta(seconds=max(seconds, 0))
    try:
        when = parsedate_to_datetime(said)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _reset(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """A time in seconds since 1970, or in ISO 8601."""
    said = _first(headers, _RESET) or ""
    seconds = _number(said)
    try:
        if seconds is not None:
            return datetime.fromtimestamp(seconds, UTC)
        when = datetime.fromisoformat(said)
    except (ValueError, OverflowError, OSError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _of_meta(headers: Mapping[str, str], now: datetime) -> datetime | None:
    minutes = 0.0
    for uses in _json(headers.get("x-business-use-case-usage", "")).values():
        for use in uses if isinstance(uses, list) else []:
            wait = use.get("estimated_time_to_regain_access") if isinstance(use, dict) else None
            minutes = max(minutes, _number(str(wait)) or 0.0)
    if minutes:
        return now + timedelta(minutes=minutes)
    used = [_number(str(value)) or 0.0 for value in _usage(headers).values()]
    return now + timedelta(minutes=10) if max(used, default=0.0) >= _FULL else None


def _usage(headers: Mapping[str, str]) -> dict[str, Any]:
    return {name: str(value) for name, value in _json(headers.get("x-app-usage", "")).items()}


def _json(said: str) -> dict[str, Any]:
    try:
        value = json.loads(said)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _first(headers: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((headers[name] for name in names if name in headers), None)


def _number(said: str) -> float | None:
    try:
        return float(said)
    except ValueError:
        return None
