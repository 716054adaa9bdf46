"""Takes silence away from both ends of recordings."""

import numpy as np

# Length of the frames that are listened to.
_FRAME_SECONDS = 0.02


def trim_silence(cells, decibels):
    """Recordings without the silence at both ends.

    Silence are frames of 20 ms whose mean power lies more than `decibels` below that of the loudest
    frame. A recording that is silent all through keeps its first frame.
    """
    if not isinstance(cells, list):
        return cells
    return [None if signal is None else _trimmed(*signal, decibels) for signal in cells]


def _trimmed(rate, values, decibels):
    length = max(1, int(rate * _FRAME_SECONDS + 0.5))
    squares = np.asarray(values, dtype="float64") ** 2
    powers = np.array([squares[at : at + length].mean() for at in range(0, len(values), length)])
    loudest = powers.max(initial=0)
    loud = np.flatnonzero((powers > 0) & (powers >= loudest * 10 ** (-decibels / 10)))
    first, last = (loud[0], loud[-1]) if len(loud) > 0 else (0, 0)
    return rate, np.asarray(values[first * length : (last + 1) * length])
