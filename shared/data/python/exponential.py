"""Brings the results of a logarithm back."""

import numpy as np


def exponential(cells):
    """e to the x, less 1, of every number; 1 - e to the -x of negative ones."""
    if isinstance(cells, list):
        return [None if each is None else exponential(each) for each in cells]
    values = np.asarray(cells, dtype="float64")
    return (np.sign(values) * np.expm1(np.abs(values))).astype("float32")
