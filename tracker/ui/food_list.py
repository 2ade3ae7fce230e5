"""A page of the list of all foods.

A row is one button, whose words the browser lays out as a line of a list: it opens the food without loading the page
anew, so that Undo stays, and is read out as one sentence. A data frame, which is a canvas, cuts long names off on a
phone, and links in a table load the page anew. Only the rows of one page travel to the browser.
"""

from collections.abc import Collection
from typing import Final

import streamlit as st

from tracker.foods import Food
from tracker.ranking import PAGE_ROWS, Ranking, Row, shown_page, why_unknown
from tracker.ui import foods_address
from tracker.ui.food_facts import NO_BREAK, portion_weight
from tracker.ui.food_filters import GROUP_NAMES, shown_key
from tracker.ui.foods_address import ONLY_WORDS, PER_WORDS, Asked
from tracker.ui.text import amount, html, label, plain, said

# The class is the one streamlit gives to a container for its key. A row is one paragraph: name, figure, the rest.
_STYLE: Final = """<style>
.st-key-foodrows button{text-align:left;padding:.4rem .25rem;border-radius:0;
border-top:1px solid color-mix(in srgb,currentColor 22%,transparent)}
.st-key-foodrows button :not(p *){width:100%;text-align:left}
.st-key-foodrows p{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:1rem;overflow-wrap:anywhere;
font-variant-numeric:tabular-nums}
</style>"""


def draw(asked: Asked, ranking: Ranking, stars: Collection[str]) -> None:
    """Draw the page of rows that is asked for. stars: ids of the starred foods."""
    page = shown_page(ranking, asked.page)
    problems = asked.problems
    if page != asked.page:
        problems += (f"This list has {ranking.pages} page{'s' if ranking.pages > 1 else ''}. Here is the last.",)
    for problem in problems:
        st.info(plain(problem), icon=":material/link:")
    if not len(ranking):
        st.info(_nothing_words(asked), icon=":material/search_off:")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(_STYLE + _summary_html(asked, ranking, page))
        _draw_pager(ranking, page, "top")
    with st.container(key="foodrows", gap=None):
        for row in ranking.page(page):
            st.button(
                _row_words(row, asked, starred=row.food.id in stars),
                key=f"foods.open.{row.food.id}",
                type="tertiary",
                width="stretch",
                on_click=_open,
                args=(row.food,),
            )
    _draw_pager(ranking, page, "foot")


def _summary_html(asked: Asked, ranking: Ranking, page: int) -> str:
    """Return which rows are shown of how many, what their figures are, and how many have none."""
    first, last = (page - 1) * PAGE_ROWS + 1, min(page * PAGE_ROWS, len(ranking))
    words = [f"{first:,}–{last:,} of {len(ranking):,}", f"{label(shown_key(asked.key))} in {PER_WORDS[asked.per]}"]
    if ranking.unknown:
        where = ", at the end" if asked.order == "value" else ""
        words.append(f"{ranking.unknown:,} without a value{where}")
    return f'<div style="font-size:.875rem" role="status">{html(" · ".join(words))}</div>'


def _nothing_words(asked: Asked) -> str:
    """Return what to do when no food is left, as Markdown."""
    words = "No food is left."
    if asked.words.strip():
        words = f"No food answers to “{plain(asked.words[:40])}” here. Try fewer or other words, or the plain food."
    if asked.group:
        words += " Or choose “All groups”."
    if asked.only:
        chosen = " and ".join(f"“{ONLY_WORDS[one]}”" for one in ONLY_WORDS if one in asked.only)
        words += f" Or take away {chosen}."
    return words


def _draw_pager(ranking: Ranking, page: int, where: str) -> None:
    if ranking.pages == 1:
        return
    with st.container(horizontal=True, width="content", gap="small"):
        for name, to, side in (("Previous", page - 1, "left"), ("Next", page + 1, "right")):
            st.button(
                name,
                key=f"foods.page.{name.lower()}.{where}",
                icon=f":material/chevron_{side}:",
                icon_position="left" if side == "left" else "right",
                type="tertiary",
                disabled=not 1 <= to <= ranking.pages,
                on_click=_turn,
                args=(to,),
            )


def _row_words(row: Row, asked: Asked, *, starred: bool) -> str:
    """Return a row as Markdown: name, figure, and in small type what it is."""
    known = row.figure is not None
    figure = amount(shown_key(asked.key), row.figure) if known else why_unknown(row.food, asked.key, asked.per)
    star = "★ " if starred else ""
    return f"{star}{plain(row.food.name)} **{figure.replace(' ', NO_BREAK)}** :small[{plain(_beside(row.food))}]"


def _beside(food: Food) -> str:
    """Return the group of a food and its usual portion."""
    words = [GROUP_NAMES[food.group], *(["my own"] if food.is_own else [])]
    usual = food.usual_portion
    if usual is not None:
        words.append(f"{said(usual.amount, usual.measure)}, {portion_weight(usual)}")
    return " · ".join(words)


def _open(food: Food) -> None:
    # An own food's link means its form; here it is opened as one of all foods.
    view = foods_address.ALL if food.is_own else None
    foods_address.write(food=food.id, view=view, page=st.query_params.get("page"))


def _turn(page: int) -> None:
    foods_address.write(page=str(page) if page > 1 else None)
