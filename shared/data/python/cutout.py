"""Blackens a square of pictures."""

import math


def cutout(values, random, fraction, black):
    """A picture (height, width, channels) with a black square anywhere, which may reach over the border.

    Its side is `fraction` of the picture's shorter one.
    """
    height, width = values.shape[:2]
    side = max(1, math.floor(fraction * min(height, width) + 0.5))
    top = math.floor(random() * height) - (side >> 1)
    left = math.floor(random() * width) - (side >> 1)
    values = values.copy()
    values[max(0, top) : max(0, top + side), max(0, left) : max(0, left + side)] = black
    return values
