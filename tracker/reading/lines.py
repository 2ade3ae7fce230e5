"""A line parted into items.

Items part at ";", "+" and line ends, at "and", at commas, and at "with" before an amount. A part that only describes
belongs to the food before it, and a part that is only an amount to the food beside it. (DESIGN.md, "What a line
means".)
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from tracker.entries import Meal
from tracker.quantities import read_quantity
from tracker.reading.asides import without_asides
from tracker.reading.line_words import (
    COMPANIONS,
    DESCRIPTIONS,
    EXACT,
    EXCEPTIONS,
    HARD,
    MEALS,
    NOTHING,
    NOTHING_TOO,
    OF_AMOUNTS,
    SHARES,
    SOFT,
    TIMED_WHEN,
    WITH,
)
from tracker.reading.meal_labels import Piece, with_meals
from tracker.reading.measures import is_vessel
from tracker.reading.name_book import NameBook, with_names
from tracker.reading.pictures import is_picture, with_pictures
from tracker.reading.tokens import Token, normalised, tokens_of
from tracker.reading.units import PILL_WORDS, UNITS

# They describe ("in water") what stands before them; in front of something else they are drunk.
_DRUNK: Final = ("water", "milk")
_NO_FOODS: Final = DESCRIPTIONS | PILL_WORDS


@dataclass(frozen=True, slots=True)
class Part:
    """One item of a line: its tokens and its words as typed."""

    tokens: tuple[Token, ...]
    text: str
    linked: bool = False  # it follows an "and"
    counted: bool = False  # it says an amount
    eaten_at: Meal | None = None  # the meal named for it


def parts_of(line: str, book: NameBook, own_names: Container[str] = ()) -> list[Part]:
    """Return the items of a line in order; nothing for an empty line, for "no breakfast" or for "Dinner" alone.

    own_names: of saved meals and supplements, in plain signs; such a word is no label.
    """

    def is_name(text: str) -> bool:
        food = book.get(text)
        return text in own_names or (food is not None and food.is_own)

    plain_line = without_asides(line, book)
    text, origin = normalised(plain_line)
    tokens = with_names(tokens_of(plain_line, book.digit_words), text, origin, book)
    parts: list[Part] = []
    meal: Meal | None = None
    for part in _parted(tokens):
        if _says_nothing(part):
            continue
        labelled, meal = with_meals(_soft_pieces(_without_nothing(part)), meal, is_name)
        pieces = [single for piece in labelled for single in _one_amount_each(piece)]
        for piece in _joined(pieces, book):
            words = with_pictures(_trimmed(piece.tokens))
            if words:
                text_as_typed = line[words[0].start : words[-1].end]
                parts.append(Part(tuple(words), text_as_typed, piece.link == "and", piece.has_number, piece.eaten_at))
    return parts


def _parted(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in HARD:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def _trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without marks at both ends; none when there is neither word nor number."""
    kept = list(tokens)
    if not any(token.kind != "mark" or any(map(str.isalnum, token.text)) or is_picture(token) for token in kept):
        return []
    while kept[-1].kind == "mark" and kept[-1].text in ",.:-*=|":
        kept.pop()
    while kept[0].kind == "mark" and kept[0].text in ",.:-*=|":
        kept.pop(0)
    return kept


def _without_nothing(tokens: list[Token]) -> list[Token]:
    """Return the tokens without "nothing but"; the meal of "nothing for lunch but 2 kiwis" stays in front of them."""
    end = next((place for place, token in enumerate(tokens) if token.text in EXCEPTIONS), 0)
    head = [token.text for token in tokens[:end]]
    if not head or head[0] not in NOTHING or not all(text in NOTHING_TOO or text == "," for text in head):
        return tokens
    meal = next((place for place, text in enumerate(head) if text in MEALS), 0)
    labelled = head[0] == "nothing" and meal > 0 and head[meal - 1] in TIMED_WHEN
    return [*(tokens[meal - 1 : meal + 1] if labelled else ()), *tokens[end + 1 :]]


def _says_nothing(tokens: Sequence[Token]) -> bool:
    """Whether nothing was eaten: "no breakfast", "skipped lunch today", "I ate nothing"."""
    words = [token.text for token in tokens if token.kind == "word"]
    if not words or not all(word in NOTHING_TOO for word in words):
        return False
    if words[-1] == "nothing":
        return True
    return words[0] in NOTHING and not any(token.is_number and token.value for token in tokens)


