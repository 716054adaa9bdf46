"""Divides numbers."""

import numpy as np


def scale(cells, divisor):
    """Every number, also of pictures, divided by `divisor`; what is missing stays missing."""
    if isinstance(cells, list):
        return [None if picture is None else scale(picture, divisor) for picture in cells]
    return (np.asarray(cells, dtype="float64") / divisor).astype("float32")
