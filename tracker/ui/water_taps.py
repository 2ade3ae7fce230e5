"""Water with one tap: four common amounts and the person's own glasses."""

from datetime import date
from typing import Final

import streamlit as st

from tracker import days
from tracker.diary import Change, Diary
from tracker.entries import entry_of_food
from tracker.errors import RefusedError, TrackerError
from tracker.foods import TAP_WATER_ID, Food
from tracker.settings import Settings
from tracker.ui import actions, glasses, resources
from tracker.ui.actions import Action
from tracker.ui.text import plain, shown_in, volume_said, volume_words
from tracker.units import VolumeUnit, from_unit

# Round in their own unit.
AMOUNTS: Final[dict[VolumeUnit, tuple[float, ...]]] = {
    "mL": (150.0, 250.0, 330.0, 500.0),
    "fl oz": (5.0, 8.0, 12.0, 16.0),
}
_GLASS: Final = "water.glass"
_REFUSED: Final = "water.refused"


def draw(diary: Diary, day: date) -> None:
    """Draw the buttons; each logs tap water on `day` with one click."""
    settings = diary.settings
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        unit = shown_in().volume
        for size in AMOUNTS[unit]:
            amount_ml = from_unit(size, unit)
            key = f"water.{amount_ml:.0f}"
            st.button(f"+{volume_words(amount_ml)}", key=key, on_click=_tap, args=(amount_ml, day))
        for index, glass_ml in enumerate(settings.glasses_ml):
            st.button(
                f"+{volume_words(glass_ml)}, my glass",
                key=f"water.own.{index}" if index else "water.own",
                icon=":material/water_full:",
                on_click=_tap,
                args=(glass_ml, day),
            )
        opened = st.popover("My glasses", key="water.popover", type="tertiary", on_change="rerun")
    if opened.open:
        with opened:
            _draw_sizes(settings)
    else:
        st.session_state.pop(_REFUSED, None)
        glasses.forget(_GLASS)


def _draw_sizes(settings: Settings) -> None:
    """Draw the form that sets the sizes of the own glasses."""
    with st.form("water.size", border=False):
        glasses.draw(_GLASS, settings)
        st.form_submit_button("Set", key="water.set", on_click=_resize)
    if _REFUSED in st.session_state:
        st.error(plain(st.session_state[_REFUSED]), icon=":material/error:")


def _tap(amount_ml: float, day: date) -> None:
    def log(diary: Diary, sure: bool) -> Change:
        now = diary.now()
        size, measure = volume_said(amount_ml)
        at = now if day == diary.today() else days.moment(day, now.time(), diary.zone, diary.settings.day_start_hour)
        entry = entry_of_food(
            _tap_water(),
            grams=amount_ml,
            amount=size,
            measure=measure,
            day=day,
            at=at,
            meal=days.meal_at(now.time()),
            source="tap",
        )
        return diary.log([entry], sure=sure)

    actions.perform(Action(f"Added {volume_words(amount_ml)} water", log, toast=False))


def _tap_water() -> Food:
    """Return tap water, 1 mL of which is logged as 1 g. Raises RefusedError when the food table lacks it."""
    water = resources.shared_foods().table.get(TAP_WATER_ID)
    if water is None:
        raise RefusedError("Tap water is missing from the food table, so it cannot be logged with one tap.")
    return water


def _resize() -> None:
    """Save the sizes that were typed and say so."""
    st.session_state.pop(_REFUSED, None)
    try:
        diary = resources.diary()
        before = diary.settings
        after = glasses.read(_GLASS, before)
        if after != before:
            diary.save_settings(after)
    except TrackerError as error:
        st.session_state[_REFUSED] = str(error)
    else:
        if after != before:
            glasses.forget(_GLASS)
            actions.say(f"{_glasses_words(after)} now, was {_sizes(before)}")


def _glasses_words(settings: Settings) -> str:
    return (
        f"Your glass is {_sizes(settings)}" if len(settings.glasses_ml) == 1 else f"Your glasses are {_sizes(settings)}"
    )


def _sizes(settings: Settings) -> str:
    return ", ".join(volume_words(glass_ml) for glass_ml in settings.glasses_ml)