def _soft_pieces(tokens: Sequence[Token]) -> list[Piece]:
    pieces = [Piece([], "")]
    depth = 0
    for place, token in enumerate(tokens):
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        if depth <= 0 and (token.text in SOFT or _is_parting_with(tokens, place)):
            link = "," if token.kind == "mark" and token.text != "&" else "with" if token.text in WITH else "and"
            if pieces[-1].tokens:
                pieces.append(Piece([], link))
        else:
            pieces[-1].tokens.append(token)
    return [piece for piece in pieces if piece.tokens and not _says_nothing(piece.tokens)]


def _one_amount_each(piece: Piece) -> list[Piece]:
    """Part "30 g almonds 20 g walnuts" and "almonds 30 g walnuts 20 g" before each next amount or food."""
    runs: list[tuple[bool, list[Token]]] = []  # whether it is an amount, and its tokens
    depth = 0
    for place, token in enumerate(piece.tokens):
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        amount = token.is_number or token.kind == "mark" or depth > 0 or token.text in OF_AMOUNTS
        amount = amount or (token.text in UNITS and bool(runs) and runs[-1][0] and place > 0)
        if runs and runs[-1][0] == amount:
            runs[-1][1].append(token)
        else:
            runs.append((amount, [token]))
    amounts = [kind and any(token.is_number for token in tokens) for kind, tokens in runs]
    foods = [not kind and not all(token.text in _NO_FOODS for token in tokens) for kind, tokens in runs]
    if sum(amounts) < 2 or sum(foods) < 2 or len(runs) % 2 or any(map(bool.__eq__, amounts, foods)):
        return [piece]
    pairs = [runs[place][1] + runs[place + 1][1] for place in range(0, len(runs), 2)]
    return [Piece(tokens, piece.link if place == 0 else ",", piece.eaten_at) for place, tokens in enumerate(pairs)]


def _is_parting_with(tokens: Sequence[Token], place: int) -> bool:
    """Whether a "with" stands before an amount: a number, "a", or a measure ("with a handful of nuts")."""
    if tokens[place].text not in WITH or place == 0:
        return False
    place += 1
    if place < len(tokens) and tokens[place].text == "/":
        place += 1
    if place >= len(tokens):
        return False
    if tokens[place].is_number:
        return True
    return place + 1 < len(tokens) and tokens[place].text in UNITS and tokens[place + 1].text == "of"


def _joined(pieces: list[Piece], book: NameBook) -> list[Piece]:
    """Join pieces that belong together."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before is not None and _belongs(before, piece, book):
            before.tokens += piece.tokens
            before.eaten_at = piece.eaten_at
        else:
            joined.append(piece)
    return joined


def _belongs(before: Piece, piece: Piece, book: NameBook) -> bool:
    if _describes(piece):
        return True
    first, second = read_quantity(before.tokens), read_quantity(piece.tokens)
    if not second.words and second.quantities:
        counted = len(first.quantities) == 1 and first.quantities[0].unit not in EXACT  # "1 apple, 150 g"
        return bool(first.words) and (not first.quantities or (counted and second.quantities[0].unit in EXACT))
    if second.quantities or not second.words:
        return False
    if first.words and not first.quantities and is_vessel(second.words):  # "lentil soup, big bowl"
        return True
    if not first.words and first.quantities:  # "1 cup, chopped kale"
        return True
    if first.words and first.words[-1] not in _DRUNK and all(word in DESCRIPTIONS for word in first.words):
        return True  # "fresh, ripe banana"
    if piece.link == "and":
        return book.joined(f"{' '.join(first.words)} and {' '.join(second.words)}") is not None
    return False


def _describes(piece: Piece) -> bool:
    """Whether a piece only describes the food before it ("scrambled", "no sugar", "with skin")."""
    words = [token.text for token in piece.tokens if token.kind == "word"]
    if not words or piece.has_number:
        return False
    if words[0].endswith("%") and all(word in SHARES for word in words[1:]):  # "chocolate, 70 % cocoa"
        return True
    if words[0] in ("no", "without", "not") or (words[0] in ("with", "in") and len(words) <= 3):
        return True
    return all(word in DESCRIPTIONS for word in words) and not all(word in COMPANIONS for word in words)
