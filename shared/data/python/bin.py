"""Puts numbers into bins."""

import numpy as np


def bin(cells, edges):
    """The number of the bin that each number lies in: how many of the ascending `edges` are not above it."""
    values = np.asarray(cells, dtype="float64")
    bins = np.searchsorted(np.asarray(edges, dtype="float64"), values, side="right")
    return np.where(np.isnan(values), np.nan, bins).astype("float32")
