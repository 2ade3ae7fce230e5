"""What a person wishes of suggestions: what is left out, and the most energy. Kept with the settings, for every day.

The fields are behind a line of the panel; a food that is suggested can be left out from where it stands.
"""

from dataclasses import replace
from typing import Final

import streamlit as st

from tracker.errors import TrackerError
from tracker.foods import FoodTable
from tracker.suggest import Way
from tracker.suggest_report import ONLY_PLAIN, group_called, heads_of, wishes_words
from tracker.suggesting.exclusions import SINGLE_FOOD_GROUPS, WORDS, head_of
from tracker.suggesting.named import exclusions_of
from tracker.suggesting.wishes import USUAL_CAP_KCAL, Wishes
from tracker.ui import actions, resources
from tracker.ui.figures import read_figure, shown
from tracker.ui.notes import note
from tracker.ui.text import html, plain, shortened

_OPEN: Final = "gap.wishes"
_VEGAN: Final = "gap.vegan"
_GROUPS: Final = "gap.groups"
_FOODS: Final = "gap.foods"
_CAP: Final = "gap.cap"
_FIELDS: Final = (_VEGAN, _GROUPS, _FOODS, _CAP)
_REFUSED: Final = "gap.refused"
_ASKED: Final = "gap.asked"
_BEFORE: Final = "gap.before"
_DONE: Final = "gap.done"
_MENU: Final = "gap.menu"
_CAP_NAME: Final = "Most energy of one way, kcal"
_MOST_CHARACTERS: Final = 120
# Who leaves out fish leaves out shellfish too, says `Exclusions`.
_FISH_TOO: Final = "fish and shellfish"
_OFFERED: Final = tuple(word for word in WORDS if word in SINGLE_FOOD_GROUPS)


def draw(wishes: Wishes, table: FoodTable) -> None:
    """Draw the line that says what is wished and opens into its fields, and what was saved last."""
    words = wishes_words(wishes, table)
    # Set anew each time: with another label it is another one to the browser, and would close.
    st.session_state[_OPEN] = bool(st.session_state.get(_OPEN))
    opened = st.expander(
        plain(shortened(f"Your wishes: {words}", _MOST_CHARACTERS) if words else "Leave out foods, or cap the energy"),
        key=_OPEN,
        icon=":material/tune:",
        type="compact",
        on_change="rerun",
    )
    if opened.open:
        with opened:
            _draw_fields(wishes, table)
    else:
        _forget_fields()
    _draw_done()


def draw_menu(way: Way, key: str) -> None:
    """Draw the menu that leaves out one of the foods of a way. key: tells its way from others."""
    heads = {plain(head_of(food.food.name)): food.food.id for food in way.foods}
    st.menu_button(
        "Leave out",
        list(heads.values()),
        key=f"{_MENU}.{key}",
        format_func={food_id: f"No {head}" for head, food_id in heads.items()}.__getitem__,
        type="tertiary",
        on_click=_leave_out,
        args=(key,),
    )


def forget() -> None:
    """Forget what was saved last, so that it is no longer said."""
    st.session_state.pop(_DONE, None)
    st.session_state.pop(_BEFORE, None)


def _draw_done() -> None:
    if _DONE not in st.session_state:
        return
    words = st.session_state[_DONE]
    if _REFUSED in st.session_state or _ASKED in st.session_state:
        # What stands above is not saved, and must not be confused with what is.
        if _BEFORE not in st.session_state:
            return
        words = "Saved before, and still so: the wishes above these fields."
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f'<span role="status" style="font-size:.875rem">{html(words)}</span>', width="content")
        if _BEFORE in st.session_state:
            st.button("Undo wishes", key="gap.undo", icon=":material/undo:", type="tertiary", on_click=_undo)


