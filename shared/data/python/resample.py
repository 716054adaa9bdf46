"""Gives recordings another rate."""

import math

import numpy as np

# Zeros of the sinc on each side, and what is kept of the frequencies that fit.
_ZEROS = 16
_ROLLOFF = 0.95


def resample(cells, rate):
    """Recordings at another `rate` in Hz.

    Each new value is a sum of the old ones around it, weighted by a sinc under a Hann window, which
    lets pass what both rates can hold (Smith, "Digital Audio Resampling"). The length in seconds
    stays.
    """
    if not isinstance(cells, list):
        return cells
    return [
        signal if signal is None or signal[0] == rate else (rate, _resampled(*signal, rate))
        for signal in cells
    ]


def _resampled(old_rate, values, rate):
    common = math.gcd(old_rate, rate)
    old_step, new_step = old_rate // common, rate // common
    cutoff = _ROLLOFF * min(1, rate / old_rate)
    reach = math.ceil(_ZEROS / cutoff)
    offsets = np.arange(-reach, reach + 1)
    places = np.arange(new_step) * old_step % new_step / new_step
    times = (offsets - places[:, None]) * cutoff
    weights = cutoff * np.sinc(times) * np.cos(np.pi * times / (2 * _ZEROS)) ** 2
    weights[np.abs(times) >= _ZEROS] = 0
    padded = np.pad(np.asarray(values, dtype="float64"), reach)
    result = np.zeros(-(-len(values) * new_step // old_step), dtype="float32")
    for phase in range(min(new_step, len(result))):
        firsts = np.arange(phase, len(result), new_step) * old_step // new_step
        result[phase::new_step] = padded[firsts[:, None] + offsets + reach] @ weights[phase]
    return result
