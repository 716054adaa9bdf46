"""Mirrors pictures at random."""


def flip(values, random, horizontal, vertical):
    """A picture (height, width, channels), mirrored each way with a chance of one half."""
    if horizontal and random() < 0.5:
        values = values[:, ::-1]
    if vertical and random() < 0.5:
        values = values[::-1]
    return values
