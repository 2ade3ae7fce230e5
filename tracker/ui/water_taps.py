"""Water with one tap: four common amounts and the person's own glass."""

from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from tracker import days
from tracker.diary import Change, Diary
from tracker.entries import entry_of_food
from tracker.errors import RefusedError, TrackerError
from tracker.foods import TAP_WATER_ID, Food
from tracker.settings import whole
from tracker.ui import actions, resources
from tracker.ui.actions import Action
from tracker.ui.text import plain, typed

AMOUNTS_ML: Final = (150.0, 250.0, 330.0, 500.0)
_GLASS: Final = "water.glass"
_REFUSED: Final = "water.refused"


def draw(diary: Diary, day: date) -> None:
    """Draw the buttons; each logs tap water on `day` with one click."""
    glass_ml = diary.settings.own_glass_ml
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        for amount_ml in AMOUNTS_ML:
            st.button(f"+{typed(amount_ml)} mL", key=f"water.{amount_ml:.0f}", on_click=_tap, args=(amount_ml, day))
        label = f"+{typed(glass_ml)} mL, my glass"
        st.button(label, key="water.own", icon=":material/water_full:", on_click=_tap, args=(glass_ml, day))
        glass = st.popover("Size of my glass", key="water.popover", type="tertiary", on_change="rerun")
    if glass.open:
        with glass:
            _draw_size(glass_ml)
    else:
        st.session_state.pop(_REFUSED, None)


def _draw_size(glass_ml: float) -> None:
    """Draw the form that sets the size of the own glass.

    The number has no bounds, outside which the browser would drop it without a word, and None as its default, to which
    a cleared field goes back.
    """
    st.session_state.setdefault(_GLASS, glass_ml)
    with st.form("water.size", border=False):
        st.number_input("My glass, mL", key=_GLASS, value=None, step=10.0, format="%.10g")
        st.form_submit_button("Set", key="water.set", on_click=_resize)
    if _REFUSED in st.session_state:
        st.error(plain(st.session_state[_REFUSED]), icon=":material/error:")


def _tap(amount_ml: float, day: date) -> None:
    def log(diary: Diary, sure: bool) -> Change:
        now = diary.now()
        at = now if day == diary.today() else days.moment(day, now.time(), diary.zone, diary.settings.day_start_hour)
        entry = entry_of_food(
            _tap_water(),
            grams=amount_ml,
            amount=amount_ml,
            measure="ml",
            day=day,
            at=at,
            meal=days.meal_at(now.time()),
            source="tap",
        )
        return diary.log([entry], sure=sure)

    actions.perform(Action(f"Added {typed(amount_ml)} mL water", log, toast=False))


def _tap_water() -> Food:
    """Return tap water, 1 mL of which is logged as 1 g. Raises RefusedError when the food table lacks it."""
    water = resources.shared_foods().table.get(TAP_WATER_ID)
    if water is None:
        raise RefusedError("Tap water is missing from the food table, so it cannot be logged with one tap.")
    return water


def _resize() -> None:
    """Save the size that was typed and say so; an empty field changes nothing."""
    st.session_state.pop(_REFUSED, None)
    size_ml = st.session_state.get(_GLASS)
    if size_ml is None:
        return
    try:
        diary = resources.diary()
        before = diary.settings
        after = replace(before, own_glass_ml=float(whole("Your glass", size_ml)))
        if after != before:
            diary.save_settings(after)
    except TrackerError as error:
        st.session_state[_REFUSED] = str(error)
    else:
        if after != before:
            was = f"was {typed(before.own_glass_ml)} mL"
            actions.say(f"Your glass is {typed(after.own_glass_ml)} mL now, {was}")
