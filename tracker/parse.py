"""A line of text -> proposals, each ready or with a question.

"30 g almonds, 2 cups cooked spinach and half an avocado; 500 ml water" becomes four items. An item is ready only
when nothing is open: which food, how much, in which unit. What is open is asked, with the best proposal beside the
question.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tracker.entries import Usage, refuse_impossible_grams
from tracker.errors import RefusedError
from tracker.foods import Food, FoodTable
from tracker.quantities import Reading, Weighed, read_quantity
from tracker.reading.doses import read_dose
from tracker.reading.doubts import is_passed_over, part_of_name, state_doubt
from tracker.reading.items import (
    Choice,
    Item,
    entries_of_item,
    entry_of_item,
    food_item,
    meal_item,
    supplement_item,
    taken_item,
    unknown_item,
)
from tracker.reading.lines import Part, parts_of
from tracker.reading.matching import Match, Matcher
from tracker.reading.name_book import NameBook
from tracker.reading.pills import read_pills
from tracker.reading.states import twins
from tracker.reading.tokens import normalised, tokens_of
from tracker.reading.two_amounts import weigh
from tracker.reading.units import GRAMS, US_PINT_ML
from tracker.reading.weighing import is_amount
from tracker.saved_meal import SavedMeal
from tracker.search import Finder, normalised_words
from tracker.supplement import Supplement

__all__ = ["Choice", "Item", "LineReader", "entries_of_item", "entry_of_item"]

_MOST_CHOICES: Final = 5
# A weight or volume said once may be that of a mixture.
_WEIGHED_TOGETHER: Final = (*GRAMS, "ml", "dl", "l", "cup", "bowl", "plate", "serving")
_NO_USAGE: Final[Mapping[str, Usage]] = {}
_NO_MEALS: Final[Mapping[str, SavedMeal]] = {}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One way to read an item: which words are the measure and which the food."""

    reading: Reading
    match: Match
    weighed: Weighed | None

    @property
    def plain(self) -> bool:
        return self.match.sure and self.weighed is not None and self.weighed.question is None


class LineReader:
    """Reads lines against one food table; built once, and shared."""

    def __init__(
        self,
        table: FoodTable,
        index: Finder,
        *,
        book: NameBook | None = None,
        meals: Mapping[str, SavedMeal] = _NO_MEALS,
        supplements: Sequence[Supplement] = (),
    ) -> None:
        """table, index: of the same foods.

        book: their names, where they are known already. meals: by name in plain signs. supplements: of the person; the
        book keeps the names of both whole.
        """
        self._book = NameBook(table) if book is None else book
        self._meals = meals
        self._supplements = supplements
        self._own_names = frozenset({*meals, *(" ".join(normalised(pill.name)[0].split()) for pill in supplements)})
        self._matcher = Matcher(index, self._book)

    @property
    def book(self) -> NameBook:
        """The names it knows."""
        return self._book

    def read(
        self, line: str, *, familiar: Mapping[str, Usage] | None = None, pint_ml: float = US_PINT_ML
    ) -> list[Item]:
        """Return the items of a line in order; none for an empty line or one that says nothing was eaten.

        familiar: what this person logs, by food id: such foods are preferred among equals and give the last amount
        where none is said. pint_ml: 473.2 (US) or 568.3 (imperial). Never raises; amounts and grams are finite and
        above zero, or None.
        """
        usages = familiar or _NO_USAGE
        parts = parts_of(line, self._book, self._own_names)
        items = [replace(self._read_part(part, usages, pint_ml), eaten_at=part.eaten_at) for part in parts]
        for place in range(1, len(items)):
            if parts[place].linked:
                self._ask_about_and(parts, items, place)
        return items

    def _ask_about_and(self, parts: Sequence[Part], items: list[Item], place: int) -> None:
        """Ask about the item before or behind an "and" when both may be one food of the only amount that is said."""
        before, behind = items[place - 1], items[place]
        counted = parts[place - 1].counted, parts[place].counted
        if not counted[1] and (not behind.named or self._may_be_one(before, behind, before.measure)):
            items[place - 1] = _perhaps_one(before, behind)
        elif counted == (False, True) and self._may_be_one(before, behind, behind.measure):
            items[place] = _perhaps_one(behind, before)

    def _may_be_one(self, before: Item, behind: Item, measure: str | None) -> bool:
        """Whether a weight may be of two things that make one food: "200 g rice and beans"."""
        if measure not in _WEIGHED_TOGETHER or not {before.kind, behind.kind} <= {"food", "drink"}:
            return False
        return self._matcher.match([*_words(before), "and", *_words(behind)], {}).sure

    def _read_part(self, part: Part, usages: Mapping[str, Usage], pint_ml: float) -> Item:
        reading = read_quantity(part.tokens)
        name = " ".join(reading.words)
        meal, food = self._meals.get(name), self._book.get(name)
        item = None if meal is None else meal_item(part.text, meal, reading, shared_name=food is not None)
        if item is not None:
            return item
        taken = read_pills(reading, self._supplements) if self._supplements else None
        if taken is not None:
            return taken_item(part.text, taken)
        dose = None if food is not None and food.is_own else read_dose(reading)
        if dose is not None:
            return supplement_item(part.text, dose, reading.question)
        counts = {food_id: float(usage.count) for food_id, usage in usages.items()}
        return _proposed(part, self._best(reading, counts, pint_ml), usages, pint_ml)

    def _best(self, reading: Reading, counts: Mapping[str, float], pint_ml: float) -> _Candidate:
        """Return the reading that leaves the least to ask; a measure that is part of a food's own name stays in it."""
        first = self._candidate(reading, counts, pint_ml)
        counted = reading.counted()
        if counted is not None:
            other = self._candidate(counted, counts, pint_ml)
            if other.match.sure and (not first.match.sure or (other.match.exact and not first.plain)):
                return other
        served = reading.served()
        if served is not None:
            other = self._candidate(served, counts, pint_ml)
            same = other.match.food is first.match.food
            if other.match.sure and (same or not first.match.exact) and other.weighed is not None:
                return other
        for rest in (reading.trailing(), reading.leading()):
            if rest is not None:
                other = self._candidate(rest, counts, pint_ml)
                same = other.match.food is first.match.food
                better = other.plain and (not first.plain or same)
                unnamed = same and first.plain and is_passed_over(rest, first.match)
                if better or unnamed or (other.match.sure and first.match.food is None):
                    return other
        return first

    def _candidate(self, reading: Reading, counts: Mapping[str, float], pint_ml: float) -> _Candidate:
        match = self._match(reading, counts)
        if match.food is None or not reading.quantities:
            return _Candidate(reading, match, None)
        if match.full_name:
            reading = _as_written(reading)
        weighed = weigh(reading, match.food, pint_ml)
        if weighed.grams is None and match.sure and not match.full_name:
            # "a courgette" is one as bought, although courgette by weight is meant cooked.
            for twin in twins(match.food, normalised_words(" ".join(reading.words)), match.others):
                other = weigh(reading, twin, pint_ml)
                if other.grams is not None and other.question is None:
                    return _Candidate(reading, replace(match, food=twin), other)
        return _Candidate(reading, match, weighed)

    def _match(self, reading: Reading, counts: Mapping[str, float]) -> Match:
        """Return the food of a reading; what comes in a can is canned, if the table has it so."""
        if reading.in_can:
            canned = self._matcher.match(("canned", *reading.words), counts)
            if canned.sure and canned.food is not None and "canned" in normalised_words(canned.food.name):
                return canned
        return self._matcher.match(reading.words, counts)


