"""Turns recordings into rows of numbers."""

import numpy as np


def waveform(cells, samples):
    """Recordings as rows of their first `samples` values, (samples, 1).

    Shorter ones are followed by silence, missing ones are all silence.
    """
    if not isinstance(cells, list):
        return cells
    values = np.zeros((len(cells), samples, 1), dtype="float32")
    for row, signal in zip(values, cells):
        if signal is not None:
            kept = signal[1][:samples]
            row[: len(kept), 0] = kept
    return values
