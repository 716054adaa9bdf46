"""Filters pictures."""

import numpy as np
from pictures import change_pictures, like_before, weigh_axes


def filter_picture(cells, method, radius):
    """Every pixel replaced by one of the square of pixels at most `radius` away, channel by channel.

    That is their `mean`, their `median`, or their mean with `gaussian` weights of the deviation
    `radius` / 2. At the borders there are fewer of them. Bytes stay bytes.
    """

    def change(picture):
        if method == "median":
            return _median(picture, radius)
        rows, columns = (_weights(length, method, radius) for length in picture.shape[:2])
        return weigh_axes(picture, rows, columns)

    return change_pictures(cells, change)


def _weights(length, method, radius):
    distances = np.arange(length) - np.arange(length)[:, None]
    weights = (
        np.exp(-2 * (distances / radius) ** 2)
        if method == "gaussian"
        else np.ones((length, length))
    )
    weights = np.where(np.abs(distances) <= radius, weights, 0)
    return weights / weights.sum(axis=1, keepdims=True)


def _median(picture, radius):
    around = ((radius, radius), (radius, radius), (0, 0))
    padded = np.pad(picture.astype("float64"), around, constant_values=np.nan)
    size = 2 * radius + 1
    windows = np.lib.stride_tricks.sliding_window_view(padded, (size, size), axis=(0, 1))
    return like_before(picture, np.nanmedian(windows, axis=(-2, -1)))
