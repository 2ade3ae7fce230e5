"""What a person leaves out, as they type it: groups, and single foods by what people call them."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from tracker.errors import RefusedError
from tracker.foods import Food, FoodTable
from tracker.search import Finder
from tracker.suggesting.exclusions import EVERYDAY, WORDS, ExclusionError, Exclusions, head_of
from tracker.words import normalised_words

_PARTS: Final = re.compile(r"[,;]")
_MOST_QUOTED: Final = 40


class NoFoodError(RefusedError):
    """A word that is no group and names no food for certain. nearest: what may have been meant."""

    def __init__(self, word: str, nearest: str | None = None) -> None:
        quoted = word if len(word) <= _MOST_QUOTED else f"{word[: _MOST_QUOTED - 1]}…"
        help_ = f"did you mean {nearest}?" if nearest else "write names with commas between, such as tofu."
        super().__init__(f"No food is called “{quoted}”: {help_}")


def exclusions_of(text: str, table: FoodTable, index: Finder, before: Iterable[str] = ()) -> Exclusions:
    """Return what names between commas or semicolons leave out ("vegan, nuts; Swiss chard").

    table, index: of the foods. before: ids of foods that are left out by now, which their short names mean. Raises
    NoFoodError.
    """
    known = [food for food_id in before if (food := table.get(food_id)) is not None]
    words: list[str] = []
    for part in _PARTS.split(text):
        said = " ".join(part.split())
        try:
            words += Exclusions.parse(said, table).words
        except ExclusionError:
            by_now = [food.id for food in known if head_of(food.name) == said.casefold()]
            words += by_now or _found(said, table, index)
    return Exclusions.parse(", ".join(words), table)


def _found(said: str, table: FoodTable, index: Finder) -> list[str]:
    """Return the ids of the foods that are named: no bread is no white bread and no rye bread.

    A search forgives what must not be guessed at here.
    """
    hits = index.search(said, 1)
    if hits and not hits[0].missing and not hits[0].typo and _is_called(hits[0].food, said):
        return [hits[0].food.id, *_other_kinds(said, head_of(hits[0].food.name), table)]
    nearest = get_close_matches(said.casefold(), WORDS, 1)
    if not nearest and hits and hits[0].typo:
        nearest = [head_of(hits[0].food.name)]
    raise NoFoodError(said, nearest[0] if nearest else None)


def _other_kinds(said: str, found: str, table: FoodTable) -> list[str]:
    """Return ids of everyday foods that are called by these words too, one of each kind.

    found: the kind that was found; what is called after it ("almond butter") goes with it anyway.
    """
    words, beginning = set(normalised_words(said)), found.removesuffix("s")
    heads = {food.id: head_of(food.name) for food in table if food.staple >= EVERYDAY}
    kinds = {head: food_id for food_id, head in heads.items() if words <= set(normalised_words(head))}
    return [food_id for head, food_id in kinds.items() if not head.startswith(beginning)]


def _is_called(food: Food, said: str) -> bool:
    """Whether words say what a food is: they have its kind in them, are of it (everyday foods alone), or another name.

    "Casein" does not name a cheese, nor "lactose" one without it.
    """
    words, head = set(normalised_words(said)), set(normalised_words(head_of(food.name)))
    if words >= head or (words <= head and food.staple >= EVERYDAY):
        return words <= set(normalised_words(" ".join((food.name, *food.also))))
    return any(words == set(normalised_words(other)) for other in food.also)
