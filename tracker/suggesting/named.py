"""What a person leaves out, as they type it: groups, and single foods by what people call them."""

import re
from collections.abc import Iterable
from typing import Final

from tracker.errors import RefusedError
from tracker.foods import FoodTable
from tracker.search import Finder
from tracker.suggesting.exclusions import ExclusionError, Exclusions, head_of

_PARTS: Final = re.compile(r"[,;]")
_MOST_QUOTED: Final = 40


class NoFoodError(RefusedError):
    """A word that is no group and finds no food for certain."""

    def __init__(self, word: str) -> None:
        quoted = word if len(word) <= _MOST_QUOTED else f"{word[: _MOST_QUOTED - 1]}…"
        super().__init__(f"No food is called “{quoted}”: write names with commas between, such as tofu.")


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
            words += by_now or [_found(said, index)]
    return Exclusions.parse(", ".join(words), table)


def _found(said: str, index: Finder) -> str:
    hits = index.search(said, 1)
    if not hits or hits[0].missing:
        raise NoFoodError(said)
    return hits[0].food.id
