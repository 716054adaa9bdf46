"""Gives numbers a mean of 0 and a deviation of 1."""

import numpy as np


def standardize(cells, mean, deviation):
    """Numbers less `mean`, divided by `deviation`; 0 where that is 0.

    Lists hold one value for each place of the last axis.
    """
    values = np.asarray(cells, dtype="float64")
    divisor = np.asarray(deviation, dtype="float64")
    moved = (values - np.asarray(mean)) / np.where(divisor == 0, 1, divisor)
    return np.where(divisor == 0, values * 0, moved).astype("float32")
