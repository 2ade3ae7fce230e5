"""Foods in order: by what they give, by words, by name; one page of them at a time.

What is unknown never ranks as zero: such foods come last, apart, in the order of their names. Equal figures stand in
the order of names, then ids, so that the same question has the same answer everywhere.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from tracker.food_columns import MOST_KCAL_ENERGY_FREE, Figures, FoodColumns, Per, Places
from tracker.foods import GROUPS, Food
from tracker.search import Finder

# What foods are ranked by; the first unless another is chosen.
RANKED_KEYS: Final = ("magnesium_mg", "vitamin_d_ug", "water_g", "fiber_g", "calcium_mg", "potassium_mg")
PAGE_ROWS: Final = 50

# "value": the most first. "match": as the search ranks them, and only with words. "name": alphabetical.
Order = Literal["value", "match", "name"]
# How foods answer to words: to all of them, to all once their spelling is corrected, or only to a part of them.
Answered = Literal["all", "spelling", "part"]
WhyUnknown = Literal["not measured", "no usual portion", "energy not measured", "hardly any energy"]

# By whether a word is missing, and whether one was corrected.
_ANSWERED: Final[Mapping[tuple[bool, bool], Answered]] = {
    (False, False): "all",
    (False, True): "spelling",
    (True, False): "part",
    (True, True): "part",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which foods, in which order.

    words: as typed into a search field; blank for all. group: one of GROUPS, None for all. key: of RANKED_KEYS, ranked
    by or only shown. among: only foods whose id is in all of these.
    """

    words: str = ""
    group: str | None = None
    key: str = RANKED_KEYS[0]
    per: Per = "portion"
    order: Order = "value"
    everyday: bool = False
    among: tuple[Collection[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One food of a ranking. figure: of the key and basis asked for, unrounded; None when it is unknown."""

    food: Food
    figure: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Foods in order.

    places: into the columns. figures: of all foods of the columns. unknown: how many have none. answered: how the foods
    answer to the words; "all" without words.
    """

    columns: FoodColumns
    places: Places
    figures: Figures
    unknown: int
    answered: Answered = "all"

    def __len__(self) -> int:
        return len(self.places)

    @property
    def is_all_zero(self) -> bool:
        """Whether the figures that are known are all 0; False where none is known. For an order by value."""
        return len(self.places) > 0 and bool(self.figures[self.places[0]] == 0)

    @property
    def pages(self) -> int:
        """How many pages there are; an empty ranking has one."""
        return max(1, -(-len(self.places) // PAGE_ROWS))

    def page(self, number: int) -> tuple[Row, ...]:
        """Return the rows of a page, the first of which is 1; none for a page that is not there."""
        if number < 1:
            return ()
        places = self.places[(number - 1) * PAGE_ROWS : number * PAGE_ROWS].tolist()
        figures = (float(self.figures[place]) for place in places)
        return tuple(
            Row(self.columns.foods[place], None if np.isnan(figure) else figure)
            for place, figure in zip(places, figures, strict=True)
        )


@dataclass(frozen=True, slots=True)
class GroupRank:
    """Where a food stands among those of its group with a value: `rank` of `count`; equals share the better rank."""

    rank: int
    count: int


def ranked(columns: FoodColumns, finder: Finder, wanted: Wanted) -> Ranking:
    """Return the foods that are wanted, in order. finder: of the same foods; asked only when there are words."""
    is_wanted = np.ones(len(columns.foods), dtype=np.bool_)
    if wanted.group is not None:
        is_wanted &= columns.groups == GROUPS.index(wanted.group)
    if wanted.everyday:
        is_wanted &= columns.everyday
    for ids in wanted.among:
        is_wanted &= _at(columns, (columns.places.get(food_id) for food_id in ids))
    answering, answered = None, _ANSWERED[False, False]
    if wanted.words.strip():
        answering, answered = _answering(columns, finder, wanted.words)
        is_wanted &= _at(columns, answering)
    order = _order(columns, wanted, answering)
    places = order[is_wanted[order]]
    figures = columns.figures(wanted.key, wanted.per)
    return Ranking(columns, places, figures, int(np.isnan(figures[places]).sum()), answered)


def _order(columns: FoodColumns, wanted: Wanted, answering: Sequence[int] | None) -> Places:
    """Return the order of all foods, or of those that answer to words."""
    if wanted.order == "value":
        return columns.most_first(wanted.key, wanted.per)
    if wanted.order == "match" and answering is not None:
        return np.array(answering, dtype=np.intp)
    return columns.alphabetical()


def _answering(columns: FoodColumns, finder: Finder, words: str) -> tuple[Sequence[int], Answered]:
    """Return the foods, best first, that answer to as many of the words as the best of them, and how they answer."""
    hits = finder.search(words, len(columns.foods))
    least = min(((len(hit.missing), hit.typo) for hit in hits), default=(0, False))
    places = [columns.places[hit.food.id] for hit in hits if (len(hit.missing), hit.typo) == least]
    return places, _ANSWERED[least[0] > 0, least[1]]


def _at(columns: FoodColumns, places: Iterable[int | None]) -> NDArray[np.bool_]:
    """Return for every food whether it stands at one of these places; None is the place of no food."""
    found = np.zeros(len(columns.foods), dtype=np.bool_)
    found[[place for place in places if place is not None]] = True
    return found


def group_rank(columns: FoodColumns, food_id: str, key: str, per: Per = "100g") -> GroupRank | None:
    """Return where a food stands in its group; None when it has no value, or is none of these foods."""
    place = columns.places.get(food_id)
    if place is None:
        return None
    figures = columns.figures(key, per)
    if np.isnan(figures[place]):
        return None
    group = figures[columns.groups == columns.groups[place]]
    return GroupRank(int((group > figures[place]).sum()) + 1, int((~np.isnan(group)).sum()))


def why_unknown(food: Food, key: str, per: Per) -> WhyUnknown:
    """Return why a food has no figure, where a ranking has None."""
    energy_kcal = food.per_100_g.get("energy_kcal")
    if food.per_100_g.get(key) is None:
        return "not measured"
    if per == "portion":
        return "no usual portion"
    return "energy not measured" if energy_kcal is None else "hardly any energy"


def grams_of_100_kcal(food: Food) -> float | None:
    """Return what 100 kcal of a food weigh, g; None where its energy is unknown or hardly any."""
    energy_kcal = food.per_100_g.get("energy_kcal")
    return None if energy_kcal is None or energy_kcal <= MOST_KCAL_ENERGY_FREE else 100.0 * 100.0 / energy_kcal


def shown_page(ranking: Ranking, asked: int) -> int:
    """Return the page to show when `asked` was asked for: the nearest that is there."""
    return min(max(asked, 1), ranking.pages)
