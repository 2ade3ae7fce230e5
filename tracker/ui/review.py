"""How a line was understood, before anything is saved: an item a row, each changeable where it stands, and a total.

A row is one element until it is opened, as in the list of entries; rows with a question are open from the start. The
ready ones are saved together, as one batch; a row with an open question stays and waits for its answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import streamlit as st

from tracker.diary import Change, Diary
from tracker.entries import MEALS, Entry, Meal, unlikely_day
from tracker.errors import NeedsConfirmationError, TrackerError
from tracker.parse import Item, entries_of_item
from tracker.reading import answers
from tracker.ui import actions, meal_choice, resources, review_rows
from tracker.ui.actions import Action
from tracker.ui.meters import adds_html, gave_words
from tracker.ui.review_rows import Row
from tracker.ui.text import WATER, amount, html, plain, said, typed, weight_beside
from tracker.what_if import day_with

# Where what is asked or failed before saving is drawn.
PLACE: Final = "review"
_MEAL: Final = "review.meal"
_APART: Final = timedelta(milliseconds=1)


def draw(day: date, fragment: str, change_words: Callable[[], None]) -> None:
    """Draw the review of what waits to be saved on `day`; nothing when nothing waits.

    fragment: the part of the page that a save redraws. change_words: called to put the words back into their field.
    """
    if review_rows.rows():
        diary = resources.diary()
        rows = review_rows.without_gone(resources.foods(diary).table)
        ready = [row for row in rows if row.is_ready]
        with st.container(gap="xsmall"):
            for row in rows:
                _draw_row(row)
            if ready:
                _draw_total(diary, day, ready)
            _draw_save(diary, day, rows, ready, fragment, change_words)
    actions.draw_answer(PLACE)


def _draw_row(row: Row) -> None:
    icon = ":material/check_circle:" if row.is_ready else ":material/help:"
    shown = st.expander(_words_of(row.item), key=row.key("row"), icon=icon, on_change="rerun")
    if shown.open:
        with shown:
            _draw_fields(row)


def _words_of(item: Item) -> str:
    """Return what a row says of its item, as Markdown with the person's own words escaped."""
    if item.status == "ask":
        asked = f"“{plain(item.text)}”: {plain(item.reason or '')}"
        return asked if item.eaten_at is None else f"{asked} :small[· {item.eaten_at}]"
    about = "about " if item.approximate else ""
    weight = weight_beside(item.grams, item.measure or "", about)
    meal = () if item.eaten_at is None else (item.eaten_at,)
    small = " · ".join((*_gives(item), f"“{plain(item.text)}”", *meal))
    return f"**{plain(item.name or '')}** · {plain(_amount_of(item))}{weight} :small[· {small}]"


def _gives(item: Item) -> list[str]:
    """Return what an item adds to the three numbers: what is unknown is said, what is nothing left out."""
    gave = item.nutrients or {}
    if item.kind == "supplement":
        gave = {key: value for key, value in gave.items() if value is not None}
    shown = (
        ("water", WATER, "water_g"),
        ("Mg", "magnesium_mg", "magnesium_mg"),
        ("vit. D", "vitamin_d_ug", "vitamin_d_ug"),
    )
    said_ = [(name, amount(unit, gave[key]), amount(unit, 0.0)) for name, unit, key in shown if key in gave]
    return [f"{name} {words}" for name, words, nothing in said_ if words != nothing]


def _amount_of(item: Item) -> str:
    amount_, measure = item.amount or 0.0, item.measure or ""
    return f"{typed(amount_)} ×" if item.kind == "meal" else said(amount_, measure)


def _draw_fields(row: Row) -> None:
    item = row.item
    if row.key("words") not in st.session_state:
        review_rows.begin(row, item)
    if item.kind not in ("supplement", "meal"):
        _draw_food(row)
    if row.problem:
        st.error(plain(row.problem), icon=":material/error:")
    with st.container(horizontal=True, vertical_alignment="center"):
        if _has_proposal(row):
            st.button("Use this", key=row.key("accept"), on_click=review_rows.accept, args=(row,))
            st.html(f"<small>{html(_proposal_words(item))}</small>", width="content")
        st.button("Leave it out", key=row.key("out"), type="tertiary", on_click=review_rows.remove, args=((row,),))
    st.text_input("Or in other words", key=row.key("words"), on_change=review_rows.say_otherwise, args=(row,))


def _has_proposal(row: Row) -> bool:
    return row.item.status == "ask" and row.problem is None and answers.is_whole(row.item)


def _proposal_words(item: Item) -> str:
    """Return what a yes would save: "1 cup (180 g), Mg 157 mg"."""
    weight = weight_beside(item.grams, item.measure or "")
    return ", ".join((f"{_amount_of(item)}{weight}", *_gives(item)))


