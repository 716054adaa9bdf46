"""Reads dates in texts."""

import datetime
import math
import re

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
CLOCK = r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}(?:\.\d+)?))?(?: *(?P<half>[AaPp][Mm]))?)?"
ZONE = r"(?: *(?:Z|UTC|(?P<sign>[+-])(?P<zone_hours>\d{2})(?::?(?P<zone_minutes>\d{2}))?))?"
YEAR, MONTH, DAY = r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
NAME = r"(?P<name>[A-Za-z]{3,9})"


def patterns(first, second):
    return [
        re.compile(pattern, re.ASCII)
        for pattern in (
            f"{YEAR}(?P<mark>[-/]){MONTH}(?P=mark){DAY}{CLOCK}{ZONE}",
            f"{first}(?P<mark>[-/.]){second}(?P=mark){YEAR}{CLOCK}",
            f"{NAME} +{DAY},? +{YEAR}",
            f"{DAY}(?P<mark>[- ]){NAME}(?P=mark){YEAR}",
            f"{YEAR}年{MONTH}月{DAY}日",
        )
    ]


DAY_FIRST, MONTH_FIRST = patterns(DAY, MONTH), patterns(MONTH, DAY)


def read_date(text, day_first):
    """Milliseconds since 1970, UTC, that a text says; NaN: it is no date, or a day that does not exist."""
    for pattern in DAY_FIRST if day_first else MONTH_FIRST:
        match = pattern.fullmatch(text.strip())
        time = math.nan if match is None else time_of(match.groupdict())
        if not math.isnan(time):
            return time
    return math.nan


def time_of(groups):
    def part(key):
        return float(groups.get(key) or 0)

    name = (groups.get("name") or "")[:3].lower()
    month = MONTHS.index(name) + 1 if name in MONTHS else int(part("month"))
    hour = part("hour")
    if groups.get("half"):
        hour = hour % 12 + (12 if groups["half"].lower() == "pm" else 0)
    if hour > 23 or part("minute") > 59 or part("second") >= 60:
        return math.nan
    try:
        date = datetime.date(int(part("year")), month, int(part("day")))
    except ValueError:
        return math.nan
    days = date.toordinal() - datetime.date(1970, 1, 1).toordinal()
    east = (-1 if groups.get("sign") == "-" else 1) * (part("zone_hours") * 60 + part("zone_minutes"))
    seconds = (hour * 60 + part("minute") - east) * 60 + part("second")
    return days * 86_400_000 + math.floor(seconds * 1000)
