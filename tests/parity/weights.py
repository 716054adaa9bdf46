"""Trains small models with weights of examples in the real Keras: reads jobs (JSON), writes what Keras gives (JSON).

Usage: python weights.py JOBS RESULTS. A job is {activation, units, loss, metric, rate, batchSize, epochs, kernel, bias, train,
validation}: a dense layer with these weights, and parts as {inputs, targets, weights}. The answer holds the history of `fit`
with `sample_weight`, and the kernel and the bias after it.
"""

import json
import os
import sys

os.environ.setdefault("XLA_FLAGS", "--xla_backend_optimization_level=0")

import numpy as np
from keras import Input, Sequential, layers, optimizers


def tensor(data):
    return np.array(data["values"], dtype="float32").reshape(data["shape"])


def part(data):
    return tuple(tensor(data[name]) for name in ("inputs", "targets", "weights"))


def answer(job):
    dense = layers.Dense(job["units"], activation=job["activation"])
    model = Sequential([Input((2,)), dense])
    dense.set_weights([tensor(job["kernel"]), tensor(job["bias"])])
    # Keras's own reduction: `sum_over_batch_size`.
    model.compile(
        optimizer=optimizers.SGD(job["rate"]), loss=job["loss"], metrics=[job["metric"]]
    )
    inputs, targets, weights = part(job["train"])
    history = model.fit(
        inputs,
        targets,
        sample_weight=weights,
        validation_data=part(job["validation"]),
        batch_size=job["batchSize"],
        epochs=job["epochs"],
        shuffle=False,
        verbose=0,
    ).history
    names = {"loss": "loss", "val_loss": "valLoss"}
    values = {
        names.get(name, "valMetric" if name.startswith("val_") else "metric"): numbers
        for name, numbers in history.items()
    }
    return {**values, "weights": [weight.ravel().tolist() for weight in dense.get_weights()]}


def main(jobs_path, results_path):
    with open(jobs_path, encoding="utf-8") as file:
        jobs = json.load(file)
    results = [answer(job) for job in jobs]
    with open(results_path, "w", encoding="utf-8") as file:
        json.dump(results, file)


main(sys.argv[1], sys.argv[2])
