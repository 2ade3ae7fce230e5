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
from typing import Final, Literal

from tracker.foods import Food, FoodTable
from tracker.intake import Day
from tracker.suggesting.candidates import Candidate, candidates
from tracker.suggesting.columns import LAST_BITS, Chosen, Columns, Option, columns_of
from tracker.suggesting.gaps import Gap, gap_of
from tracker.suggesting.programme import Bounds, best_way, cost_kcal, most_of
from tracker.suggesting.solver import OutOfTimeError
from tracker.suggesting.ways import Way, WayFood, way_of
from tracker.suggesting.wishes import Wishes
from tracker.targets import state_of

__all__ = ["MOST_WAYS", "Gap", "Open", "Suggestion", "Way", "WayFood", "Wishes", "gap_of", "suggest"]

MOST_WAYS: Final = 5
# In how many of them the same main food may stand: more only once there is no other choice.
MOST_USES: Final = (1, 2, math.inf)
# Less than this share of what is left is not worth naming a food for.
LITTLE: Final = 0.01
# With fewer ways than these, foods that most shops lack come in too.
FEW_WAYS: Final = 3
# How much more than the best way a way of what the person eats may cost, in the kcal of `suggesting.programme`: half of
# the usual most. Two glasses of milk with chips and an egg close what one cup of spinach does, and nobody is helped.
USUAL_WORTH_KCAL: Final = 400.0
# All ways together take a twentieth of this; a page must never hang on a solver.
TIME_LIMIT_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Open:
    """A need that no way within the wishes closes.

    need: one of NEEDS. left: what is left of it. most: what one way can give at the very most, and nearest, its foods;
    0 and none where nothing gives any. Both in mg or µg. held_by: why no more; "fluid", where without the fluid limit
    it would be more; "energy", where with more energy it would be closed, or be more than LITTLE; "limit", where not
    one portion is within the upper limit of vitamin D; else "foods".
    """

    need: str
    left: float
    most: float
    nearest: tuple[WayFood, ...]
    held_by: Literal["foods", "fluid", "energy", "limit"] = "foods"


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
    found = suggest_from(day, candidates(table, usual, wishes.exclusions), wishes)
    if not found.in_time or not (found.open or not found.is_joint):
        return found
    # Before it is said that food cannot: all everyday foods are looked at, as two glasses of milk may do.
    everyday = candidates(table, usual, wishes.exclusions, everyday=True)
    try:
        still_open = _search(day, everyday, wishes).what_stays_open() if found.open else ()
    except OutOfTimeError:
        return replace(found, in_time=False)
    if found.open and len(still_open) == len(found.open):
        return replace(found, open=still_open)
    wider = suggest_from(day, everyday, wishes)
    closes_more = (len(wider.open), not wider.is_joint) < (len(found.open), not found.is_joint)
    return wider if closes_more else found


def suggest_from(day: Day, foods: Sequence[Candidate], wishes: Wishes) -> Suggestion:
    """Return what `suggest` does, of these candidates; their order does not matter."""
    gap = gap_of(day)
    search = _search(day, foods, wishes)
    needs = search.needs
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
    ways = [way_of(day, _foods(way, needs)) for way in found]
    if is_joint:
        ways.sort(key=lambda way: not way.is_usual)
    return Suggestion(day.day, gap, wishes, tuple(ways), still_open, is_joint, in_time)


def _search(day: Day, foods: Sequence[Candidate], wishes: Wishes) -> "_Search":
    gap = gap_of(day)
    needs = {need: gap.of(need) for need in gap.needs}
    drinks_only = day.targets.water_counts == "drinks"
    bounds = Bounds(wishes.cap_kcal, gap.vitamin_d_room_ug, gap.fluid_room_ml, drinks_only)
    return _Search(columns_of(foods), needs, bounds, time.monotonic() + TIME_LIMIT_S)


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

    def best(
        self,
        columns: Columns,
        earlier: Sequence[Chosen] = (),
        most_uses: float = math.inf,
        most_kcal: float = math.inf,
    ) -> Chosen | None:
        """Return the best way of these columns that differs from all earlier ones; None when there is none."""
        way = best_way(
            columns,
            self.needs,
            self.bounds,
            earlier=earlier,
            most_uses=most_uses,
            most_kcal=most_kcal,
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
                still_open.append(Open(need, left, most, _foods(way, self.needs), self._held_by(need, most)))
        return tuple(still_open)

    def _held_by(self, need: str, most: float) -> Literal["foods", "fluid", "energy", "limit"]:
        """Return what keeps ways from giving more than `most` of a need, as `Open` tells it."""
        if self.bounds.water_ml is not None and self._most(need, replace(self.bounds, water_ml=None)) > most:
            return "fluid"
        if not self.columns.gives[need].any():
            return "foods"
        at_most = self._most(need, replace(self.bounds, energy_kcal=math.inf))
        left = self.needs[need]
        if state_of(at_most, left) != "below" or most < LITTLE * left < at_most:
            return "energy"
        return "foods" if most else "limit"

    def _most(self, need: str, bounds: Bounds) -> float:
        """Return what one way can give of a need at the most, less what the last bits of a sum may be."""
        way = most_of(self.columns, need, bounds, ends_at_s=self.ends_at_s)
        return sum(option.gives(need) for option in way) * (1 - LAST_BITS)

    def ways(self, best: Chosen) -> Iterator[Chosen]:
        """Yield ways that close the needs, by turns of what the person eats alone and of all foods.

        best: the best way of all foods. The best of what the person eats comes first, whatever it costs within the
        wishes; more of them while they cost little more than the best of all. The same main food comes again only where
        nothing else is left, and what is rare only where there are few ways without. Where not all can be closed, what
        closes most goes before what the person eats.
        """
        usual, common = self.columns.only(self.columns.is_usual), self.columns.only(~self.columns.is_rare)
        earlier: list[Chosen] = []
        by_habit = None if self.in_part else self.best(usual)
        if by_habit is not None:
            earlier.append(by_habit)
            yield by_habit
        worth_kcal = cost_kcal(best, self.needs) + USUAL_WORTH_KCAL
        turns: list[tuple[Columns, float, float, int]] = []
        # Of what cannot be closed the second best main foods give little.
        for most_uses in MOST_USES[1:] if self.in_part else MOST_USES:
            if by_habit is not None:
                turns.append((usual, most_uses, worth_kcal, MOST_WAYS))
            turns.append((common, most_uses, math.inf, MOST_WAYS))
        turns += [(self.columns, most_uses, math.inf, FEW_WAYS) for most_uses in MOST_USES]
        for columns, most_uses, most_kcal, enough in turns:
            while len(earlier) < enough:
                way = self.best(columns, earlier, most_uses, most_kcal)
                if way is None:
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
