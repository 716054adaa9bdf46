"""Windows over rows in order: several rows that follow each other are one example."""

import numpy as np


def order_rows(rows, series):
    """Rows with those of one series after each other, and the first place of each series.

    `series` holds the name of the series of each row; None: all are one.
    """
    if series is None:
        return np.asarray(rows), [0]
    members = {}
    for row, key in zip(rows, series):
        members.setdefault(key, []).append(row)
    starts = np.cumsum([0, *(len(each) for each in members.values())])[:-1].tolist()
    return np.array([row for each in members.values() for row in each], dtype="int64"), starts


def window_starts(count, series, offset, stride):
    """The first places of all windows that lie, with the `offset` rows after their first, within one series."""
    ends = [*series[1:], count]
    found = [place for start, end in zip(series, ends) for place in range(start, end - offset, stride)]
    return np.array(found, dtype="int64")


def windows_inside(starts, offset, places):
    """Those windows whose rows and target all lie among these places."""
    inside = set(np.asarray(places).tolist())
    kept = [
        start
        for start in starts.tolist()
        if all(place in inside for place in range(start, start + offset + 1))
    ]
    return np.array(kept, dtype="int64")


def windows_of(cells, starts, length):
    """`length` rows from each of these places on, one below the other."""
    rows = cells.reshape(len(cells), 1) if cells.ndim == 1 else cells
    return rows[np.asarray(starts)[:, None] + np.arange(length)]
