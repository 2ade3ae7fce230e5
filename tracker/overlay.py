"""A person's own foods, saved meals and supplements laid over the table that all share.

The table's index and book of names are built once a process; what a person added is little, so it is laid over them
anew for each run, read from the diary just then: another process that changed it is seen at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from tracker.foods import Food, FoodTable
from tracker.own_food import OwnFood
from tracker.parse import LineReader
from tracker.reading.name_book import NameBook, Span, is_parted
from tracker.reading.tokens import normalised
from tracker.saved_meal import SavedMeal
from tracker.search import FAMILIAR, Finder, FoodIndex, Hit
from tracker.supplement import Supplement

_MINE: Final = "my "


@dataclass(frozen=True, slots=True)
class Foods:
    """Everything that foods are found with: by id, by words, in a line; all three of the same foods."""

    table: FoodTable
    index: Finder
    reader: LineReader

    @classmethod
    def of(cls, table: FoodTable) -> Self:
        """Return what finds the foods of a table; takes a third of a second for 9,000, and can be shared."""
        index = FoodIndex(table)
        return cls(table, index, LineReader(table, index))

    def with_own(
        self, own_foods: Iterable[OwnFood], meals: Iterable[SavedMeal], supplements: Iterable[Supplement] = ()
    ) -> "Foods":
        """Return what finds these too; the foods below are not built again. Supplements are found in a line only.

        Of two own foods, saved meals or supplements of one name the first is found in a line.
        """
        own = [own_food.as_food() for own_food in own_foods]
        by_name, pills = _by_name(meals), tuple(supplements)
        if not own and not by_name and not pills:
            return self
        table = FoodTable({**self.table.foods, **{food.id: food for food in own}}, self.table.problems)
        index = LayeredIndex(self.index, FoodIndex(own)) if own else self.index
        # Not "magnesium citrate": beside "200 mg" it is a dose, which is read by its words.
        parted = [name for name in (_plain(pill.name) for pill in pills) if is_parted(name)]
        book = LayeredBook(self.reader.book, own, [*by_name, *parted])
        return Foods(table, index, LineReader(table, index, book=book, meals=by_name, supplements=pills))


def _by_name(meals: Iterable[SavedMeal]) -> dict[str, SavedMeal]:
    """Return saved meals by what they are called in a line: "my porridge" also names one saved as "porridge"."""
    by_name: dict[str, SavedMeal] = {}
    mine: dict[str, SavedMeal] = {}
    for meal in meals:
        plain = _plain(meal.name)
        by_name.setdefault(plain, meal)
        mine.setdefault(_MINE + plain, meal)
    return mine | by_name


def _plain(name: str) -> str:
    return " ".join(normalised(name)[0].split())


class LayeredIndex:
    """The search over the table with a person's own foods among the hits."""

    def __init__(self, below: Finder, own: FoodIndex) -> None:
        self._below = below
        self._own = own

    def search(
        self, text: str, limit: int = 50, *, familiar: Mapping[str, float] | None = None, partial: bool = True
    ) -> list[Hit]:
        """Return the foods that answer to the text, best first, as `FoodIndex.search` does.

        An own food counts as logged once. Points are comparable where a food answers to all words without correction;
        one that does not is only shown when the table has no better answer.
        """
        hits = self._below.search(text, limit, familiar=familiar, partial=partial)
        own = self._own.search(text, limit, familiar=familiar, partial=partial)
        least = min((_lacks(hit) for hit in hits), default=(len(text), True))
        own = [Hit(hit.food, hit.score + FAMILIAR, hit.missing, hit.typo) for hit in own if _lacks(hit) <= least]
        # Sorting is stable: the order of the hits below, and own foods first among equals.
        return sorted([*own, *hits], key=lambda hit: -hit.score)[:limit] if own else hits


def _lacks(hit: Hit) -> tuple[int, bool]:
    return len(hit.missing), hit.typo


class LayeredBook(NameBook):
    """The names of the table below those of a person, which stay whole in a line whatever they are made of."""

    def __init__(self, below: NameBook, own: Sequence[Food], meals: Iterable[str]) -> None:
        """own: foods of the person. meals: names of saved meals, and of supplements, in plain signs."""
        super().__init__(own)
        self._below = below
        self.digit_words |= below.digit_words
        names = list(meals)
        for food in own:
            plain = _plain(food.name)
            for name in (plain, _MINE + plain):
                self._foods.setdefault(name, food)
                names.append(name)
        for name in names:
            # One plain word stays a word by itself; "a cup of my granola" needs its cup.
            if not name.isalpha():
                self._keep_whole(name)
        for kept in self._parted.values():
            kept.sort(key=len, reverse=True)

    def get(self, name: str) -> Food | None:
        """Return the person's food of that name, else the table's."""
        return super().get(name) or self._below.get(name)

    def joined(self, text: str) -> Food | None:
        """Return the person's food of a name with "and", else the table's."""
        return super().joined(text) or self._below.joined(text)

    def span_at(self, text: str, start: int, first: str) -> Span | None:
        """Return the longest name of either whose first word is there; the person's own among equals."""
        spans = [
            span for span in (super().span_at(text, start, first), self._below.span_at(text, start, first)) if span
        ]
        return max(spans, key=lambda span: span.end - span.start, default=None)
