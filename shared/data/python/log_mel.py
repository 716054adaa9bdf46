"""Turns recordings into pictures of what the ear tells apart."""

import numpy as np
from log_mel_frames import log_mel_frames


def log_mel(cells, frames, frame_length, frame_step, mels, low, high):
    """Recordings as pictures, (frames, mels, 1).

    `frames` rows in time, each of the logarithms of `mels` bands between `low` and `high` Hz. A
    missing one is silence.
    """
    if not isinstance(cells, list):
        return cells
    values = np.zeros((len(cells), frames, mels, 1), dtype="float32")
    for row, signal in zip(values, cells):
        row[..., 0] = log_mel_frames(signal, frames, frame_length, frame_step, mels, low, high)
    return values
