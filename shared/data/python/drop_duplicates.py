"""Leaves out rows that are repeated."""

import numpy as np


def drop_duplicates(cells):
    """True for each row that stays: that no row before equals in all its numbers, or its text.

    What is missing equals what is missing. Rows must be all there.
    """
    if isinstance(cells, list):
        rows = cells
    else:
        flat = np.asarray(cells, dtype="float64").reshape(len(cells), -1)
        rows = [tuple(None if np.isnan(value) else value for value in row) for row in flat]
    seen = set()
    stays = np.zeros(len(rows), dtype=bool)
    for at, row in enumerate(rows):
        stays[at] = row not in seen
        seen.add(row)
    return stays
