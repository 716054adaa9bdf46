"""Makes what pictures show larger or smaller at random."""

from warp_picture import warp_picture


def zoom(values, random, fraction, outside, black):
    """A picture (height, width, channels), larger or smaller by up to `fraction`; its size stays."""
    step = 1 / (1 + (2 * random() - 1) * fraction)
    return warp_picture(values, ((step, 0), (0, step)), (0, 0), outside, black)
