"""What the person has again and again, one tap each: a meal's usual foods, saved meals, the meal of the day before."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from tracker.again.habits import Habit
from tracker.again.offers import Offers, log_habit, log_meal, offers
from tracker.diary import Diary
from tracker.entries import MEALS, Entry, Meal
from tracker.foods import FoodFileError
from tracker.saved_meal import SavedMeal
from tracker.ui import actions, meal_choice, resources
from tracker.ui.actions import Action
from tracker.ui.remembered import remembered
from tracker.ui.text import day_called, plain, said, shortened

_MOST_FOODS: Final = 8
_MOST_MEALS: Final = 3
# A button of a phone 390 px wide shows about as many characters beside its icon.
_MOST_CHARACTERS: Final = 36
_MOST_NAMES: Final = 4
_MEAL: Final = "again.meal"


def draw(diary: Diary, day: date) -> None:
    """Draw the taps for the meal chosen now; each logs on `day`. Somebody with an empty diary sees nothing of it."""
    meal = meal_choice.current(diary)
    try:
        offered = _offered(diary, day, meal)
    except FoodFileError:
        return  # the page says so already, and there is no food to log
    if not offered and diary.is_empty():
        return
    st.session_state[_MEAL] = meal
    st.segmented_control(
        "Log again at", MEALS, key=_MEAL, format_func=_meal_label, required=True, on_change=_choose_meal
    )
    if offered:
        with st.container(horizontal=True, gap="xsmall"):
            _draw_taps(offered, day, meal, diary.today())


@remembered(64)
def _offered(diary: Diary, day: date, meal: Meal) -> Offers:
    table = resources.shared_foods().table
    return offers(diary, table, day, meal, most_foods=_MOST_FOODS, most_meals=_MOST_MEALS)


def _meal_label(meal: Meal) -> str:
    """Return the name of a meal in a blue that is readable in both themes, which that of a chosen segment is not."""
    return f":blue[{meal.capitalize()}]"


def _draw_taps(offered: Offers, day: date, meal: Meal, today: date) -> None:
    for habit in offered.foods:
        amount = shortened(_amount_of(habit), _MOST_CHARACTERS // 2)
        name = shortened(habit.food.name, _MOST_CHARACTERS - len(amount))
        st.button(
            plain(f"{name} · {amount}"),
            key=f"again.food.{habit.food.id}",
            icon=":material/star:" if habit.starred else None,
            on_click=_log_food,
            args=(habit, day, meal),
        )
    for saved in offered.meals:
        label = plain(shortened(saved.name, _MOST_CHARACTERS))
        key = f"again.meal.{saved.id}"
        st.button(label, key=key, icon=":material/bookmark:", on_click=_log_meal, args=(saved, day, meal))
    if offered.day_before:
        whose = _whose(offered.day_before[0].day, meal, today)
        names = shortened(_names(offered.day_before), 2 * _MOST_CHARACTERS)
        st.button(
            plain(f"{whose[0].upper()}{whose[1:]}: {names}"),
            key="again.before",
            icon=":material/content_copy:",
            wrap=True,
            on_click=_copy,
            args=(offered.day_before, whose, day),
        )


def _amount_of(habit: Habit) -> str:
    return said(habit.amount or 0.0, habit.measure or "")


def _whose(day: date, meal: Meal, today: date) -> str:
    """Return which meal is copied: "yesterday’s breakfast", "Friday’s snacks"."""
    return f"{day_called(day, today)}’s {'snacks' if meal == 'snack' else meal}"


def _names(entries: Sequence[Entry]) -> str:
    """Return the names of some entries, each once, without what describes them ("Oatmeal, cooked")."""
    names = list(dict.fromkeys(entry.name.partition(",")[0] for entry in entries))
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more


def _choose_meal() -> None:
    meal_choice.choose(resources.diary(), st.session_state[_MEAL])


def _log_food(habit: Habit, day: date, meal: Meal) -> None:
    actions.perform(
        Action(
            f"Added {_amount_of(habit)} {habit.food.name}",
            lambda diary, sure: log_habit(
                diary,
                resources.shared_foods().table,
                habit,
                day=day,
                at=diary.moment_of(day, meal),
                meal=meal,
                sure=sure,
            ),
        )
    )


def _log_meal(saved: SavedMeal, day: date, meal: Meal) -> None:
    actions.perform(
        Action(
            f"Added {saved.name}",
            lambda diary, sure: log_meal(diary, saved, day=day, at=diary.moment_of(day, meal), of=meal, sure=sure),
        )
    )


def _copy(entries: Sequence[Entry], whose: str, day: date) -> None:
    words = f"Copied {whose}: {_names(entries)}"
    actions.perform(Action(words, lambda diary, sure: diary.copy(entries, day, sure=sure)))
