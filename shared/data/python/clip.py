"""Keeps numbers within bounds."""

import numpy as np


def clip(cells, low, high):
    """Numbers, also of pictures, below `low` become it, those above `high` too (None: no bound)."""
    if isinstance(cells, list):
        return [None if each is None else clip(each, low, high) for each in cells]
    values = np.asarray(cells, dtype="float64")
    if low is not None:
        values = np.maximum(values, low)
    if high is not None:
        values = np.minimum(values, high)
    return values.astype("float32")
