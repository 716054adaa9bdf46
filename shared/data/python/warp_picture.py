"""Moves the pixels of pictures."""

import numpy as np


def warp_picture(values, matrix, move, outside, black):
    """A picture (height, width, channels) whose pixels come from elsewhere; between pixels it is linear.

    Places are taken from the middle, multiplied by `matrix` ((a, b), (c, d)) of row and column, and
    moved by `move`. Outside of the picture is its nearest pixel (`edge`) or `black`.
    """
    height, width, channels = values.shape
    (a, b), (c, d) = matrix
    rows = np.arange(height)[:, None] - (height - 1) / 2
    columns = np.arange(width)[None, :] - (width - 1) / 2
    y = a * rows + b * columns + (height - 1) / 2 + move[0]
    x = c * rows + d * columns + (width - 1) / 2 + move[1]
    if outside == "edge":
        y = np.clip(y, 0, height - 1)
        x = np.clip(x, 0, width - 1)
    top = np.floor(y).astype("int64")
    left = np.floor(x).astype("int64")
    low = y - top
    aright = x - left
    result = np.zeros((height, width, channels))
    for down, right in ((0, 0), (0, 1), (1, 0), (1, 1)):
        share = (low if down else 1 - low) * (aright if right else 1 - aright)
        row = top + down
        column = left + right
        is_inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
        pixels = values[np.clip(row, 0, height - 1), np.clip(column, 0, width - 1)]
        result += share[..., None] * np.where(is_inside[..., None], pixels, black)
    return result.astype("float32")
