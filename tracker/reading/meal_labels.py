"""Meals named in a line: "breakfast:", "for dinner I had", "2 kiwis for lunch", a line that says only "Dinner".

In front of food a meal holds for what follows until the next one is named. Behind food ("for lunch") it holds for the
items of the same line so far that no meal was named for; under a label it holds for the one item before it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tracker.entries import Meal
from tracker.reading.line_words import AS_A_MEAL, FILLERS, LATER_FILLERS, MEALS, TIMED_WHEN, WHEN
from tracker.reading.measures import FOODS_TOO
from tracker.reading.tokens import Token
from tracker.reading.units import UNITS
from tracker.searching.slips import is_slip

# Brunch, and an English tea, may be either of two meals: they name none.
_MEAL_OF: Final[Mapping[str, Meal]] = {
    "breakfast": "breakfast",
    "brekkie": "breakfast",
    "brekky": "breakfast",
    "brekfast": "breakfast",
    "bfast": "breakfast",
    "lunch": "lunch",
    "luncheon": "lunch",
    "dinner": "dinner",
    "supper": "dinner",
    "snack": "snack",
    "snacks": "snack",
    "elevenses": "snack",
}
# Alone these are something to eat or drink, or nothing that parts a day.
_NEVER_ALONE: Final = frozenset("tea dessert meal bed noon night".split())
_KINDS: Final = frozenset(
    "my our a the late early light big small quick second first midnight mid-morning midmorning morning afternoon"
    " evening night today's todays".split()
)
_MOST_KINDS: Final = 2
_HAD_WITH: Final = ("tea", "dessert", "snacks", "snack")
_SHORTEST_MISTYPED: Final = 5
_SPLITS: Final = (":", "-", "=")


@dataclass(slots=True)
class Piece:
    """Tokens between what parts a line.

    link: what parted it from the piece before: "" at the beginning, ",", "and", "with". eaten_at: the meal named for
    it.
    """

    tokens: list[Token]
    link: str
    eaten_at: Meal | None = None

    @property
    def has_number(self) -> bool:
        """Whether it says an amount."""
        return any(token.is_number for token in self.tokens)


@dataclass(frozen=True, slots=True)
class _Label:
    """A meal named at an end of some tokens: how many of them it takes, and which it is."""

    length: int
    meal: Meal | None
    bare: bool = True  # only the word, no "for" before it


def with_meals(
    pieces: Sequence[Piece], current: Meal | None, is_name: Callable[[str], bool]
) -> tuple[list[Piece], Meal | None]:
    """Return the pieces of one part of a line without the meals they name, each knowing its meal.

    current: the meal that holds when the part begins; returned is the one that holds behind it. is_name: whether a
    word is a food, saved meal or supplement of the person's own.
    """
    kept: list[Piece] = []
    unnamed: list[Piece] = []
    for place, piece in enumerate(pieces):
        alone = _alone(piece.tokens, is_name)
        if alone is not None and not (alone.bare and place > 0):
            if kept and place == len(pieces) - 1:
                _name(unnamed, alone.meal)
            else:
                current = alone.meal
            unnamed = []
            continue
        found = _front(piece, first=place == 0)
        if found is not None:
            current, unnamed = found.meal, []
        behind = _behind(piece.tokens)
        piece.eaten_at = current
        kept.append(piece)
        if current is None:
            unnamed.append(piece)
        if behind is not None:
            piece.tokens = piece.tokens[: -behind.length]
            if behind.meal is not None:
                _name([*unnamed, piece], behind.meal)
                unnamed = []
    return kept, current


def _name(pieces: Sequence[Piece], meal: Meal | None) -> None:
    for piece in pieces:
        piece.eaten_at = meal


def _front(piece: Piece, *, first: bool) -> _Label | None:
    """Take meals and fillers ("for lunch I had") off the front of a piece; return the last meal found."""
    found: _Label | None = None
    fillers = FILLERS if first else LATER_FILLERS
    while piece.tokens:
        label = _heading(piece.tokens)
        if label is not None:
            found = label
            piece.tokens = piece.tokens[label.length :]
        elif piece.tokens[0].text in fillers and len(piece.tokens) > 1:
            piece.tokens = piece.tokens[1:]
        else:
            break
    return found


def _alone(tokens: Sequence[Token], is_name: Callable[[str], bool]) -> _Label | None:
    """Return the meal when it is all that is said: "Dinner", "late snack:", "for lunch"."""
    words = [token for token in tokens if token.kind != "mark"]
    place = _meal_place(words)
    if place is None or place + 1 < len(words):
        return None
    word = words[place].text
    bare = words[0].text not in WHEN
    if bare and (word in _NEVER_ALONE or is_name(" ".join(token.text for token in words))):
        return None
    return _Label(len(tokens), _MEAL_OF.get(word), bare)


def _meal_place(tokens: Sequence[Token]) -> int | None:
    """Return the place of the meal that the tokens begin with, behind "for" and "my late"; None when there is none."""
    place = 1 if tokens and tokens[0].text in TIMED_WHEN else 0
    for ahead in range(place, min(place + _MOST_KINDS + 1, len(tokens))):
        if tokens[ahead].text in MEALS and not (tokens[ahead].text in _KINDS and _meal_follows(tokens, ahead)):
            return ahead
        if tokens[ahead].text not in _KINDS:
            return None
    return None


def _meal_follows(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].text in MEALS


def _heading(tokens: Sequence[Token]) -> _Label | None:
    """Return the meal in front of food: "lunch: 2 kiwis", "snack 3 brazil nuts", "for dinner I had ..."."""
    place = _meal_place(tokens)
    if place is None:
        return _mistyped(tokens)
    word, after = tokens[place].text, place + 1
    while after < len(tokens) and tokens[after].text in ("(", ")"):  # a time stood between them
        after += 1
    following = tokens[after] if after < len(tokens) else None
    if following is None or not _names_more(tokens[after:]):
        return None
    label = _Label(after, _MEAL_OF.get(word))
    if following.text in _SPLITS:
        return _Label(after + 1, label.meal)
    if following.text in ("was", "were", "i", "we"):
        return label
    prepared = tokens[0].text in TIMED_WHEN
    counted = following.is_number and word not in _NEVER_ALONE
    return label if prepared or counted else None


def _mistyped(tokens: Sequence[Token]) -> _Label | None:
    """Return the meal that a mistyped word before a colon can only be: "breakfst: 2 eggs"."""
    if len(tokens) < 3 or tokens[1].text != ":" or len(tokens[0].text) < _SHORTEST_MISTYPED:
        return None
    meal = next((meal for word, meal in _MEAL_OF.items() if is_slip(tokens[0].text, word)), None)
    return None if meal is None or not _names_more(tokens[2:]) else _Label(2, meal)


def _names_more(tokens: Sequence[Token]) -> bool:
    """Whether a food is named, not only an amount: "tea: 300 ml" is a drink, not a meal."""
    words = (token.text for token in tokens if token.kind == "word")
    return any(word not in UNITS or UNITS[word] in FOODS_TOO for word in words)


def _behind(tokens: Sequence[Token]) -> _Label | None:
    """Return the meal behind food: "for dinner", "as a late snack", "w/ breakfast", "before lunch" (which is none)."""
    texts = [token.text for token in tokens]
    end = len(texts)
    while end > 1 and (texts[end - 1] in ".!,)" or texts[end - 1] == "today"):
        end -= 1
    if end < 3 or texts[end - 1] not in MEALS:
        return _Label(len(texts) - end, None) if end < len(texts) and texts[end] == "today" else None
    word, start = texts[end - 1], end - 2
    while start > 1 and (texts[start] in _KINDS or (texts[start] == "/" and texts[start - 1] == "w")):
        start -= 1
    when = texts[start]
    if start < 1 or when not in WHEN or (when in ("with", "w") and word in _HAD_WITH):
        return None
    return _Label(len(texts) - start, _MEAL_OF.get(word) if when in AS_A_MEAL else None)
