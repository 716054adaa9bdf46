"""Reads pictures that a table names."""

from pathlib import Path

from pictures import read_pictures


def with_pictures(table, columns, paths, wish):
    """The columns of a table with pictures in place of their paths; where there is no path, there is no picture.

    `paths`: `name` of the column, `folder` beside the table from which they count and which they must not leave, and
    the `ending` of a path that has none. `wish`: height, width and channels of the pictures.
    """
    name = paths["name"]
    if name not in columns:
        return columns
    base = (Path(table).parent / paths["folder"]).resolve()
    pictures = [
        None if text is None else read_pictures([file_of(text, base, paths["ending"])], *wish)[0]
        for text in columns[name]
    ]
    return {**columns, name: pictures}


def file_of(text, base, ending):
    text = text.strip().replace("\\", "/")
    file = (base / (text if Path(text).suffix else text + ending)).resolve()
    if not file.is_relative_to(base):
        raise ValueError(f"{text} leads out of {base}.")
    return file
