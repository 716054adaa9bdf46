"""Smooths sequences and recordings."""

import numpy as np


def smooth(cells, method, radius):
    """Every value replaced by one of the values at most `radius` places before and after it, within its own sequence.

    That is their `mean`, their `median`, or their mean with `gaussian` weights of the deviation
    `radius` / 2. At the ends there are fewer of them; what is missing is left out.
    """
    if isinstance(cells, list):
        return [
            None if signal is None else (signal[0], _smoothed(signal[1], 0, method, radius))
            for signal in cells
        ]
    return cells if cells.ndim < 2 else _smoothed(cells, 1, method, radius)


def _smoothed(values, axis, method, radius):
    values = np.asarray(values, dtype="float64")
    around = [(radius, radius) if each == axis else (0, 0) for each in range(values.ndim)]
    padded = np.pad(values, around, constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * radius + 1, axis=axis)
    known = ~np.isnan(windows)
    if method == "median":
        ordered = np.sort(windows, axis=-1)
        count = known.sum(axis=-1, keepdims=True)
        low = np.take_along_axis(ordered, np.maximum(count - 1, 0) // 2, axis=-1)
        high = np.take_along_axis(ordered, np.minimum(count // 2, 2 * radius), axis=-1)
        return ((low + high) / 2)[..., 0].astype("float32")
    distances = np.arange(-radius, radius + 1) / radius
    weights = np.exp(-2 * distances**2) if method == "gaussian" else np.ones(2 * radius + 1)
    total = (known * weights).sum(axis=-1)
    sums = (np.where(known, windows, 0) * weights).sum(axis=-1)
    return np.where(total == 0, np.nan, sums / np.where(total == 0, 1, total)).astype("float32")
