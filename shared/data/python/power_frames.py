"""Frequencies of recordings over time."""

import numpy as np


def power_frames(signal, frames, frame_length, frame_step):
    """For each frame of a recording the power of its frequencies 0 to rate / 2 in `frame_length` / 2 + 1 steps.

    It is the square of the Fourier transform under a Hann window (periodic). None: silence.
    """
    values = np.zeros(0) if signal is None else np.asarray(signal[1], dtype="float64")
    needed = (frames - 1) * frame_step + frame_length
    padded = np.zeros(max(needed, len(values)))
    padded[: len(values)] = values
    cut = np.lib.stride_tricks.sliding_window_view(padded[:needed], frame_length)[::frame_step]
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(frame_length) / frame_length)
    powers = np.abs(np.fft.rfft(cut * window, axis=-1)) ** 2
    # A frame that begins after the end is silence.
    powers[np.arange(frames) * frame_step >= len(values)] = 0
    return powers
