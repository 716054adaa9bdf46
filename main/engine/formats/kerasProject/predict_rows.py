"""Predicts for raw data, as the network was trained on; or for prepared arrays, a file for each input of the model."""

import argparse
import json
import sys

import numpy as np

from arrays import read_array
from columns import keys_of
from model import create_model
from outputs import id_text, predicted_columns, table_text
from prepare import INPUT_COLUMNS, OUTPUTS, examples_of
from source import read_columns
from weights import WEIGHTS, load_weights


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--input", action="append", required=True, help="raw data")
    parser.add_argument(
        "--output",
        help="a table (.csv, .tsv) of an id and the predictions, or JSON of the numbers; else JSON is printed",
    )
    parser.add_argument("--id", help="column that names the rows; else they have their numbers, from 1")
    parser.add_argument("--weights", default=WEIGHTS)
    parser.add_argument(
        "--prepared",
        action="store_true",
        help="the inputs are arrays as the model takes them, a file for each",
    )
    options = parser.parse_args()

    model = create_model()
    load_weights(model, options.weights)
    ids = []
    if options.prepared:
        inputs = [
            read_array(path).astype(tensor.dtype)
            for tensor, path in zip(model.inputs, options.input, strict=True)
        ]
    else:
        names = INPUT_COLUMNS if options.id is None else [*INPUT_COLUMNS, options.id]
        columns = read_columns(options.input, names)
        inputs, rows = examples_of(columns)
        ids = (
            [str(row + 1) for row in rows]
            if options.id is None
            else [id_text(key) for key in keys_of(columns, options.id, rows)]
        )
    result = model.predict(inputs[0] if len(inputs) == 1 else inputs, verbose=0)
    arrays = [np.asarray(each) for each in (result if isinstance(result, (list, tuple)) else [result])]
    text = json_text(model, arrays)
    output = (options.output or "").lower()
    if not options.prepared and output.endswith((".csv", ".tsv", ".txt")):
        columns = [
            column
            for each, values in zip(OUTPUTS, arrays, strict=True)
            for column in predicted_columns(each, values)
        ]
        text = table_text(options.id or "id", ids, columns, "," if output.endswith(".csv") else "\t")
    if options.output is None:
        print(text)
    else:
        with open(options.output, "w", encoding="utf-8", newline="") as file:
            file.write(text)


def json_text(model, arrays):
    # A Sequential does not name its output: it is that of the last layer.
    names = getattr(model, "output_names", [model.layers[-1].name])
    outputs = [
        {"name": name, "shape": list(array.shape), "values": array.ravel().tolist()}
        for name, array in zip(names, arrays)
    ]
    return json.dumps({"outputs": outputs})


if __name__ == "__main__":
    sys.exit(main())
