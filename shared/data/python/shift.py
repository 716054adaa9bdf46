"""Moves pictures at random."""

import math

from warp_picture import warp_picture


def shift(values, random, down, aside, outside, black):
    """A picture (height, width, channels), moved by whole pixels.

    Up to `down` of its height and `aside` of its width to either side.
    """
    height, width = values.shape[:2]
    rows = math.floor((2 * random() - 1) * down * height + 0.5)
    columns = math.floor((2 * random() - 1) * aside * width + 0.5)
    return warp_picture(values, ((1, 0), (0, 1)), (-rows, -columns), outside, black)
