"""Scales numbers by median and quartiles."""

import numpy as np


def robust_scale(cells, median, range):
    """Numbers, also of pictures, less `median`, divided by `range`, the distance of the quartiles.

    They are only moved where that is 0. Lists hold one value for each place of the last axis.
    """
    if isinstance(cells, list):
        return [None if each is None else robust_scale(each, median, range) for each in cells]
    values = np.asarray(cells, dtype="float64")
    divisor = np.asarray(range, dtype="float64")
    moved = (values - np.asarray(median)) / np.where(divisor == 0, 1, divisor)
    return moved.astype("float32")
