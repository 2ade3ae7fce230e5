"""What would close today's gap: up to five ways of one to three foods, or a plain word that food cannot.

Ways of what the person eats come first; the staples of the documents (nuts, seeds, greens, beans, fish, mushrooms)
fill up. Never a pill, and nothing is advice: the ways are what an integer programme finds (`suggesting.programme`),
solved by HiGHS. The same day, foods and wishes give the same ways.
"""

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tracker.foods import Food, FoodTable
from tracker.intake import Day
from tracker.suggesting.candidates import Candidate, candidates
from tracker.suggesting.columns import Chosen, Columns, Option, columns_of
from tracker.suggesting.gaps import Gap, gap_of
from tracker.suggesting.programme import Bounds, best_way, cost_kcal, most_of
from tracker.suggesting.solver import OutOfTimeError
from tracker.suggesting.ways import Way, WayFood, way_of
from tracker.suggesting.wishes import Wishes
from tracker.targets import state_of

__all__ = ["MOST_WAYS", "Gap", "Open", "Suggestion", "Way", "WayFood", "Wishes", "gap_of", "suggest"]

MOST_WAYS: Final = 5
# In how many of them the same main food may stand where there is a choice.
MOST_USES: Final = 2
# How much more than the best way a way of what the person eats may cost, in the kcal of `suggesting.programme`: half of
# the usual most. Two glasses of milk with chips and an egg close what one cup of spinach does, and nobody is helped.
USUAL_WORTH_KCAL: Final = 400.0
# All ways together take a twentieth of this; a page must never hang on a solver.
TIME_LIMIT_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Open:
    """A need that no way within the wishes closes.

    need: one of NEEDS. left: what is left of it. most: what one way can give at the very most, and nearest, its foods;
    0 and none where nothing gives any. Both in mg or µg.
    """

    need: str
    left: float
    most: float
    nearest: tuple[WayFood, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What would close the gap of a day.

    ways: the best first, those of what the person eats before others; they close all needs of the gap but those in
    `open`. is_joint: whether these could all be closed together; where not, ways close most of them (`Way.left`).
    in_time: whether the solver came to its end; where not, there may be more ways.
    """

    day: date
    gap: Gap
    wishes: Wishes
    ways: tuple[Way, ...] = ()
    open: tuple[Open, ...] = ()
    is_joint: bool = True
    in_time: bool = True


def suggest(day: Day, table: FoodTable, usual: Sequence[Food], wishes: Wishes) -> Suggestion:
    """Return what would close the gap of a day.

    table: that all share, or the person's. usual: what the person eats, as it is now, the most logged first. What is
    not known of a food never helps to close a gap, and a food of unknown energy is in no way.
    """
    gap = gap_of(day)
    if not gap.needs:
        return Suggestion(day.day, gap, wishes)
    return suggest_from(day, candidates(table, usual, wishes.exclusions), wishes)


def suggest_from(day: Day, foods: Sequence[Candidate], wishes: Wishes) -> Suggestion:
    """Return what `suggest` does, of these candidates; their order does not matter."""
    gap = gap_of(day)
    needs = {need: gap.of(need) for need in gap.needs}
    drinks_only = day.targets.water_counts == "drinks"
    bounds = Bounds(wishes.cap_kcal, gap.vitamin_d_room_ug, gap.fluid_room_ml, drinks_only)
    search = _Search(columns_of(foods), needs, bounds, time.monotonic() + TIME_LIMIT_S)
    found: list[Chosen] = []
    still_open: tuple[Open, ...] = ()
    is_joint = in_time = True
    try:
        best = search.best(search.columns)
        if best is None:
            still_open = search.what_stays_open()
            is_joint = bool(still_open)
            closable = needs.keys() - {one.need for one in still_open}
            search = replace(
                search, needs={need: left for need, left in needs.items() if need in closable}, in_part=not is_joint
            )
            best = search.best(search.columns) if closable else None
        if best is not None:
            for way in search.ways(best):
                found.append(way)  # noqa: PERF402  # what was found before time ran out stays
    except OutOfTimeError:
        in_time = False
    ways = tuple(way_of(day, _foods(way, needs)) for way in found)
    return Suggestion(day.day, gap, wishes, ways, still_open, is_joint, in_time)


@dataclass(frozen=True, slots=True)
class _Search:
    """One gap to be closed: columns, what is left by need, what holds for every way, when time is up.

    in_part: the needs cannot all be closed together.
    """

    columns: Columns
    needs: Mapping[str, float]
    bounds: Bounds
    ends_at_s: float
    in_part: bool = False

    def best(self, columns: Columns, earlier: Sequence[Chosen] = (), most_uses: float = math.inf) -> Chosen | None:
        """Return the best way of these columns that differs from all earlier ones; None when there is none."""
        way = best_way(
            columns,
            self.needs,
            self.bounds,
            earlier=earlier,
            most_uses=most_uses,
            in_part=self.in_part,
            ends_at_s=self.ends_at_s,
        )
        return way or None

    def what_stays_open(self) -> tuple[Open, ...]:
        """Return the needs that no way closes, even alone."""
        still_open = []
        for need, left in self.needs.items():
            way = most_of(self.columns, need, self.bounds, ends_at_s=self.ends_at_s)
            most = sum(option.gives(need) for option in way)
            if state_of(most, left) == "below":
                still_open.append(Open(need, left, most, _foods(way, self.needs)))
        return tuple(still_open)

    def ways(self, best: Chosen) -> Iterator[Chosen]:
        """Yield ways that close the needs: of what the person eats alone, then of all foods.

        best: the best way of all foods. The same main food comes again more than MOST_USES times only where nothing
        else is left. Where not all can be closed, what closes most goes before what the person eats.
        """
        usual = self.columns.only(self.columns.is_usual)
        worth_kcal = cost_kcal(best, self.needs) + USUAL_WORTH_KCAL
        earlier: list[Chosen] = []
        if self.in_part or all(option.candidate.is_usual for option in best):
            earlier.append(best)
            yield best
        for most_uses in (MOST_USES, math.inf):
            for columns, most_kcal in ((usual, worth_kcal), (self.columns, math.inf)):
                if self.in_part and columns is usual:
                    continue
                while len(earlier) < MOST_WAYS:
                    way = self.best(columns, earlier, most_uses)
                    if way is None or cost_kcal(way, self.needs, earlier) > most_kcal:
                        break
                    earlier.append(way)
                    yield way


def _foods(way: Chosen, needs: Mapping[str, float]) -> tuple[WayFood, ...]:
    """Return the foods of a way, those that give the largest share of what is left first."""

    def share(option: Option) -> float:
        return sum(min(1.0, option.gives(need) / left) for need, left in needs.items())

    return tuple(
        WayFood(
            option.candidate.food,
            option.candidate.portion,
            option.count,
            option.candidate.is_usual,
            option.is_main(needs),
        )
        for option in sorted(way, key=share, reverse=True)
    )
