"""Pictures in a line: "🍌🍌" is asked about as two bananas; beside words they are ornament."""

import unicodedata
from dataclasses import replace
from typing import Final

from tracker.reading.numerals import Token
from tracker.reading.units import UNITS

# Pictures whose Unicode name is not what people mean by them.
_SAID_OTHERWISE: Final = {"☕": "coffee", "🍵": "tea", "🍷": "wine", "🍺": "beer", "🍳": "fried egg", "💧": "water"}


def is_picture(token: Token) -> bool:
    """Whether a mark is a picture (Unicode category "symbol, other")."""
    return token.kind == "mark" and unicodedata.category(token.text[0]) == "So"


def with_pictures(tokens: list[Token]) -> list[Token]:
    """Return tokens that name a food by pictures alone with these as words, and their number as an amount that asks.

    A picture is called by its name in Unicode ("🍌" is "banana"). Tokens with a word besides a measure stay.
    """
    if any(token.kind == "word" and token.text not in (*UNITS, "half") for token in tokens):
        return tokens
    pictures = [token for token in tokens if is_picture(token)]
    if not pictures or any(token.text != pictures[0].text for token in pictures):
        return tokens
    rest = [token for token in tokens if token not in pictures]
    first = pictures[0]
    word = replace(first, kind="word", text=_called(first.text), end=pictures[-1].end)
    note = f"Is {word.text} meant by {first.text}?"
    if any(token.is_number for token in rest):
        asking = (replace(token, note=token.note or note) if token.is_number else token for token in rest)
        return sorted([*asking, word], key=lambda token: token.start)
    count = replace(first, kind="number", text=str(len(pictures)), value=float(len(pictures)), note=note)
    return [count, word, *rest]


def _called(picture: str) -> str:
    return _SAID_OTHERWISE.get(picture) or unicodedata.name(picture, picture).lower()