def _draw_food(row: Row) -> None:
    names = row.foods
    if names:
        st.selectbox(
            "Food",
            list(names),
            index=None,
            key=row.key("food"),
            format_func=lambda food_id: names[food_id],
            placeholder="Choose a food",
            on_change=review_rows.choose_food,
            args=(row,),
        )
    food = resources.foods().table.get(row.item.food_id)
    if food is None:
        return
    measures = list(review_rows.measures_of_row(row.item, food))
    amount_key, measure_key = row.key("amount"), row.key("measure")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Amount", key=amount_key, width=100, on_change=review_rows.type_amount, args=(row,))
        st.selectbox(
            "Measure", measures, key=measure_key, width="stretch", on_change=review_rows.type_amount, args=(row,)
        )


def _draw_total(diary: Diary, day: date, ready: Sequence[Row]) -> None:
    entries = _entries(ready, day, meal_choice.current(diary), diary)
    after = day_with(diary.day(day), *entries)
    st.html(f'<div style="padding:.3rem .2rem">{adds_html(entries, after)}</div>')


def _draw_save(
    diary: Diary, day: date, rows: Sequence[Row], ready: Sequence[Row], fragment: str, change_words: Callable[[], None]
) -> None:
    st.session_state[_MEAL] = meal_choice.current(diary)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        named = [row.item.eaten_at is not None for row in rows]
        if not all(named):
            st.selectbox(
                "Meal of the others" if any(named) else "Meal",
                MEALS,
                key=_MEAL,
                format_func=str.capitalize,
                width=150,
                on_change=_choose_meal,
                args=(fragment,),
            )
        if ready:
            # Not the primary colour: on it, the hint of the shortcut is too pale to read.
            st.button(
                f"**{_save_words(diary, day, len(ready), len(rows))}**",
                key="review.save",
                shortcut="Ctrl+Enter",
                on_click=_save,
                args=(day, fragment, tuple(row.id for row in ready)),
            )
        proposals = tuple(row for row in rows if _has_proposal(row))
        if len(proposals) > 1:
            st.button(
                f"Use all {len(proposals)} proposals", key="review.all", on_click=review_rows.accept, args=proposals
            )
        st.button("Change the words", key="review.words", type="tertiary", on_click=change_words)
        st.button("Discard", key="review.discard", type="tertiary", on_click=review_rows.clear)


def _save_words(diary: Diary, day: date, ready: int, rows: int) -> str:
    """Return what the button says: how many are saved, and the day when it is not the one in progress."""
    which = f"Save {ready} of {rows}"
    if ready == rows:
        which = "Save" if rows == 1 else f"Save all {rows}"
    return which if day == diary.today() else f"{which}, {day:%A} {day.day} {day:%B}"


def _choose_meal(fragment: str) -> None:
    """Remember the meal; the taps for what is had again are of the same one."""
    meal_choice.choose(resources.diary(), st.session_state[_MEAL])
    st.rerun(fragment)


def _save(day: date, fragment: str, shown: tuple[str, ...]) -> None:
    """Log the ready rows as one batch; they leave the review only once they are saved.

    shown: ids of the rows the button was drawn for. Words typed just before the click are new rows, not seen yet.
    """
    rows = tuple(row for row in review_rows.rows() if row.is_ready and row.id in shown)
    if not rows:
        st.rerun(fragment)

    def log(diary: Diary, sure: bool) -> Change:
        question = None if sure else unlikely_day(day, diary.today())
        if question is not None:
            raise NeedsConfirmationError(question)
        # Unlikely amounts were asked about in their rows.
        return diary.log(_entries(rows, day, meal_choice.current(diary), diary), sure=True)

    try:
        words = _added_words(rows, day, resources.diary())
    except TrackerError as error:
        actions.fail(error, PLACE)
    else:
        actions.perform(Action(words, log, PLACE, then=lambda: review_rows.remove(rows), toast=False))
    st.rerun(fragment)


def _added_words(rows: Sequence[Row], day: date, diary: Diary) -> str:
    entries = _entries(rows, day, meal_choice.current(diary), diary)
    what = f"{len(entries)} entries"
    if len(entries) == 1:
        what = f"{said(entries[0].amount, entries[0].measure)} {entries[0].name}"
    gave = gave_words(entries, diary.targets_on(day))
    return f"Added {what}: {gave}" if gave else f"Added {what}"


def _entries(rows: Sequence[Row], day: date, meal: Meal, diary: Diary) -> list[Entry]:
    """Return the entries of rows, a millisecond apart, so that they stay in the order they were typed in.

    meal: of the items whose words name none.
    """
    table = resources.foods(diary).table
    entries = []
    for item in (row.item for row in rows):
        of = item.eaten_at or meal
        entries += entries_of_item(item, table, day=day, at=diary.moment_of(day, of), meal=of)
    return [replace(entry, at=entry.at + place * _APART) for place, entry in enumerate(entries)]
