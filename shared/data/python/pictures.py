"""Changes pictures."""

import numpy as np


def change_pictures(cells, change):
    """Each picture changed; what is missing stays missing.

    Numbers of the shape (height, width, channels) are pictures of one size, and so are those that
    they become.
    """
    if isinstance(cells, list):
        return [None if picture is None else change(picture) for picture in cells]
    if cells.ndim != 4:
        return cells
    if len(cells) == 0:
        return change(np.zeros(cells.shape[1:], dtype=cells.dtype))[None][:0]
    return np.stack([change(picture) for picture in cells])


def weigh_axes(picture, rows, columns):
    """A picture whose rows and columns are weighed sums of the old ones, by matrices (new, old)."""
    narrow = np.einsum("xw,hwc->hxc", columns, picture.astype("float64"))
    return like_before(picture, np.einsum("yh,hxc->yxc", rows, narrow))


def like_before(before, numbers):
    """Numbers of the type that a picture had: bytes are rounded and stay within 0 to 255."""
    if before.dtype == np.uint8:
        # Keeps halves that rounding errors have made a little less.
        return np.clip(np.floor(numbers + (0.5 + 1e-9)), 0, 255).astype("uint8")
    return numbers.astype("float32")
