"""Takes dates apart."""

import numpy as np

# How long the circle of each part is and where it starts; year does not come round.
_CIRCLES = {
    "month": (12, 1),
    "day": (31, 1),
    "weekday": (7, 0),
    "dayOfYear": (366, 1),
    "hour": (24, 0),
    "minute": (60, 0),
}


def date_parts(cells, parts, is_cyclic):
    """The `parts` of dates (milliseconds since 1970, UTC), a row of numbers each.

    Months and days count from 1, weekdays from Monday, 0. With `is_cyclic` each part that comes
    round is its sine and cosine, so that December lies next to January. A missing date gives
    missing numbers.
    """
    values = np.asarray(cells, dtype="float64")
    known = np.abs(values) <= 8.64e15
    dates = np.floor(np.where(known, values, 0)).astype("int64").astype("datetime64[ms]")
    columns = []
    for part in parts:
        numbers = np.where(known, _part_of(dates, part), np.nan)
        if is_cyclic and part in _CIRCLES:
            period, first = _CIRCLES[part]
            angles = 2 * np.pi * (numbers - first) / period
            columns += [np.sin(angles), np.cos(angles)]
        else:
            columns.append(numbers)
    return np.stack(columns, axis=-1).astype("float32")


def _part_of(dates, part):
    days = dates.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    years = dates.astype("datetime64[Y]")
    return {
        "year": lambda: years.astype("int64") + 1970,
        "month": lambda: (months - years).astype("int64") + 1,
        "day": lambda: (days - months).astype("int64") + 1,
        "weekday": lambda: (days.astype("int64") + 3) % 7,
        "dayOfYear": lambda: (days - years).astype("int64") + 1,
        "hour": lambda: (dates - days).astype("timedelta64[h]").astype("int64"),
        "minute": lambda: (dates - days).astype("timedelta64[m]").astype("int64") % 60,
    }[part]()
