"""A line of text cut into numbers, words and marks."""

import re
import unicodedata
from collections.abc import Container
from dataclasses import replace
from typing import Final, Literal

from tracker.reading.number_words import join_numbers
from tracker.reading.numerals import MOST_DIGITS, NUMBER, Token, number_token
from tracker.reading.units import UNITS

__all__ = ["Token", "normalised", "tokens_of"]

_DASHES: Final = "‐‑‒–—―−﹣－"
_SAME: Final = {
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys("×✕✖╳⨯", " x "),
    **dict.fromkeys("‘’‛´`ʼ′", "'"),
    **dict.fromkeys("\u200b\u200c\u200d\ufeff\u2060\u00ad", ""),
    **dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    "⁄": "/",
    "∕": "/",
    "µ": "µ",
    "μ": "µ",
}

_PERCENT: Final = re.compile(r"\d+(?:[.,]\d+)?(?:-\d+)? ?(?:%|per ?cent\b)", re.ASCII)
_WORD: Final = re.compile(r"[^\W\d_]\w*(?:['&-](?=\w)\w+)*%?")
_DIGIT: Final = re.compile(r"\d", re.ASCII)
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def normalised(line: str) -> tuple[str, list[int]]:
    """Return the line in plain signs and lower case, and for each of its characters its place in `line`."""
    characters: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(line):
        if character.isascii() and character not in _SAME:
            plain = character.lower()
        else:
            plain = _plain(character)
            if plain[:1] == " " and "/" in plain and not (characters and characters[-1].isdigit()):
                plain = plain[1:]
        characters.extend(plain)
        origin.extend([place] * len(plain))
    origin.append(len(line))
    return "".join(characters), origin


def _plain(character: str) -> str:
    same = _SAME.get(character)
    if same is not None:
        return same
    plain = unicodedata.normalize("NFKC", character).lower()
    if "⁄" in plain:
        return " " + plain.replace("⁄", "/")
    return "".join(_SAME.get(sign, sign) for sign in plain)


def tokens_of(line: str, names: Container[str] = ()) -> list[Token]:
    """Return the tokens of a line, numbers joined.

    names: words that begin with a digit and are names ("7up"), kept whole.
    """
    text, origin = normalised(line)
    return join_numbers(_with_omega(_raw_tokens(text, origin, names)))


def _with_omega(tokens: list[Token]) -> list[Token]:
    """Make "omega 3" one word: its number counts nothing."""
    joined: list[Token] = []
    for token in tokens:
        if joined and joined[-1].text == "omega" and token.text in ("3", "6"):
            joined[-1] = replace(joined[-1], text=f"omega-{token.text}", end=token.end)
        else:
            joined.append(token)
    return joined


def _raw_tokens(text: str, origin: list[int], names: Container[str]) -> list[Token]:
    tokens: list[Token] = []

    def add(kind: Literal["number", "word", "mark"], start: int, end: int) -> None:
        place = origin[start], max(origin[end - 1] + 1, origin[start] + 1)
        tokens.append(Token(kind, text[start:end], *place))

    place, size = 0, len(text)
    while place < size:
        character = text[place]
        if character.isspace() and character != "\n":
            place += 1
            continue
        if character == "x" and _DIGIT.match(text, place + 1):
            add("mark", place, place + 1)
            place += 1
            continue
        if _starts_number(text, place):
            end = _number_end(text, place, names)
            if end < 0:
                add("word", place, -end)
                place = -end
                continue
            if end > place:
                tokens.append(number_token(text[place:end], origin[place], origin[end - 1] + 1))
                place = end
                continue
        word = _WORD.match(text, place)
        if word:
            add("word", place, word.end())
            place = word.end()
        else:
            add("mark", place, place + 1)
            place += 1
    return tokens


def _starts_number(text: str, place: int) -> bool:
    if text[place] == ".":
        return bool(_DIGIT.match(text, place + 1)) and (place == 0 or not text[place - 1].isalnum())
    return bool(_DIGIT.match(text, place))


def _number_end(text: str, place: int, names: Container[str]) -> int:
    """Return where the number at `place` ends; negative when it is part of a word; `place` when it is no number."""
    percent = _PERCENT.match(text, place)
    if percent:
        return -percent.end()
    match = NUMBER.match(text, place)
    if match is None or match.end() - place > MOST_DIGITS:
        return place
    end = match.end()
    letters = _LETTERS.match(text, end)
    if letters and text[place : letters.end()] in names:
        return -letters.end()
    # "3-bean", "7-grain", but "8-oz" is a size.
    if text[end : end + 1] == "-":
        letters = _LETTERS.match(text, end + 1)
        if letters and letters[0] not in UNITS and letters[0] != "x":
            return -letters.end()
    return end
