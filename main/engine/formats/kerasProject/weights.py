"""Keeps a model's weights in one .npz file: `<layer>/<number>` for each array of a layer."""

from pathlib import Path

import numpy as np

WEIGHTS = Path(__file__).parent / "weights.npz"


def load_weights(model, path=WEIGHTS):
    with np.load(path) as file:
        for layer in model.layers:
            count = len(layer.get_weights())
            layer.set_weights([file[f"{layer.name}/{index}"] for index in range(count)])


def save_weights(model, path=WEIGHTS):
    arrays = {
        f"{layer.name}/{index}": array
        for layer in model.layers
        for index, array in enumerate(layer.get_weights())
    }
    np.savez(path, **arrays)
