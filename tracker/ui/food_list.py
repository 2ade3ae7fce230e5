"""A page of the list of all foods.

A row is one button, whose words the browser lays out as a line of a list: it opens the food without loading the page
anew, so that Undo stays, and is read out as one sentence. A data frame, which is a canvas, cuts long names off on a
phone, and links in a table load the page anew. Only the rows of one page travel to the browser.
"""

from collections.abc import Collection
from typing import Final

import streamlit as st

from tracker.foods import Food
from tracker.ranking import PAGE_ROWS, Ranking, Row, grams_of_100_kcal, shown_page, why_unknown
from tracker.ui import address, foods_address
from tracker.ui.food_facts import NO_BREAK, portion_weight
from tracker.ui.food_filters import GROUP_NAMES, shown_key
from tracker.ui.foods_address import EVERYDAY, ONLY_WORDS, PER_WORDS, PORTION, Asked
from tracker.ui.text import amount, html, label, plain, said, weight_words

# The class is the one streamlit gives to a container for its key. A row is one paragraph: name, figure, the rest.
_TOP: Final = "foods-top"
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
    if page != asked.page:
        last = f"This list has {ranking.pages} page{'s' if ranking.pages > 1 else ''}. Here is the last."
        st.info(last, icon=":material/link:")
    if not len(ranking):
        st.info(_nothing_words(asked), icon=":material/search_off:")
        return
    if ranking.answered != "all":
        st.info(_near_words(asked, ranking), icon=":material/search_off:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(_STYLE + _summary_html(asked, ranking, page))
        if asked.words.strip():
            _draw_other_order(asked)
        _draw_pager(ranking, page)
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
    if ranking.pages > 1:
        # No second pair of buttons: the next page would be drawn with its end in view, and its first rows far above.
        st.html(
            f'<p style="font-size:.875rem">Page {page} of {ranking.pages}. <a href="#{_TOP}" target="_self">'
            "Back to the top of the list</a>, to turn the page.</p>"
        )


def _near_words(asked: Asked, ranking: Ranking) -> str:
    """Return that what is shown is only near what was asked for, as Markdown."""
    words = asked.words.strip()
    whole = "all of " if " " in words else ""
    near = "Here is what is spelled nearly so." if ranking.answered == "spelling" else "Here is what comes nearest."
    return f"No food answers to {whole}“{plain(words[:40])}”. {near}"


def _draw_other_order(asked: Asked) -> None:
    """Draw the choice between relevance and the most of a nutrient, which the field above has among others."""
    most = f"Most {label(shown_key(asked.key)).lower().replace('vitamin d', 'vitamin D')} first"
    by_match = asked.order == "match"
    st.button(
        most if by_match else "Best match first",
        key="foods.order",
        icon=":material/swap_vert:",
        type="tertiary",
        on_click=_order,
        args=(asked.key if by_match else None,),
    )


def _order(by: str | None) -> None:
    foods_address.write(by=by, food=None)


def _summary_html(asked: Asked, ranking: Ranking, page: int) -> str:
    """Return which rows are shown of how many, in which order, what their figures are, and how many have none."""
    first, last = (page - 1) * PAGE_ROWS + 1, min(page * PAGE_ROWS, len(ranking))
    which = " everyday foods" if asked.only == {EVERYDAY} and asked.group is None else ""
    what = f"{label(shown_key(asked.key))} in {PER_WORDS[asked.per]}"
    # The figures are in the order only where they rank; else the order is said by itself, before them.
    most = "none of these has any" if ranking.is_all_zero else "most first"
    order = {"value": [f"{what}, {most}"], "match": ["best match first", what], "name": ["A to Z", what]}
    words = [f"{first:,}–{last:,} of {len(ranking):,}{which}", *order[asked.order]]
    if ranking.unknown:
        where = ", at the end" if asked.order == "value" else ""
        words.append(f"{ranking.unknown:,} without a value{where}")
    # What the link at the foot leads to stands below the bar of the window.
    style = "font-size:.875rem;scroll-margin-top:5rem"
    return f'<div style="{style}" role="status" id="{_TOP}">{html(" · ".join(words))}</div>'


def _nothing_words(asked: Asked) -> str:
    """Return what to do when no food is left, as Markdown."""
    words = asked.words.strip()
    ways = ["try fewer or other words, or the plain food"] if words else []
    if asked.group:
        ways.append("choose “All groups”")
    if asked.only:
        chosen = " or ".join(f"“{ONLY_WORDS[one]}”" for one in ONLY_WORDS if one in asked.only)
        ways.append(f"take away {chosen}")
    found = f"No food answers to “{plain(words[:40])}”" if words else "No food is like that"
    narrowed = " here" if asked.group or asked.only else ""
    return f"{found}{narrowed}. To see more: {'; or '.join(ways)}."


def _draw_pager(ranking: Ranking, page: int) -> None:
    if ranking.pages == 1:
        return
    with st.container(horizontal=True, width="content", gap="small"):
        for name, to, side in (("Previous", page - 1, "left"), ("Next", page + 1, "right")):
            st.button(
                name,
                key=f"foods.page.{name.lower()}",
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
    return f"{star}{plain(row.food.name)} **{figure.replace(' ', NO_BREAK)}** :small[{plain(_beside(row, asked))}]"


def _beside(row: Row, asked: Asked) -> str:
    """Return the group of a food and what its figure is for."""
    food = row.food
    words = [GROUP_NAMES[food.group], *(["my own"] if food.is_own else [])]
    usual = food.usual_portion
    if asked.per == PORTION and usual is not None:
        words.append(f"{said(usual.amount, usual.measure)}, {portion_weight(usual)}")
    elif asked.per == "100g":
        words.append(f"in 100{NO_BREAK}g")
    elif asked.per == "100kcal" and (grams := grams_of_100_kcal(food)) is not None:
        words.append(f"in 100{NO_BREAK}kcal, {weight_words(grams).replace(' ', NO_BREAK)}")
    return " · ".join(words)


@address.changing()
def _open(food: Food) -> None:
    # An own food's link means its form; here it is opened as one of all foods.
    view = foods_address.ALL if food.is_own else None
    foods_address.write(food=food.id, view=view, page=foods_address.page())


def _turn(page: int) -> None:
    foods_address.write(page=str(page) if page > 1 else None, food=None)
