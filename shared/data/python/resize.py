"""Gives pictures another size."""

import numpy as np
from pictures import change_pictures, weigh_axes


def resize(cells, height, width, fit, method):
    """Pictures of `height` x `width` pixels.

    `smooth` by a triangle filter that grows with the reduction (as Pillow's bilinear), `nearest` by
    the pixel in the middle. `stretch` takes all of a picture, `crop` as much of its middle as has
    the wanted proportions, `pad` all of it in its own proportions with zeros (black) around. Bytes
    stay bytes.
    """

    def change(picture):
        rows, columns = picture.shape[:2]
        across = _span_of(columns, rows * width / height, fit)
        down = _span_of(rows, columns * height / width, fit)
        weigh = _smooth if method == "smooth" else _nearest
        high = _filled_of(height, rows * width / columns) if fit == "pad" else height
        wide = _filled_of(width, columns * height / rows) if fit == "pad" else width
        return weigh_axes(
            picture,
            _padded(weigh(rows, *down, high), height),
            _padded(weigh(columns, *across, wide), width),
        )

    return change_pictures(cells, change)


def _span_of(length, wanted, fit):
    if fit != "crop":
        return 0, length
    taken = max(1, min(length, int(np.floor(wanted + 0.5))))
    return (length - taken) // 2, taken


def _filled_of(size, whole):
    return max(1, min(size, int(np.floor(whole + 0.5))))


def _padded(matrix, size):
    before = (size - len(matrix)) // 2
    return np.pad(matrix, ((before, size - len(matrix) - before), (0, 0)))


def _smooth(old, first, length, size):
    scale = length / size
    reach = max(1, scale)
    middles = (np.arange(size)[:, None] + 0.5) * scale
    weights = np.maximum(0, 1 - np.abs(np.arange(length) + 0.5 - middles) / reach)
    matrix = np.zeros((size, old))
    matrix[:, first : first + length] = weights / weights.sum(axis=1, keepdims=True)
    return matrix


def _nearest(old, first, length, size):
    matrix = np.zeros((size, old))
    matrix[np.arange(size), first + (2 * np.arange(size) + 1) * length // (2 * size)] = 1
    return matrix
