"""Parts texts into words."""

import re
import unicodedata

BLANKS = " \\t\\n\\r\\f\\v\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"

# The blocks of Chinese characters that BERT's tokenizer knows.
_CHINESE = re.compile(
    "[\\u4e00-\\u9fff\\u3400-\\u4dbf\\U00020000-\\U0002a6df\\U0002a700-\\U0002b73f\\U0002b740-\\U0002b81f"
    "\\U0002b820-\\U0002ceaf\\uf900-\\ufaff\\U0002f800-\\U0002fa1f]"
)
_ASCII_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def basic_words(text, is_lower):
    """The words of a text as BERT's basic tokenizer parts it (Devlin et al. 2018).

    At blanks, each Chinese character and each punctuation mark by itself, unseen characters left
    out. `is_lower`: in small letters without accents.
    """
    cased = _CHINESE.sub(r" \g<0> ", "".join(c for c in text if not _is_unseen(c)))
    if is_lower:
        plain = unicodedata.normalize("NFD", cased.lower())
        cased = "".join(c for c in plain if unicodedata.category(c) != "Mn")
    parted = "".join(f" {c} " if _is_punctuation(c) else c for c in cased)
    return [word for word in re.split(f"[{BLANKS}]+", parted) if word != ""]


def _is_unseen(character):
    if character in "\t\n\v\f\r\x85":
        return False
    return character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs")


def _is_punctuation(character):
    return character in _ASCII_PUNCTUATION or unicodedata.category(character).startswith("P")
