"""Turns texts into numbers of characters."""

from pad_tokens import pad_tokens


def tokenize_characters(cells, vocabulary, length, padding):
    """Texts as rows of `length` character numbers.

    0 fills up, 1 is a character that is not in `vocabulary`, 2 its first one. What is missing
    counts as the empty text.
    """
    if not isinstance(cells, list):
        return cells
    numbers = {character: place + 2 for place, character in enumerate(vocabulary)}
    rows = [[numbers.get(character, 1) for character in text or ""] for text in cells]
    return pad_tokens(rows, length, padding)
