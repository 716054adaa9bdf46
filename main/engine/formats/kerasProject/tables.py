"""Reads tables of text as the data of the network was read."""

import codecs
import gzip
import re
from pathlib import Path

import numpy as np

from dates import read_date

NUMERIC = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)


def read_table(path, table, names):
    """Columns of a table, gzipped or not. A row that has more or fewer values than the table has columns is left out.

    `table` says how it is written: `delimiter`, `has_header`, `encoding`, `decimal_comma`, `day_first`, texts that
    are `missing` beside the empty one, and the `columns` with what they hold: number, text, truth or date.
    """
    data = Path(path).read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    text = codecs.decode(data, table["encoding"], "replace").removeprefix("\ufeff")
    lines = split_rows(text, table["delimiter"])
    titles = titles_of(lines, table["has_header"])
    body = lines[1:] if table["has_header"] else lines
    rows = [row for row in body if len(row) == len(titles)]
    missing = {"", *table["missing"], *(f" {each}" for each in table["missing"])}
    columns = {}
    for name in names:
        if name not in titles:
            raise ValueError(f"{path} has no column {name}: it has {', '.join(titles)}.")
        place = titles.index(name)
        values = [None if row[place] in missing else row[place] for row in rows]
        columns[name] = cells_of(values, table["columns"].get(name, "text"), table)
    return columns


def titles_of(lines, has_header):
    """Names of the columns: blanks count once, equal names get numbers."""
    first = lines[0] if lines else []
    second = lines[1] if len(lines) > 1 else first
    given = list(first) if has_header else [""] * len(first)
    # A first line that is shorter by one leaves the column of row names without a name.
    if has_header and len(second) == len(first) + 1:
        ends_empty = all(len(row) <= len(first) or row[len(first)] == "" for row in lines[1:])
        given = [*given, ""] if ends_empty else ["", *given]
    used = set()
    titles = []
    for index, title in enumerate(given):
        plain = re.sub(r"\s+", " ", title).strip() or f"column{index + 1}"
        name, again = plain, 2
        while name.lower() in used:
            name, again = f"{plain}_{again}", again + 1
        used.add(name.lower())
        titles.append(name)
    return titles


def split_rows(text, delimiter):
    """The values of all lines; a value in quotes may hold delimiters, line ends and doubled quotes.

    Empty lines are no rows.
    """
    rows, row, value = [], [], []
    is_quoted = False
    at = 0
    while at < len(text):
        character = text[at]
        if is_quoted:
            if character != '"':
                value.append(character)
            elif text[at + 1 : at + 2] == '"':
                value.append('"')
                at += 1
            else:
                is_quoted = False
        elif character == '"' and "".join(value).strip() == "":
            is_quoted = True
            value = []
        elif character == delimiter:
            row.append("".join(value))
            value = []
        elif character in "\r\n":
            if character == "\r" and text[at + 1 : at + 2] == "\n":
                at += 1
            row.append("".join(value))
            if row != [""]:
                rows.append(row)
            row, value = [], []
        else:
            value.append(character)
        at += 1
    if row or value:
        row.append("".join(value))
        rows.append(row)
    return rows


def cells_of(values, kind, table):
    if kind == "number":
        numbers = [np.nan if value is None else read_number(value, table) for value in values]
        with np.errstate(over="ignore"):
            cells = np.array(numbers, dtype="float64").astype("float32")
        return np.where(np.isfinite(cells), cells, np.float32(np.nan))
    if kind == "date":
        times = [np.nan if value is None else read_date(value, table["day_first"]) for value in values]
        return np.array(times, dtype="float64")
    texts = [(value or "").strip(" \t\r\n") or None for value in values]
    return [text and text.lower() for text in texts] if kind == "truth" else texts


def read_number(text, table):
    if table["decimal_comma"] and "," in text:
        text = text.replace(".", "").replace(",", ".")
    return float(text) if NUMERIC.fullmatch(text) else np.nan


def quote_field(text, delimiter):
    """A value as a table has it: one with a delimiter, a quote or a line end stands in quotes."""
    if delimiter in text or any(mark in text for mark in '"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text
