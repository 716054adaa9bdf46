"""Turns texts into numbers of words."""

from basic_words import basic_words
from pad_tokens import pad_tokens


def tokenize_words(cells, vocabulary, length, is_lower, padding):
    """Texts as rows of `length` word numbers: 0 fills up, 1 is a word that is not in `vocabulary`, 2 its first word.

    Words are parted as `basic_words` does. What is missing counts as the empty text.
    """
    if not isinstance(cells, list):
        return cells
    numbers = {word: place + 2 for place, word in enumerate(vocabulary)}
    rows = [[numbers.get(word, 1) for word in basic_words(text or "", is_lower)] for text in cells]
    return pad_tokens(rows, length, padding)
