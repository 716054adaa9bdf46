"""Reads recordings."""

from pathlib import Path

import numpy as np


def read_recordings(files):
    """WAV files as (rate, samples): PCM of 8, 16, 24 or 32 bits or floats, channels mixed to one by their mean."""
    return [read_wav(file) for file in files]


def read_wav(file):
    data = Path(file).read_bytes()
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise ValueError(f"{file} is not a WAV file.")

    def number(at, size):
        return int.from_bytes(data[at : at + size], "little")

    kind = channels = rate = bits = 0
    at = 12
    while at + 8 <= len(data):
        size, start = number(at + 4, 4), at + 8
        if data[at : at + 4] == b"fmt ":
            is_extended = number(start, 2) == 0xFFFE and size >= 40
            kind = number(start + 24 if is_extended else start, 2)
            channels, rate, bits = number(start + 2, 2), number(start + 4, 4), number(start + 14, 2)
        if data[at : at + 4] == b"data":
            # Recorders that stream write no length, or the largest one.
            is_open = size == 0xFFFFFFFF or (size == 0 and len(data) > start)
            samples = samples_of(data[start : None if is_open else start + size], kind, bits, channels)
            return rate, samples
        at = start + size + size % 2
    raise ValueError(f"{file} holds no samples.")


def samples_of(data, kind, bits, channels):
    step = bits // 8
    data = data[: len(data) // (step * channels) * step * channels]
    if kind == 3:
        values = np.frombuffer(data, f"<f{step}").astype("float64")
    elif bits == 8:
        values = (np.frombuffer(data, "u1").astype("float64") - 128) / 128
    elif bits == 24:
        parts = np.frombuffer(data, "u1").reshape(-1, 3).astype("int32")
        whole = parts[:, 0] | parts[:, 1] << 8 | parts[:, 2] << 16
        values = np.where(whole >= 1 << 23, whole - (1 << 24), whole) / 8388608
    else:
        values = np.frombuffer(data, f"<i{step}") / float(1 << (bits - 1))
    return values.reshape(-1, channels).mean(axis=1).astype("float32")
