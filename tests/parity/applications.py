"""Weights of the networks of keras.applications.

Usage: applications.py NAME… . Writes a line of JSON: by name, for each layer with weights, its class and their shapes.
"""

import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras

answer = {}
for name in sys.argv[1:]:
    model = getattr(keras.applications, name)(weights=None)
    answer[name] = [
        [type(layer).__name__, [list(weight.shape) for weight in layer.weights]]
        for layer in model.layers
        if layer.weights
    ]
    keras.backend.clear_session()
print(json.dumps(answer))
