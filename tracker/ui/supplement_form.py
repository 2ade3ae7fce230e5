"""The fields of a supplement: what its label says of one, and how many are meant a day.

Fields stand in a form that Enter does not send, so that a supplement is not saved half typed. They are text, see
`figures`.
"""

from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from tracker.errors import RefusedError
from tracker.magnesium_salts import SALTS, elemental_mg
from tracker.nutrients import NUTRIENTS
from tracker.settings import whole
from tracker.supplement import MEASURES, SUPPLEMENT_KEYS, Supplement, supplement
from tracker.ui.figures import IU, UG, WHOLE, read_figure, read_nutrient, shown, vitamin_d_shown
from tracker.ui.notes import note
from tracker.ui.text import number

_A_DAY: Final = "How many a day"
_SALT_WEIGHT: Final = "Weight of the salt, mg"
_SALT_NAMES: Final = {salt.name: salt for salt in SALTS}
_LABELS: Final = (
    "**Copy what the label says of one; leave blank what it does not say.** Its line “Magnesium … mg” is the magnesium "
    "itself already ([elemental](https://supplete.eu/en/education/explainer-articles/"
    "elemental-magnesium-labels-explained/)), however much of a salt that is."
)
_SALT: Final = (
    "Only if the label gives the weight of a salt alone (“magnesium citrate 500 mg”): the magnesium in it follows from "
    "its formula."
)


def draw(place: str, pill: Supplement | None) -> None:
    """Draw the fields inside a form, filled with what is saved of `pill`; empty for a new one.

    place: names the form; another place is a form anew. What is being typed stays.
    """
    for field, saved in _seeds(pill).items():
        st.session_state.setdefault(_key(field, place), saved)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Name", key=_key("name", place), placeholder="as you will look for it", width=260)
        st.selectbox("One is a", MEASURES, key=_key("measure", place), width=130)
        st.text_input(_A_DAY, key=_key("a_day", place), width=130, help="0 for one taken only when needed.")
    note(_LABELS)
    with st.grid(3, min_column_width=135, vertical_alignment="bottom"):
        st.text_input("Magnesium, mg", key=_key("magnesium_mg", place))
        st.text_input("Vitamin D", key=_key("vitamin_d_ug", place))
        st.selectbox("Vitamin D is in", [IU, UG], index=None, key=_key("unit_d", place), placeholder="IU or µg?")
        st.text_input("Calcium, mg", key=_key("calcium_mg", place))
        st.text_input("Potassium, mg", key=_key("potassium_mg", place))
    note(_SALT)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Magnesium …",
            list(_SALT_NAMES),
            index=None,
            key=_key("salt", place),
            format_func=_salt_words,
            placeholder="which salt?",
            width=290,
        )
        st.text_input(_SALT_WEIGHT, key=_key("salt_mg", place), width=150)
        st.form_submit_button("Work it out", key=_key("work_out", place), on_click=_work_out, args=(place,))
    worked = st.session_state.get(_key("worked", place))
    if worked:
        # Of ours and of figures: no words of people.
        note(worked)


def _salt_words(name: str) -> str:
    salt = _SALT_NAMES[name]
    remark = f": {salt.remark}" if salt.remark else ""
    return f"{salt.name}, {number(100.0 * salt.share, 1)} %{remark}"


def _work_out(place: str) -> None:
    """Fill in the magnesium that is in the weight of a salt, and say how it came about."""
    salt = _SALT_NAMES.get(_typed("salt", place))
    try:
        salt_mg = read_figure(_typed("salt_mg", place), _SALT_WEIGHT, "mg")
        if salt is None or salt_mg is None:
            raise RefusedError("Choose the salt and type its weight, then the magnesium in it can be worked out.")
        magnesium_mg = elemental_mg(salt, salt_mg)
    except RefusedError as error:
        st.session_state[_key("worked", place)] = str(error).replace("[", "(").replace("]", ")")
        return
    st.session_state[_key("magnesium_mg", place)] = shown(round(magnesium_mg, 1))
    st.session_state[_key("salt_mg", place)] = ""
    st.session_state[_key("worked", place)] = (
        f"{shown(salt_mg)} mg magnesium {salt.name} × {number(100.0 * salt.share, 2)} % = "
        f"**{number(magnesium_mg, 1)} mg magnesium**, now in its field above."
    )


def read(place: str, pill: Supplement | None, today: date) -> Supplement:
    """Return the supplement as the form shows it: `pill` changed, or a new one that can be missed from `today` on.

    Raises RefusedError, in one sentence, when a field says nothing that can be.
    """
    if _typed("salt_mg", place).strip():
        raise RefusedError("Press “Work it out” first, or empty the weight of the salt.")
    seeds = _seeds(pill)
    amounts = {key: read_nutrient(key, _typed(key, place), _typed("unit_d", place)) for key in SUPPLEMENT_KEYS}
    if pill is not None:
        # A figure shows six digits; one that was left alone keeps all it has.
        unit_kept = _typed("unit_d", place) == seeds["unit_d"]
        for key in SUPPLEMENT_KEYS:
            if _typed(key, place) == seeds[key] and (key != "vitamin_d_ug" or unit_kept):
                amounts[key] = pill.amounts.get(key)
    a_day = read_figure(_typed("a_day", place), _A_DAY, example=WHOLE)
    if a_day is None:
        raise RefusedError("Say how many a day: 1, 2, or 0 for one taken only when needed.")
    name, measure, times = _typed("name", place), _typed("measure", place), whole(_A_DAY, a_day)
    if pill is None:
        return supplement(name, amounts, since=today, measure=measure, a_day=times)
    return replace(pill, name=name, amounts=amounts, measure=measure, a_day=times)


def changed_words(place: str, pill: Supplement) -> str:
    """Return what was typed over what is saved, to be typed again: "name Magnesium, calcium 120"."""
    names = {key: NUTRIENTS[key].label.lower() for key in SUPPLEMENT_KEYS}
    names |= {"unit_d": "vitamin D in", "measure": "one is a", "a_day": "a day"}
    changed = [
        f"{names.get(field, field)} {_typed(field, place) or 'blank'}"
        for field, was in _seeds(pill).items()
        if _typed(field, place) != (was or "")
    ]
    return ", ".join(changed) or "nothing new"


def _seeds(pill: Supplement | None) -> dict[str, str | None]:
    """Return by field what it shows before anything is typed."""
    seeds: dict[str, str | None] = dict.fromkeys(SUPPLEMENT_KEYS, "")
    seeds |= {"name": "", "measure": MEASURES[0], "a_day": "1", "unit_d": None}
    if pill is None:
        return seeds
    seeds |= {key: shown(pill.amounts.get(key)) for key in SUPPLEMENT_KEYS}
    seeds |= {"name": pill.name, "measure": pill.measure, "a_day": str(pill.a_day)}
    vitamin_d_ug = pill.amounts.get("vitamin_d_ug")
    if vitamin_d_ug is not None:
        seeds["vitamin_d_ug"], seeds["unit_d"] = vitamin_d_shown(vitamin_d_ug)
    return seeds


def _typed(field: str, place: str) -> str:
    """Return what a field of the form says; blank when nothing is chosen."""
    return str(st.session_state.get(_key(field, place)) or "")


def _key(field: str, place: str) -> str:
    return f"pill.{field}.{place}"
