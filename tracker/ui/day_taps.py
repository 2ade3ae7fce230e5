"""What the day is like: activity, with its minutes and how hard it was, a hot day and loose stools, a tap each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from tracker.again import notices
from tracker.changes import Change
from tracker.conditions import DayCondition
from tracker.diary import Diary
from tracker.errors import TrackerError
from tracker.events import LOOSE_STOOLS, Event
from tracker.intake import Day
from tracker.settings import whole
from tracker.targets import ACTIVITY_ML_PER_HOUR, HEAT_ML, MAX_ACTIVITY_ML, Intensity
from tracker.ui import actions, meal_choice, resources
from tracker.ui.actions import Action
from tracker.ui.figures import WHOLE, read_figure
from tracker.ui.notes import note
from tracker.ui.text import WATER, amount, number

PLACE: Final = "day_taps"
_MINUTES: Final = "day_taps.minutes"
_INTENSITY: Final = "day_taps.intensity"
_POPOVER: Final = "day_taps.popover"
_MINUTES_NAME: Final = "Minutes"
_INTENSITIES: Final[tuple[Intensity, ...]] = ("light", "moderate", "vigorous")


def draw(day: Day, events: Sequence[Event]) -> None:
    """Draw the taps for a day and its events; under a fluid limit they promise no more water."""
    was = day.condition or DayCondition(day.day)
    is_limit = day.water.target.is_limit
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        opened = st.popover(
            _activity_words(was, is_limit), key=_POPOVER, icon=":material/directions_walk:", on_change="rerun"
        )
        st.button(
            _heat_words(was, is_limit),
            key="day_taps.heat",
            icon=":material/sunny:",
            help="Tap again to take it back." if was.is_hot else None,
            on_click=_toggle_heat,
            args=(day.day, not was.is_hot),
        )
        st.button("Loose stools", key="events.loose_stools", on_click=_log_loose_stools, args=(day.day,))
        for event in events:
            st.button(
                f"{event.kind.capitalize()}, {event.at:%H:%M}",
                key=f"events.remove.{event.id}",
                icon=":material/close:",
                type="tertiary",
                help="Tap to remove it.",
                on_click=_remove,
                args=(event,),
            )
    if opened.open:
        with opened:
            _draw_activity(was, is_limit)
    else:
        st.session_state.pop(_MINUTES, None)
        st.session_state.pop(_INTENSITY, None)


def _activity_words(was: DayCondition, is_limit: bool) -> str:
    if not was.activity_minutes:
        return "Activity"
    more = "" if is_limit else f", +{amount(WATER, was.activity_ml)}"
    return f"{number(was.activity_minutes)} min {was.intensity}{more}"


def _heat_words(was: DayCondition, is_limit: bool) -> str:
    if not was.is_hot:
        return "Hot day"
    return "Hot day, noted" if is_limit else f"Hot day, +{amount(WATER, HEAT_ML)}"


def _draw_activity(was: DayCondition, is_limit: bool) -> None:
    st.session_state.setdefault(_MINUTES, str(was.activity_minutes or ""))
    st.session_state.setdefault(_INTENSITY, was.intensity)
    with st.form("day_taps.activity", border=False):
        st.text_input(_MINUTES_NAME, key=_MINUTES, placeholder="45, empty for none")
        st.segmented_control("How hard", _INTENSITIES, key=_INTENSITY, format_func=_intensity_label, required=True)
        st.form_submit_button("Set", key="day_taps.set", on_click=_set_activity, args=(was.day,))
    actions.draw_answer(PLACE)
    if is_limit:
        note("You have a fluid limit: nothing is added to it.")
        return
    hourly = ", ".join(f"{name} {amount(WATER, ml)}" for name, ml in ACTIVITY_ML_PER_HOUR.items())
    note(f"Water for an hour: {hourly}; at most {amount(WATER, MAX_ACTIVITY_ML)} a day.")


def _intensity_label(intensity: Intensity) -> str:
    """Return the name in a blue that is readable in both themes, which that of a chosen segment is not."""
    return f":blue[{intensity.capitalize()}]"


def _toggle_heat(day: date, is_hot: bool) -> None:
    words = "Noted a hot day" if is_hot else "No hot day any more"
    actions.perform(
        Action(
            words,
            lambda diary, _sure: diary.set_condition(replace(diary.condition_of(day), is_hot=is_hot)),
            toast=False,
        )
    )


def _set_activity(day: date) -> None:
    """Save the activity as it is typed; the popover closes only once it is saved."""
    try:
        typed = read_figure(st.session_state[_MINUTES], _MINUTES_NAME, "min", example=WHOLE)
        minutes = whole("The minutes of activity", typed or 0.0)
        wanted = replace(
            resources.diary().condition_of(day), activity_minutes=minutes, intensity=st.session_state[_INTENSITY]
        )
    except TrackerError as error:
        actions.fail(error, PLACE)
        return
    words = f"Noted {number(minutes)} min {wanted.intensity} activity" if minutes else "No activity any more"
    actions.perform(Action(words, lambda diary, _sure: diary.set_condition(wanted), PLACE, then=_close, toast=False))


def _close() -> None:
    st.session_state[_POPOVER] = False


def _log_loose_stools(day: date) -> None:
    def log(diary: Diary, _sure: bool) -> Change:
        return notices.happened(diary, LOOSE_STOOLS, day=day, at=diary.moment_of(day, meal_choice.current(diary)))

    actions.perform(Action("Logged loose stools", log, toast=False))


def _remove(event: Event) -> None:
    actions.perform(
        Action(
            f"Removed {event.kind}, {event.at:%H:%M}", lambda diary, _sure: notices.remove(diary, event), toast=False
        )
    )
