"""Joins parts of the data that lie in files of their own."""

import numpy as np

from columns import count_rows


def join_parts(name, parts):
    """Columns of several parts, one after the other; a column `name` says the part that each row is of."""
    every = list(parts.values())
    joined = {each: join_cells([columns[each] for columns in every]) for each in every[0]}
    said = [part for part, columns in parts.items() for _ in range(count_rows(columns))]
    return {**joined, name: said}


def join_cells(parts):
    if isinstance(parts[0], list):
        return [cell for part in parts for cell in part]
    return np.concatenate(parts)
