"""A month of a supplement as a calendar: what was taken each day, and what was missed. One element of HTML."""

import calendar
from datetime import date
from typing import Final

import streamlit as st

from tracker.again import supplements
from tracker.diary import Diary
from tracker.supplement import DoseDay, DoseMonth, DoseState, Supplement, month_after
from tracker.ui.text import html, said, typed

# A sign and a word for each state, so that colour is never needed.
_SIGNS: Final[dict[DoseState, str]] = {"taken": "✓", "part": "◐", "missed": "–", "open": "·", "none": ""}
_WORDS: Final[dict[DoseState, str]] = {
    "taken": "taken",
    "part": "fewer than meant",
    "missed": "missed",
    "open": "not over yet",
    "none": "",
}
_LEGEND: Final = ", ".join(f"{_SIGNS[state]} {_WORDS[state]}" for state in ("taken", "part", "missed", "open"))
_STYLE: Final = """<style>
.dc{border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums;width:100%;max-width:24rem}
.dc caption{text-align:left;font-weight:600;padding:0 0 .3rem}
.dc th{font-weight:400;text-align:center;padding:.1rem}
.dc td{border:1px solid color-mix(in srgb,currentColor 22%,transparent);text-align:center;padding:.15rem .1rem}
.dc td b{display:block;min-height:1.3em}
.dc .taken{background:color-mix(in srgb,#0b8f6a 30%,transparent)}
.dc .part{background:color-mix(in srgb,#0b8f6a 14%,transparent)}
</style>"""


def draw(diary: Diary, pill: Supplement) -> None:
    """Draw the month chosen last, this one at first, with the ways to those before and after."""
    of: date = st.session_state.get(_key(pill), month_after(diary.today(), 0))
    month = supplements.month_of(diary, pill, of)
    st.html(_month_html(month, pill, diary.settings.first_weekday))
    with st.container(horizontal=True, gap="xsmall"):
        _step("before", pill, month_after(of, -1))
        _step("after", pill, month_after(of, 1))


def _step(where: str, pill: Supplement, to: date) -> None:
    st.button(
        f"{to:%B} {to.year}",
        key=f"pills.{where}.{pill.id}",
        icon=":material/chevron_left:" if where == "before" else ":material/chevron_right:",
        icon_position="left" if where == "before" else "right",
        type="tertiary",
        on_click=_show,
        args=(pill, to),
    )


def _show(pill: Supplement, of: date) -> None:
    st.session_state[_key(pill)] = of


def _key(pill: Supplement) -> str:
    return f"pills.month.{pill.id}"


def _month_html(month: DoseMonth, pill: Supplement, first_weekday: int) -> str:
    first = month.days[0].day
    blanks = (first.weekday() - first_weekday) % 7
    cells = ["<td></td>"] * blanks + [_cell(day, pill) for day in month.days]
    cells += ["<td></td>"] * (-len(cells) % 7)
    rows = "".join(f"<tr>{''.join(cells[place : place + 7])}</tr>" for place in range(0, len(cells), 7))
    names = [calendar.day_abbr[(first_weekday + place) % 7] for place in range(7)]
    heads = "".join(f'<th scope="col">{name}</th>' for name in names)
    return (
        f'{_STYLE}<table class="dc"><caption>{first:%B} {first.year}: {html(_summary(month, pill))}</caption>'
        f'<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table><div style="font-size:.8rem">{_LEGEND}</div>'
    )


def _summary(month: DoseMonth, pill: Supplement) -> str:
    """Return what the month comes to, the days that are over named: "taken on 18 of 22 days, 3 missed"."""
    if not pill.a_day:
        return f"{said(month.taken, pill.measure)} taken" if month.taken else "none taken"
    over = month.count("taken", "part", "missed")
    if not over:
        return "nothing to take yet"
    parts = [f"taken on {month.count('taken')} of {over} {'day' if over == 1 else 'days'}"]
    rest: tuple[tuple[DoseState, str], ...] = (("part", "in part"), ("missed", "missed"))
    parts += [f"{month.count(state)} {words}" for state, words in rest if month.count(state)]
    return ", ".join(parts)


def _cell(day: DoseDay, pill: Supplement) -> str:
    taken = f"{typed(day.taken)} of {pill.a_day}" if pill.a_day else typed(day.taken)
    words = f"{_WORDS[day.state]}, {taken}" if day.taken else _WORDS[day.state]
    sign = _SIGNS[day.state] + (f" {typed(day.taken)}" if day.taken and (day.taken != 1 or pill.a_day > 1) else "")
    spoken = f'<b role="img" aria-label="{html(words)}" title="{html(words)}">{sign}</b>' if words else "<b></b>"
    return f'<td class="{day.state}">{day.day.day}{spoken}</td>'
