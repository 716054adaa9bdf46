"""Fills what is missing in numbers."""

import numpy as np


def fill_numbers(cells, value):
    """Every number that is missing or infinite replaced by `value`."""
    if not np.issubdtype(cells.dtype, np.floating):
        return cells
    return np.where(np.isfinite(cells), cells, value).astype(cells.dtype)
