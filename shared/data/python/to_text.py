"""Writes numbers and dates as texts."""

import numpy as np
from number_text import number_text


def to_text(cells, is_date):
    """Numbers as texts: `12`, `0.1`, `1e+21`; with `is_date` as `2020-01-31` or `2020-01-31T12:00:00.000Z`.

    Several numbers of a row are parted by blanks, and one missing makes the text missing.
    """
    if isinstance(cells, list):
        return cells
    write = _date_text if is_date else number_text
    texts = []
    for row in cells.reshape(len(cells), -1):
        parts = [write(value) for value in row]
        texts.append(None if None in parts else " ".join(parts))
    return texts


def _date_text(milliseconds):
    if not abs(milliseconds) <= 8.64e15:
        return None
    text = str(np.datetime64(int(np.floor(milliseconds)), "ms"))
    return text.removesuffix("T00:00:00.000") if text.endswith("T00:00:00.000") else text + "Z"
