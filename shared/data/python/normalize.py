"""Moves numbers into a range."""

import numpy as np


def normalize(cells, min, max, low, high):
    """Numbers, also of pictures, moved so that `min` becomes `low` and `max` becomes `high`.

    All become `low` where both are equal. Lists hold one value for each place of the last axis.
    """
    if isinstance(cells, list):
        return [None if each is None else normalize(each, min, max, low, high) for each in cells]
    values = np.asarray(cells, dtype="float64")
    least = np.asarray(min, dtype="float64")
    span = np.asarray(max, dtype="float64") - least
    moved = (values - least) / np.where(span == 0, 1, span) * (high - low) + low
    return np.where(span == 0, values * 0 + low, moved).astype("float32")
