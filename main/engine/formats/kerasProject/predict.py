"""Predicts for examples that are read from a file for each input of the model, in order."""

import argparse
import json
import sys

import numpy as np

from arrays import read_array
from model import create_model
from prepare import prepare_inputs
from weights import WEIGHTS, load_weights


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--input", action="append", required=True, help=".npy, IDX or JSON"
    )
    parser.add_argument("--output", help="JSON file; else the result is printed")
    parser.add_argument("--weights", default=WEIGHTS)
    parser.add_argument(
        "--prepared",
        action="store_true",
        help="the examples are as the model takes them, not as the data source gives them",
    )
    options = parser.parse_args()

    model = create_model()
    load_weights(model, options.weights)
    inputs = [
        read_input(
            tensor, path, (lambda values: values) if options.prepared else prepare
        )
        for tensor, path, prepare in zip(
            model.inputs, options.input, prepare_inputs, strict=True
        )
    ]
    result = model.predict(inputs[0] if len(inputs) == 1 else inputs, verbose=0)
    arrays = result if isinstance(result, (list, tuple)) else [result]
    # A Sequential does not name its output: it is that of the last layer.
    names = getattr(model, "output_names", [model.layers[-1].name])
    outputs = [
        {"name": name, "shape": list(array.shape), "values": array.ravel().tolist()}
        for name, array in zip(names, map(np.asarray, arrays))
    ]
    text = json.dumps({"outputs": outputs})
    if options.output is None:
        print(text)
    else:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(text)


def read_input(tensor, path, prepare):
    """The examples of a file, of the input's shape and type."""
    values = np.asarray(prepare(read_array(path)))
    sizes = [1 if size is None else size for size in tensor.shape[1:]]
    # Files of grey pictures leave the axis of the single channel out.
    if values.ndim != len(sizes) + 1:
        values = values.reshape(len(values), *sizes)
    return values.astype(tensor.dtype)


if __name__ == "__main__":
    sys.exit(main())
