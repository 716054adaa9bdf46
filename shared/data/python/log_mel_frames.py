"""Frequencies of recordings over time, as the ear parts them."""

import functools

import numpy as np
from power_frames import power_frames


def log_mel_frames(signal, frames, frame_length, frame_step, mels, low, high):
    """For each frame of a recording the natural logarithms of `mels` sums of its power between `low` and `high` Hz.

    1e-6 is added to each. None: silence.
    """
    powers = power_frames(signal, frames, frame_length, frame_step)
    rate = 1 if signal is None else signal[0]
    return np.log(powers @ _mel_filters(mels, frame_length, rate, low, high) + 1e-6)


@functools.cache
def _mel_filters(mels, frame_length, rate, low, high):
    """Triangles evenly spaced on the mel scale 2595 log10(1 + f / 700) (O'Shaughnessy 1987), each 1 at its top."""
    borders = np.linspace(_mel_of(low), _mel_of(min(high, rate / 2)), mels + 2)
    bins = _mel_of(np.arange(frame_length // 2 + 1) * rate / frame_length)[:, None]
    left, middle, right = borders[:-2], borders[1:-1], borders[2:]
    with np.errstate(divide="ignore", invalid="ignore"):
        weights = np.minimum((bins - left) / (middle - left), (right - bins) / (right - middle))
    return np.maximum(np.nan_to_num(weights, posinf=0, neginf=0), 0)


def _mel_of(frequency):
    return 2595 * np.log10(1 + frequency / 700)
