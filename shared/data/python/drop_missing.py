"""Leaves out rows in which something is missing."""

import numpy as np


def drop_missing(cells):
    """True for each row that stays: in which nothing is missing or infinite."""
    if isinstance(cells, list):
        return np.array([cell is not None for cell in cells], dtype=bool)
    return np.isfinite(cells).reshape(len(cells), -1).all(axis=1)
