"""Writes what the outputs of the model say."""

import numpy as np

from tables import quote_field


def predicted_columns(output, values):
    """Columns of a table of predictions: the likeliest class where there are classes, else the numbers.

    `output` has the `name` of the column that is predicted, the `form` of its values, how many `classes` it has and
    their `class_names`, and a function `undo` that brings numbers back into its unit.
    """
    name, form = output["name"], output["form"]
    rows = values.reshape(len(values), -1)
    class_names = output["class_names"]

    def class_of(place):
        return str(place) if class_names is None or place >= len(class_names) else class_names[place]

    if form in ("classIndex", "oneHot"):
        return [(name, [class_of(place) for place in rows.argmax(axis=1)])]
    if rows.shape[1] == 1 and output["classes"] == 2 and form != "values":
        border = 0 if form == "sign" else 0.5
        return [(name, [class_of(int(value >= border)) for value in rows[:, 0]])]
    if "undo" in output:
        rows = output["undo"](rows.reshape(-1)).reshape(rows.shape)
    names = [name] if rows.shape[1] == 1 else [f"{name}_{n + 1}" for n in range(rows.shape[1])]
    return [(each, [number_text(value) for value in rows[:, n]]) for n, each in enumerate(names)]


def number_text(value):
    number = float(value)
    return str(int(number)) if number.is_integer() and abs(number) < 1e21 else repr(number)


def table_text(id_name, ids, columns, delimiter):
    """A table of ids and predictions as text."""
    rows = [[id_name, *(name for name, _ in columns)]]
    rows += [[each, *(values[row] for _, values in columns)] for row, each in enumerate(ids)]
    return "".join(
        delimiter.join(quote_field(field, delimiter) for field in row) + "\n" for row in rows
    )


def id_text(value):
    """A value of a column that names rows, as it stands in a table."""
    if value is None:
        return ""
    return number_text(np.float32(value)) if isinstance(value, float) else str(value)
