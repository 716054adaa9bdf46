"""Presses large numbers together."""

import numpy as np


def logarithm(cells):
    """ln(1 + x) of every number, also of pictures, -ln(1 - x) of negative ones."""
    if isinstance(cells, list):
        return [None if each is None else logarithm(each) for each in cells]
    values = np.asarray(cells, dtype="float64")
    return (np.sign(values) * np.log1p(np.abs(values))).astype("float32")
