"""One process of `npm run bench -- training`: a workload trained by Keras's own fit.

Usage: contender.py FOLDER. The backend and oneDNN are set in the environment. Trains a first epoch at once, then one for
each line that it reads; writes what each took as a line of JSON.
"""

import json
import os
import resource
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
from keras import layers

folder = sys.argv[1]
with open(os.path.join(folder, "workload.json"), encoding="utf-8") as file:
    workload = json.load(file)
x = np.load(os.path.join(folder, "x.npy"))
y = np.load(os.path.join(folder, "y.npy"))
kind = workload["id"]
x = (x / np.float32(workload["divisor"])).astype(np.float32)
if kind.startswith("W5"):
    x = x.astype(np.int32)


def conv(filters):
    return layers.Conv2D(filters, 3, activation="relu")


def separable(filters):
    return layers.SeparableConv2D(filters, 3, padding="same", activation="relu")


def text(cell):
    return [layers.Embedding(10_000, 64), cell, layers.Dense(1, activation="sigmoid")]


networks = {
    "W1": lambda: [layers.Dense(10, activation="relu"), layers.Dense(1, activation="sigmoid")],
    "W2": lambda: [
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ],
    "W3": lambda: [
        conv(32),
        layers.MaxPooling2D(),
        conv(64),
        layers.MaxPooling2D(),
        conv(64),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ],
    "W4": lambda: [
        conv(32),
        layers.MaxPooling2D(),
        conv(64),
        layers.MaxPooling2D(),
        conv(128),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ],
    "W5": lambda: text(layers.LSTM(64)),
    "W5-GRU": lambda: text(layers.GRU(64, reset_after=False)),
    "separable": lambda: [
        conv(32),
        separable(64),
        layers.MaxPooling2D(),
        separable(128),
        layers.MaxPooling2D(),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax"),
    ],
}
one_hot = kind in ("W2", "W4")
if one_hot:
    y = np.eye(10, dtype=np.float32)[y.astype(np.int32).ravel()]
loss = (
    "binary_crossentropy"
    if kind == "W1" or kind.startswith("W5")
    else "categorical_crossentropy" if one_hot else "sparse_categorical_crossentropy"
)
model = keras.Sequential([keras.Input(x.shape[1:], dtype=x.dtype), *networks[kind]()])
model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])


class Turns(keras.callbacks.Callback):
    """Waits for the word before each epoch but the first."""

    def on_epoch_begin(self, epoch, logs=None):
        if epoch > 0 and not sys.stdin.readline():
            os._exit(0)
        self.cpu = time.process_time()
        self.began = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        taken = {
            "seconds": time.perf_counter() - self.began,
            "cpuSeconds": time.process_time() - self.cpu,
            "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            "loss": float(logs["loss"]),
            "accuracy": float(logs["accuracy"]),
        }
        print(json.dumps(taken), flush=True)


model.fit(
    x,
    y,
    batch_size=workload["batchSize"],
    epochs=1_000_000,
    shuffle=True,
    verbose=0,
    callbacks=[Turns()],
)