def _draw_fields(wishes: Wishes, table: FoodTable) -> None:
    for key, value in _saved(wishes, table).items():
        st.session_state.setdefault(key, value)
    with st.form("gap.form", border=False):
        st.checkbox("Vegan: nothing from animals", key=_VEGAN)
        st.pills("Leave out", _OFFERED, key=_GROUPS, selection_mode="multi", format_func=_pill_words)
        st.text_input("Leave out single foods", key=_FOODS, placeholder="tofu, Swiss chard")
        st.text_input(_CAP_NAME, key=_CAP, placeholder=f"{USUAL_CAP_KCAL:.0f}")
        st.form_submit_button("Set", key="gap.set", on_click=_set)
    if _REFUSED in st.session_state:
        st.error(plain(st.session_state[_REFUSED]), icon=":material/error:")
    if _ASKED in st.session_state:
        st.warning(plain(st.session_state[_ASKED].question), icon=":material/help:")
        with st.container(horizontal=True):
            st.button("Save anyway", key="gap.sure", type="primary", on_click=_save_asked)
            st.button("Do not save", key="gap.no", on_click=lambda: st.session_state.pop(_ASKED, None))
    note(f"With anything left out, {ONLY_PLAIN}. It stays set until you change it.")


def _saved(wishes: Wishes, table: FoodTable) -> dict[str, object]:
    """Return by field what it shows of what is saved."""
    left_out = wishes.exclusions
    groups = set(left_out.groups) - ({"seafood"} if "fish" in left_out.groups else set())
    return {
        _VEGAN: left_out.vegan,
        _GROUPS: [group for group in _OFFERED if group in groups],
        _FOODS: ", ".join(heads_of(left_out, table)),
        _CAP: shown(wishes.energy_cap_kcal),
    }


def _pill_words(group: str) -> str:
    """Return the name of a group in a blue that is readable in both themes, which that of a chosen pill is not."""
    return f":blue[{(_FISH_TOO if group == 'fish' else group_called(group)).capitalize()}]"


def _set() -> None:
    """Save the wishes as they are typed, unless they are asked about; they close only once they are saved."""
    st.session_state.pop(_REFUSED, None)
    st.session_state.pop(_ASKED, None)
    try:
        wishes = _typed()
        saved = resources.diary().settings.wishes
    except TrackerError as error:
        st.session_state[_REFUSED] = str(error)
        return
    if wishes.question is not None and wishes.energy_cap_kcal != saved.energy_cap_kcal:
        st.session_state[_ASKED] = wishes
    else:
        _save_and_close(wishes)


def _save_asked() -> None:
    _save_and_close(st.session_state[_ASKED])


def _save_and_close(wishes: Wishes) -> None:
    if _save(wishes):
        st.session_state[_OPEN] = False


def _typed() -> Wishes:
    foods = resources.foods()
    before = resources.diary().settings.wishes.exclusions
    words = [*(["vegan"] if st.session_state[_VEGAN] else []), *st.session_state[_GROUPS], st.session_state[_FOODS]]
    cap_kcal = read_figure(str(st.session_state[_CAP]), _CAP_NAME.removesuffix(", kcal"), "kcal")
    return Wishes(exclusions_of(", ".join(words), foods.table, foods.index, before.food_ids), cap_kcal)


def _leave_out(key: str) -> None:
    try:
        wishes = resources.diary().settings.wishes
    except TrackerError as error:
        actions.fail(error)
        return
    left_out = wishes.exclusions
    food_ids = dict.fromkeys((*left_out.food_ids, st.session_state[f"{_MENU}.{key}"]))
    if _save(replace(wishes, exclusions=replace(left_out, food_ids=tuple(sorted(food_ids))))):
        actions.say("Left out, for the next days too. Above the ways you can undo it.")


def _save(wishes: Wishes) -> bool:
    """Save wishes and note how to take them back; return whether they are saved."""
    forget()
    try:
        diary = resources.diary()
        settings = diary.settings
        if settings.wishes != wishes:
            diary.save_settings(replace(settings, wishes=wishes))
            st.session_state[_BEFORE] = settings.wishes
    except TrackerError as error:
        actions.fail(error)
        return False
    _forget_fields()
    st.session_state[_DONE] = "Saved, for the next days too." if _BEFORE in st.session_state else "Nothing was changed."
    return True


def _undo() -> None:
    if _save(st.session_state[_BEFORE]):
        forget()
        st.session_state[_DONE] = "Undone: your wishes are as they were."


def _forget_fields() -> None:
    """Let the fields begin anew with what is saved."""
    for key in (*_FIELDS, _REFUSED, _ASKED):
        st.session_state.pop(key, None)
