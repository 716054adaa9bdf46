"""Leaves out rows with numbers far from the others."""

import numpy as np


def drop_outliers(cells, low, high):
    """True for each row that stays: all of whose numbers lie in `low` to `high` (None: no bound) or are missing."""
    if isinstance(cells, list):
        return np.ones(len(cells), dtype=bool)
    outside = np.zeros(cells.shape, dtype=bool)
    if low is not None:
        outside |= cells < low
    if high is not None:
        outside |= cells > high
    return ~outside.reshape(len(cells), -1).any(axis=1)
