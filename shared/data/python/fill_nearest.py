"""Fills what is missing in rows of numbers from similar rows."""

import numpy as np


def fill_nearest(cells, rows, means, deviations, count):
    """What is missing replaced by the mean of that column in the `count` nearest of `rows` that know it.

    The distance is Euclidean over the columns that both rows know, each divided by its deviation,
    and stretched to all columns (Troyanskaya et al. 2001). Where no row can be compared: the
    column's mean.
    """
    filled = np.array(cells, dtype="float64")
    means = np.array(means, dtype="float64")
    deviations = np.array(deviations, dtype="float64")
    rows = np.array(rows, dtype="float64").reshape(-1, len(means))
    for row in filled:
        gaps = np.flatnonzero(~np.isfinite(row))
        if len(gaps) == 0:
            continue
        known = np.isfinite(row) & np.isfinite(rows)
        shared = known.sum(axis=1)
        squares = np.where(known, ((row - rows) / deviations) ** 2, 0)
        distances = squares.sum(axis=1) * len(means) / np.maximum(shared, 1)
        order = np.argsort(distances, kind="stable")
        order = order[shared[order] > 0]
        for column in gaps:
            values = rows[order, column]
            values = values[np.isfinite(values)][:count]
            row[column] = values.mean() if len(values) > 0 else means[column]
    return filled
