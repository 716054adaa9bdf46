"""Reads files of text."""

from pathlib import Path


def read_texts(files):
    """Texts: UTF-8 or by its mark UTF-16, else GB 18030, else Windows-1252."""
    return [decode(Path(file).read_bytes()) for file in files]


def decode(data):
    if data[:2] == b"\xff\xfe":
        return data[2:].decode("utf-16-le", "replace")
    if data[:2] == b"\xfe\xff":
        return data[2:].decode("utf-16-be", "replace")
    for coding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(coding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace")
