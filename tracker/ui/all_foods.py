"""All foods: searched, filtered and ranked, a page of rows at a time; or the one food that is opened."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import streamlit as st

from tracker.again.eaten import eaten
from tracker.again.meals import named, saved_meals
from tracker.again.own_foods import own_foods
from tracker.again.stars import starred
from tracker.diary import Diary
from tracker.overlay import LayeredIndex
from tracker.own_food import OwnFood
from tracker.ranking import Ranking, Wanted, ranked
from tracker.saved_meal import SavedMeal
from tracker.search import Finder, FoodIndex
from tracker.ui import food_filters, food_list, food_view, foods_address, found_meals, opened, resources
from tracker.ui.foods_address import EATEN, EVERYDAY, STARRED, Asked
from tracker.ui.text import plain


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What a run of this view reads before it draws: a food that is opened, else the list."""

    asked: Asked
    stars: Collection[str]
    ranking: Ranking | None
    food: food_view.Read | None
    meals: tuple[SavedMeal, ...] = ()
    diary: Diary | None = None


def read(diary: Diary) -> Read:
    """Read what the address asks for. Raises FoodFileError, or a child of DatabaseError."""
    own, stars, asked = own_foods(diary), starred(diary), foods_address.asked()
    columns = resources.food_columns(own)
    place = columns.places.get(st.query_params.get(opened.FOOD, ""))
    if place is not None:
        return Read(asked, stars, None, food_view.read(diary, columns, columns.foods[place]))
    among: list[Collection[str]] = [stars] if STARRED in asked.only else []
    if EATEN in asked.only:
        among.append(eaten(diary))
    wanted = Wanted(
        words=asked.words,
        group=asked.group,
        key=asked.key,
        per=asked.per,
        order=asked.order,
        everyday=EVERYDAY in asked.only,
        among=tuple(among),
    )
    meals = named(saved_meals(diary), asked.words) if asked.words.strip() else ()
    return Read(asked, stars, ranked(columns, _finder(own, asked.words), wanted), None, meals, diary)


def _finder(own: Sequence[OwnFood], words: str) -> Finder:
    """Return what finds the foods by words; without words nothing is looked for, and none is made."""
    shared = resources.shared_foods().index
    return LayeredIndex(shared, FoodIndex(food.as_food() for food in own)) if own and words else shared


def draw(there: Read) -> None:
    """Draw the opened food, or the list."""
    if there.food is not None:
        food_view.draw(there.food, starred=there.food.food.id in there.stars)
    elif there.ranking is not None:
        if opened.FOOD in st.query_params:
            st.info("There is no food with the id in this link. Here is the list.", icon=":material/search_off:")
        for problem in there.asked.problems.values():
            st.info(plain(problem), icon=":material/link:")
        food_filters.draw(there.asked)
        if there.diary is not None:
            found_meals.draw(there.diary, there.asked, there.meals)
        food_list.draw(there.asked, there.ranking, there.stars)
