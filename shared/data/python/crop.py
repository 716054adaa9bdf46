"""Takes the middle of pictures."""

import numpy as np
from pictures import change_pictures


def crop(cells, height, width):
    """The middle of pictures, `height` x `width` pixels; zeros (black) around pictures that are smaller."""

    def change(picture):
        rows, columns, channels = picture.shape
        top, left = (rows - height) // 2, (columns - width) // 2
        kept = picture[max(0, top) : max(0, top + height), max(0, left) : max(0, left + width)]
        cropped = np.zeros((height, width, channels), dtype=picture.dtype)
        row, column = max(0, -top), max(0, -left)
        cropped[row : row + kept.shape[0], column : column + kept.shape[1]] = kept
        return cropped

    return change_pictures(cells, change)
