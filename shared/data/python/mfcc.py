"""Mel-frequency cepstral coefficients of recordings."""

import numpy as np
from log_mel_frames import log_mel_frames


def mfcc(cells, frames, frame_length, frame_step, mels, low, high, coefficients):
    """Mel-frequency cepstral coefficients (Davis and Mermelstein 1980), (frames, coefficients, 1).

    `frames` rows in time, each of the first `coefficients` of the orthonormal cosine transform
    (DCT-II) of its `mels` log-mel bands between `low` and `high` Hz. A missing recording is
    silence.
    """
    if not isinstance(cells, list):
        return cells
    places = np.arange(coefficients)[:, None] * (np.arange(mels) + 0.5) / mels
    sizes = np.sqrt(np.where(np.arange(coefficients) == 0, 1, 2) / mels)
    waves = sizes[:, None] * np.cos(np.pi * places)
    values = np.zeros((len(cells), frames, coefficients, 1), dtype="float32")
    for row, signal in zip(values, cells):
        bands = log_mel_frames(signal, frames, frame_length, frame_step, mels, low, high)
        row[..., 0] = bands @ waves.T
    return values
