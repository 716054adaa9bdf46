"""Turns pictures at random."""

import math

from warp_picture import warp_picture


def rotate(values, random, degrees, outside, black):
    """A picture (height, width, channels), turned around its middle by up to `degrees` to either side."""
    angle = (2 * random() - 1) * degrees * math.pi / 180
    cosine, sine = math.cos(angle), math.sin(angle)
    return warp_picture(values, ((cosine, -sine), (sine, cosine)), (0, 0), outside, black)
