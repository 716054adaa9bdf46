"""Reads dates out of texts."""

import calendar
import math
import re

import numpy as np

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
_YEAR = "(?P<year>[0-9]{4})"
_MONTH = "(?P<month>[0-9]{1,2}|[A-Za-z]{3,9})"
_DAY = "(?P<day>[0-9]{1,2})"
_GAP = "[-/., 年月]*"
_TIME = "(?:[T日 ]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}(?:[.][0-9]{1,9})?))?)?"
_ZONE = "(?:Z|(?P<sign>[-+])(?P<zone_hours>[0-9]{2}):?(?P<zone_minutes>[0-9]{2}))?"


def _pattern(*parts):
    return re.compile(f" *{_GAP.join(parts)}日?{_TIME} *{_ZONE} *")


_PATTERNS = {
    "year-month-day": _pattern(_YEAR, _MONTH, _DAY),
    "day-month-year": _pattern(_DAY, _MONTH, _YEAR),
    "month-day-year": _pattern(_MONTH, _DAY, _YEAR),
}


def to_date(cells, order):
    """Texts as milliseconds since 1970, UTC; missing where a text is no date in the given order.

    The year has four digits, a month may be an English name; `-`, `/`, `.`, commas, blanks or 年月日
    part them. A time `12:30`, `12:30:59.5` and a zone `Z`, `+08:00` may follow.
    """
    if not isinstance(cells, list):
        return cells
    return np.array(
        [np.nan if text is None else _milliseconds_of(text, order) for text in cells],
        dtype="float64",
    )


def _milliseconds_of(text, order):
    match = _PATTERNS[order].fullmatch(text)
    if match is None:
        return np.nan
    hour, minute, second = (float(match[name] or 0) for name in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second >= 60:
        return np.nan
    year, day = int(match["year"]), int(match["day"])
    name = match["month"][:3].lower()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else int(name) if name.isdigit() else 0
    if not 1 <= month <= 12 or not 1 <= day <= _days_in(year, month):
        return np.nan
    midnight = np.datetime64(f"{year:04d}-{month:02d}-{day:02d}", "ms").astype("int64")
    east = int(match["zone_hours"] or 0) * 60 + int(match["zone_minutes"] or 0)
    east = -east if match["sign"] == "-" else east
    return float(midnight) + math.floor((hour * 60 + minute - east) * 60_000 + second * 1000)


def _days_in(year, month):
    return 29 if month == 2 and calendar.isleap(year) else calendar.mdays[month]
