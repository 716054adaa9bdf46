"""Takes parts of pictures at random."""

from warp_picture import warp_picture


def random_crop(values, random, least):
    """A part of a picture (height, width, channels) in place of the whole: each side `least` to all of it, anywhere."""
    height, width = values.shape[:2]
    part = least + random() * (1 - least)
    down = (random() - 0.5) * (1 - part) * height
    right = (random() - 0.5) * (1 - part) * width
    return warp_picture(values, ((part, 0), (0, part)), (down, right), "edge", 0)
