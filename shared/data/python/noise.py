"""Adds noise."""

import numpy as np


def noise(values, random, deviation, least, most):
    """Normally distributed numbers of this standard deviation added; the sums stay within `least` and `most`, None: anywhere."""
    # Two at a time, after Box and Muller.
    first, second = random.many(2 * ((values.size + 1) // 2)).reshape(-1, 2).T
    reach = deviation * np.sqrt(-2 * np.log(1 - first))
    angle = 2 * np.pi * second
    added = np.stack([reach * np.cos(angle), reach * np.sin(angle)], axis=1).reshape(-1)
    sums = values + added[: values.size].reshape(values.shape)
    low = -np.inf if least is None else least
    high = np.inf if most is None else most
    return np.clip(sums, low, high).astype("float32")
