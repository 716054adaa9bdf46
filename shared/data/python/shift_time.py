"""Moves sequences at random."""

import math

import numpy as np


def shift_time(values, random, fraction, outside):
    """A sequence (steps, ...), moved by whole steps: up to `fraction` of its length to either side.

    What comes in is `zero`, the nearest step (`edge`), or what went out at the other end (`wrap`).
    """
    steps = len(values)
    source = np.arange(steps) - math.floor((2 * random() - 1) * fraction * steps + 0.5)
    if outside == "wrap":
        return values[source % steps]
    moved = values[np.clip(source, 0, steps - 1)]
    if outside == "zero":
        moved[(source < 0) | (source >= steps)] = 0
    return moved
