"""Gives numbers a mean of 0 and a deviation of 1."""

import numpy as np


def standardize(cells, mean, deviation):
    """Numbers, also of pictures, less `mean`, divided by `deviation`; 0 where that is 0.

    Lists hold one value for each place of the last axis.
    """
    if isinstance(cells, list):
        return [None if each is None else standardize(each, mean, deviation) for each in cells]
    values = np.asarray(cells, dtype="float64")
    divisor = np.asarray(deviation, dtype="float64")
    moved = (values - np.asarray(mean)) / np.where(divisor == 0, 1, divisor)
    return np.where(divisor == 0, values * 0, moved).astype("float32")