def _as_written(reading: Reading) -> Reading:
    """Return the reading with points that are decimal: who writes a food's full name copied it with its figure."""
    quantities = (
        replace(quantity, other=None) if quantity.other is not None and quantity.other > quantity.amount else quantity
        for quantity in reading.quantities
    )
    return replace(reading, quantities=tuple(quantities))


def _proposed(part: Part, candidate: _Candidate, usages: Mapping[str, Usage], pint_ml: float) -> Item:
    """Return the item for the best reading of a part."""
    reading, match, weighed = candidate.reading, candidate.match, candidate.weighed
    if match.food is None:
        return unknown_item(
            part.text, reading.quantities, (reading.question if reading.words else None) or match.question
        )
    reason = reading.question or match.question or part_of_name(reading)
    if weighed is None or reading.vague:
        proposal = _usual(match.food, usages)
        reason = reason or _how_much(match.food, proposal)
    else:
        proposal = replace(weighed, approximate=weighed.approximate or reading.about)
        reason = reason or weighed.question or state_doubt(reading, match, weighed, pint_ml)
    item = food_item(part.text, match.food, proposal, reason, _choices(match.others, reading, pint_ml))
    return replace(item, named=match.sure)


def _words(item: Item) -> tuple[str, ...]:
    return read_quantity(tokens_of(item.text)).words


def _perhaps_one(item: Item, other: Item) -> Item:
    """Ask about a ready item when what its "and" links may be the rest of its name ("salt and vinegar crisps")."""
    if item.status == "ask" or other.status == "ready":
        return item
    return replace(item, status="ask", reason=f"Is {item.text!r} one food with {other.text!r}?")


def _usual(food: Food, usages: Mapping[str, Usage]) -> Weighed:
    """Return the person's last amount of a food, else its usual portion, as a proposal."""
    usage = usages.get(food.id)
    if usage is not None and is_amount(usage.amount) and is_amount(usage.grams):
        return Weighed(usage.grams, usage.measure, usage.amount, approximate=True)
    portion = food.usual_portion
    if portion is None:
        return Weighed(None, "", math.nan)
    return Weighed(portion.grams, portion.measure, portion.amount, approximate=True)


def _how_much(food: Food, proposal: Weighed) -> str:
    if proposal.grams is None:
        return f"How much {food.name}?"
    return f"How much? Proposed: {proposal.amount:g} {proposal.measure} ({proposal.grams:.3g} g)."


def _choices(foods: Sequence[Food], reading: Reading, pint_ml: float) -> tuple[Choice, ...]:
    choices = []
    for food in foods[:_MOST_CHOICES]:
        grams = weigh(reading, food, pint_ml).grams if reading.quantities else None
        choices.append(Choice(food.id, food.name, grams if grams is not None and _is_possible(grams) else None))
    return tuple(choices)


def _is_possible(grams: float) -> bool:
    try:
        refuse_impossible_grams(grams)
    except RefusedError:
        return False
    return True
