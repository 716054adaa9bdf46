"""Runs layers of the real Keras: reads jobs (JSON), writes what Keras gives for each (JSON).

Usage: python layers.py JOBS RESULTS. A job is {call, trimmed, inputs, weights, targets}: `call` is a Keras call as data with all
arguments, `trimmed` the same call without those that equal Keras's own default. The answer holds the outputs, whether both
calls make the same layer, and the weights after one step of gradient descent where `targets` are given.
"""

import importlib
import json
import os
import sys
from pathlib import Path

# Compiling takes longer than running here, so little of it is done, and whole models at once.
os.environ.setdefault("XLA_FLAGS", "--xla_backend_optimization_level=0")

import jax
import numpy as np
from keras import Input, Model, constraints, initializers, layers, regularizers

ROOMS = {
    "layers": layers,
    "initializers": initializers,
    "regularizers": regularizers,
    "constraints": constraints,
}
LEARNING_RATE = 0.1

# Layers that Keras lacks, as exported projects carry them; nothing is written beside them.
sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[2] / "main/engine/layers/python"))


def make(value):
    """Turns a call as data into the object that it makes; lists become tuples."""
    if isinstance(value, list):
        return tuple(make(entry) for entry in value)
    if isinstance(value, dict):
        room, _, name = value["fn"].rpartition(".")
        owner = importlib.import_module(value["module"]) if "module" in value else ROOMS[room]
        return getattr(owner, name)(**{key: make(arg) for key, arg in value["args"].items()})
    return value


def tensor(data):
    return np.array(data["values"], dtype=data["dtype"]).reshape(data["shape"])


def plain(array):
    array = np.asarray(array, dtype="float64")
    return {"shape": list(array.shape), "values": array.ravel().tolist()}


def as_list(value):
    return list(value) if isinstance(value, (list, tuple)) else [value]


def config_of(call):
    """A layer's configuration without its names, which count up, and without seeds, which Keras draws."""

    def without_names(value):
        if isinstance(value, dict):
            return {
                key: without_names(entry)
                for key, entry in value.items()
                if key not in ("name", "seed")
            }
        if isinstance(value, (list, tuple)):
            return [without_names(entry) for entry in value]
        # 0 and 0.0 mean the same.
        return float(value) if isinstance(value, int) else value

    return json.dumps(without_names(make(call).get_config()), sort_keys=True)


def values_of(model):
    trainable = [variable.value for variable in model.trainable_variables]
    return trainable, [variable.value for variable in model.non_trainable_variables]


def predict(model, inputs):
    def run(trainable, others, inputs):
        return model.stateless_call(trainable, others, inputs, training=False)[0]

    return as_list(jax.jit(run)(*values_of(model), inputs))


def step(model, inputs, targets):
    """One step of gradient descent on the mean squared errors, with penalties and constraints."""
    trainable, others = values_of(model)

    def loss(values):
        outputs, after, penalties = model.stateless_call(
            values, others, inputs, training=True, return_losses=True
        )
        errors = [((a - b) ** 2).mean() for a, b in zip(as_list(outputs), targets)]
        return sum(errors) + sum(penalties), after

    gradients, after = jax.jit(jax.grad(loss, has_aux=True))(trainable)
    for variable, gradient in zip(model.trainable_variables, gradients):
        value = variable.value - LEARNING_RATE * gradient
        variable.assign(variable.constraint(value) if variable.constraint else value)
    for variable, value in zip(model.non_trainable_variables, after):
        variable.assign(value)


def apply(layer, tensors, application):
    """Applies a layer as its call says; where it says nothing, several tensors are one list."""
    if application is None:
        return layer(tensors if len(tensors) > 1 else tensors[0])
    given = tensors + tensors[-1:] * (application["atLeast"] - len(tensors))
    given = [given] if application["inputs"] == "list" else given
    return layer(*given, **application["args"])


def answer(job):
    inputs = [tensor(data) for data in job["inputs"]]
    symbolic = [Input(shape=data.shape[1:], dtype=str(data.dtype)) for data in inputs]
    layer = make(job["call"])
    outputs = apply(layer, symbolic, job["call"].get("application"))
    layer.set_weights([tensor(data) for data in job["weights"]])
    model = Model(symbolic, outputs)
    given = inputs if len(inputs) > 1 else inputs[0]
    result = {
        "outputs": [plain(output) for output in predict(model, given)],
        "trimmedIsSame": config_of(job["call"]) == config_of(job["trimmed"]),
    }
    if job["targets"]:
        step(model, given, [tensor(data) for data in job["targets"]])
        result["trained"] = [plain(weight) for weight in layer.get_weights()]
    return result


def main(jobs_path, results_path):
    with open(jobs_path, encoding="utf-8") as file:
        jobs = json.load(file)
    results = []
    for job in jobs:
        try:
            results.append(answer(job))
        except Exception as error:  # reported with its job by the test
            results.append({"error": f"{type(error).__name__}: {error}"})
    with open(results_path, "w", encoding="utf-8") as file:
        json.dump(results, file)


main(sys.argv[1], sys.argv[2])
