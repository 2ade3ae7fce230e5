"""The Targets page: reference values, the water rule and settings, each with its source beside it."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

import streamlit as st

from tracker.diary import Diary, Settings
from tracker.errors import TrackerError
from tracker.nutrients import iu_from_ug, ug_from_iu
from tracker.settings import PINTS_ML, whole
from tracker.targets import TargetError, Targets, WaterRule
from tracker.ui import resources, shell
from tracker.ui.notes import note
from tracker.ui.text import both_units, plain

_SAVED: Final = "targets.saved"
_FAILED: Final = "targets.failed"
_BEFORE: Final = "targets.before"
_TOAST: Final = "targets.toast"
_US_TABLE: Final = "https://www.ncbi.nlm.nih.gov/books/NBK545442/table/appJ_tab3/?report=objectonly"


@dataclass(frozen=True, slots=True)
class _Field:
    """One number of the form. read: its value, in the unit shown. What it is and whence stands in _NOTES."""

    key: str
    name: str
    step: float
    read: Callable[[Targets], float | None]


_GLASS: Final = "My glass, mL"
_START: Final = "A day starts at, hour"
_WEEK: Final = "A week starts on"
# Where people live, weeks start on one of these.
_WEEK_STARTS: Final = (0, 5, 6)
_NUTRIENTS: Final = (
    _Field("magnesium", "Magnesium, mg a day", 10.0, lambda targets: targets.magnesium_mg),
    _Field("vitamin_d", "Vitamin D, IU a day", 100.0, lambda targets: iu_from_ug(targets.vitamin_d_ug)),
)
_WATER: Final = (
    _Field("base", "Base, mL a day", 100.0, lambda targets: targets.water.base_ml),
    _Field("fiber_free", "Fiber the base already covers, g", 1.0, lambda targets: targets.water.fiber_free_g),
    _Field("slope", "Water for each further gram of fiber, mL", 5.0, lambda targets: targets.water.ml_per_fiber_g),
    _Field("most_fiber", "At most for fiber, mL", 50.0, lambda targets: targets.water.max_fiber_ml),
)
# The one number that may be left empty.
_LIMIT: Final = _Field(
    "limit", "Fluid limit, mL (leave empty without one)", 100.0, lambda targets: targets.water.fluid_limit_ml
)
# Markdown of ours, by the key of the field.
_NOTES: Final = {
    "magnesium": f"400 mg: the value in the advice this app starts from, and the [US RDA]({_US_TABLE}) of men aged 19 "
    "to 30 (men from 31: 420, women: 310 to 320). [EFSA](http://www.efsa.europa.eu/en/efsajournal/pub/4186): men 350, "
    "women 300.",
    "vitamin_d": "1,000 IU (25 µg): the value in the advice this app starts from. "
    "[US RDA](http://books.nap.edu/openbook.php?record_id=13050&page=389): 600 IU to 70, then 800. "
    "[EFSA](https://www.efsa.europa.eu/en/press/news/161028): 600 IU. 1 µg = 40 IU.",
    "base": "2,000 mL: the value in the advice this app starts from, and "
    "[EFSA 2010](https://doi.org/10.2903/j.efsa.2010.1459) for women, total water.",
    "fiber_free": "25 g: the adequate intake of [EFSA 2010](http://www.efsa.europa.eu/en/efsajournal/pub/1462).",
    "slope": "25 mL: a comfort rule of ours, one 250 mL glass for 10 g; nobody publishes such a rule. It lies between "
    "the water that [fiber carries](https://pmc.ncbi.nlm.nih.gov/articles/PMC4528039) (3 to 5 mL) and the [labels of "
    "fiber products](https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=9c4c41d8-a2d5-4168-9e97-9f9d47fc5e63) "
    "(30 to 70).",
    "most_fiber": "1,000 mL, four glasses: a convention of ours. Base and additions never go above 4,000 mL.",
    "limit": "What a doctor allowed you in a day. It takes the place of the rule: nothing is ever added to it.",
}


def draw() -> None:
    """Draw the page."""
    st.title("Targets", anchor=False)
    with shell.explained():
        diary = resources.diary()
        targets = diary.targets_on(diary.today())
        _draw_form(targets, diary.settings)
        _draw_outcome()
        note("A change holds from today on; days before keep the targets they had.")
        _draw_limits(targets)


def _draw_outcome() -> None:
    """Draw how the last save went, right below its button; the toast tells it wherever the person looks."""
    toast = st.session_state.pop(_TOAST, None)
    if toast is not None:
        st.toast(plain(toast))
    failed = st.session_state.pop(_FAILED, None)
    if failed is not None:
        st.error(plain(failed), icon=":material/error:")
    if st.session_state.get(_SAVED):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(f'<span role="status">{st.session_state[_SAVED]}</span>', width="content")
            if _BEFORE in st.session_state:
                st.button("Undo", key="targets.undo", icon=":material/undo:", type="tertiary", on_click=_undo)


def _draw_form(targets: Targets, settings: Settings) -> None:
    with st.form("targets", border=False):
        st.header("Nutrients", anchor=False)
        _draw_fields(_NUTRIENTS, targets)
        st.header("Water", anchor=False)
        _draw_fields((*_WATER, _LIMIT), targets)
        _seed("counts", targets.water_counts)
        st.radio(
            "What counts as water",
            ["all", "drinks"],
            key=_key("counts"),
            format_func=lambda value: "Drinks and the water in food" if value == "all" else "Drinks only",
        )
        _seed("alcohol", targets.alcoholic_drinks_count)
        st.checkbox("Alcoholic drinks count (2 g alcohol per 100 g or more)", key=_key("alcohol"))
        st.header("You", anchor=False)
        _draw_number("glass", _GLASS, 10.0, settings.own_glass_ml)
        _draw_number("start", _START, 1.0, float(settings.day_start_hour))
        note("A snack at 01:30 belongs to the day before.")
        _seed("week", settings.first_weekday)
        st.radio(
            _WEEK,
            sorted({*_WEEK_STARTS, settings.first_weekday}),
            key=_key("week"),
            format_func=lambda day: calendar.day_name[day],
            horizontal=True,
        )
        _seed("pint", settings.pint_ml)
        st.radio(
            "A pint is",
            list(PINTS_ML),
            key=_key("pint"),
            format_func=lambda pint_ml: f"{pint_ml:.0f} mL ({PINTS_ML[pint_ml]})",
            horizontal=True,
        )
        st.form_submit_button("Save", type="primary", on_click=_save)


def _draw_fields(fields: tuple[_Field, ...], targets: Targets) -> None:
    for field in fields:
        _draw_number(field.key, field.name, field.step, field.read(targets))
        note(_NOTES[field.key])


def _draw_number(key: str, name: str, step: float, value: float | None) -> None:
    """Draw a number that can be left empty.

    It has no bounds: the browser would drop what lies outside without a word. Its default is None, since a field that
    is cleared goes back to its default.
    """
    _seed(key, value)
    st.number_input(name, key=_key(key), value=None, step=step, format="%.10g")


def _draw_limits(targets: Targets) -> None:
    st.header("Limits", anchor=False)
    st.markdown(
        f"- Magnesium from supplements: {both_units('magnesium_mg', targets.magnesium_supplement_limit_mg)} a day "
        "([US upper limit](https://www.nationalacademies.org/read/9956/chapter/28); EFSA: 250 mg). "
        "Magnesium from food has none.\n"
        f"- Vitamin D from everything: {both_units('vitamin_d_ug', targets.vitamin_d_limit_ug)} a day "
        "([upper limit](http://books.nap.edu/openbook.php?record_id=13050&page=445))."
    )
    note(
        "Reference values are displayed, not advised. Trials do not show that magnesium pills stop night cramps in "
        "older adults ([Cochrane review, 2020](https://cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009402.pub3//pl))."
    )


def _key(name: str) -> str:
    return f"targets.{name}"


def _seed(name: str, value: Any) -> None:
    """Let a field begin with what is saved; what is being typed stays."""
    st.session_state.setdefault(_key(name), value)


def _typed(name: str, field_name: str) -> float:
    """Return a number that must be there. Raises TargetError when its field is empty."""
    value = st.session_state.get(_key(name))
    if value is None:
        raise TargetError(f"The field “{field_name}” is empty: type a number.")
    return float(value)


def _save() -> None:
    st.session_state.pop(_SAVED, None)
    try:
        diary = resources.diary()
        before = (diary.targets_on(diary.today()), diary.settings)
        _write(diary, _typed_targets(before[0]), _typed_settings(before[1]))
    except TrackerError as error:
        _tell(_FAILED, str(error))
    else:
        _tell(_SAVED, "Saved. It holds from today on.")
        st.session_state[_BEFORE] = before


def _typed_targets(before: Targets) -> Targets:
    typed = {field.key: _typed(field.key, field.name) for field in (*_NUTRIENTS, *_WATER)}
    return replace(
        before,
        magnesium_mg=typed["magnesium"],
        vitamin_d_ug=ug_from_iu(typed["vitamin_d"]),
        water=WaterRule(
            base_ml=typed["base"],
            fiber_free_g=typed["fiber_free"],
            ml_per_fiber_g=typed["slope"],
            max_fiber_ml=typed["most_fiber"],
            fluid_limit_ml=st.session_state.get(_key("limit")),
        ),
        water_counts=st.session_state[_key("counts")],
        alcoholic_drinks_count=bool(st.session_state[_key("alcohol")]),
    )


def _typed_settings(before: Settings) -> Settings:
    glass_ml, start = _typed("glass", _GLASS), _typed("start", _START)
    if glass_ml != before.own_glass_ml:
        glass_ml = float(whole("Your glass", glass_ml))
    return replace(
        before,
        own_glass_ml=glass_ml,
        day_start_hour=whole("The hour at which a day starts", start),
        first_weekday=st.session_state[_key("week")],
        pint_ml=st.session_state[_key("pint")],
    )


def _undo() -> None:
    targets, settings = st.session_state[_BEFORE]
    try:
        _write(resources.diary(), targets, settings)
    except TrackerError as error:
        st.session_state.pop(_SAVED, None)
        _tell(_FAILED, str(error))
        return
    for key in [key for key in st.session_state if str(key).startswith("targets.")]:
        del st.session_state[key]
    _tell(_SAVED, "Undone: the targets are as they were before.")


def _tell(key: str, sentence: str) -> None:
    st.session_state[key] = st.session_state[_TOAST] = sentence


def _write(diary: Diary, targets: Targets, settings: Settings) -> None:
    """Save both; the day that targets start on is the one in progress."""
    today = diary.today()
    if settings != diary.settings:
        diary.save_settings(settings)
    if targets != diary.targets_on(today):
        diary.set_targets(today, targets)
