"""Fills what is missing from the rows before."""

import numpy as np


def fill_forward(cells):
    """What is missing replaced by the last known value before; before the first known value by that one.

    Rows must be all there and in order.
    """
    if isinstance(cells, list):
        last = next((text for text in cells if text is not None), None)
        filled = []
        for text in cells:
            last = text if text is not None else last
            filled.append(last)
        return filled
    if not np.issubdtype(cells.dtype, np.floating) or len(cells) == 0:
        return cells
    rows = cells.reshape(len(cells), -1)
    known = np.isfinite(rows)
    places = np.where(known, np.arange(len(rows))[:, None], -1)
    places = np.maximum.accumulate(places, axis=0)
    places = np.where(places < 0, known.argmax(axis=0), places)
    filled = np.take_along_axis(rows, places, axis=0)
    filled = np.where(known.any(axis=0), filled, np.nan)
    return filled.astype(cells.dtype).reshape(cells.shape)
