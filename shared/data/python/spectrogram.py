"""Turns recordings into pictures of their frequencies."""

import numpy as np
from power_frames import power_frames

_UNITS = {
    "magnitude": np.sqrt,
    "power": lambda powers: powers,
    "decibel": lambda powers: 10 * np.log10(np.maximum(powers, 1e-10)),
}


def spectrogram(cells, frames, frame_length, frame_step, unit):
    """Recordings as pictures of their frequencies, (frames, frequencies, 1).

    `frames` rows in time, each of `frame_length` / 2 + 1 frequencies 0 to rate / 2 under a Hann
    window, as `magnitude`, `power` or `decibel` (10 log10, at least -100). A missing one is
    silence.
    """
    if not isinstance(cells, list):
        return cells
    bins = frame_length // 2 + 1
    values = np.zeros((len(cells), frames, bins, 1), dtype="float32")
    for row, signal in zip(values, cells):
        row[..., 0] = _UNITS[unit](power_frames(signal, frames, frame_length, frame_step))
    return values
