"""What the Foods page shows, kept in the address so that a list, or a food, is a link.

?q=spinach&group=greens&by=calcium_mg&per=100g&only=eaten,starred&page=2&food=sr:11458; what is left out is the default.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

import streamlit as st

from tracker.food_columns import Per
from tracker.foods import GROUPS, OWN_PREFIX
from tracker.ranking import RANKED_KEYS, Order
from tracker.ui import address, opened

ALL: Final = "all"
MINE: Final = "mine"
VIEWS: Final[Mapping[str, str]] = {ALL: "All foods", MINE: "My foods, meals, supplements"}
# What belongs to one view: left behind when another is chosen.
OPENED: Final = (opened.FOOD, opened.MEAL, opened.SUPPLEMENT)

MATCH: Final = "match"
NAME: Final = "name"
PORTION: Final = "portion"
PER_WORDS: Final[Mapping[str, str]] = {PORTION: "a usual portion", "100g": "100 g", "100kcal": "100 kcal"}
EATEN: Final = "eaten"
STARRED: Final = "starred"
EVERYDAY: Final = "everyday"
ONLY_WORDS: Final[Mapping[str, str]] = {
    EATEN: "I have eaten",
    STARRED: "Starred",
    EVERYDAY: "Everyday foods",
}
ANY_GROUP: Final = "any"
_GROUPS: Final = (*GROUPS, ANY_GROUP)
_LONGEST_NUMBER: Final = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, with a sentence for each part of it that cannot be.

    by: of RANKED_KEYS, or MATCH or NAME. group: of GROUPS, or None for all. only: some of EATEN, STARRED, EVERYDAY.
    """

    words: str
    group: str | None
    by: str
    per: Per
    only: frozenset[str]
    page: int
    problems: tuple[str, ...] = ()

    @property
    def order(self) -> Order:
        """The order of the list."""
        return "match" if self.by == MATCH else "name" if self.by == NAME else "value"

    @property
    def key(self) -> str:
        """The nutrient whose figures are shown."""
        return self.by if self.by in RANKED_KEYS else RANKED_KEYS[0]


def view() -> str:
    """Return the view to show when the address does not name one: that of what it opens."""
    food = st.query_params.get(opened.FOOD, "")
    own = food == opened.NEW or food.startswith(OWN_PREFIX)
    return MINE if own or opened.MEAL in st.query_params or opened.SUPPLEMENT in st.query_params else ALL


def asked() -> Asked:
    """Return what the address asks for; what cannot be is the default, and said."""
    words = st.query_params.get("q", "")
    group, no_group = address.chosen("group", _GROUPS, ANY_GROUP)
    by, no_order = address.chosen("by", orders(words), default_order(words))
    per, no_per = address.chosen("per", PER_WORDS, PORTION)
    only = [part for part in st.query_params.get("only", "").split(",") if part]
    page, no_page = _page(st.query_params.get("page", "1"))
    no_only = [address.none_of(part, "only", tuple(ONLY_WORDS), "all") for part in only if part not in ONLY_WORDS]
    return Asked(
        words=words,
        group=None if group == ANY_GROUP else group,
        by=by,
        per=cast(Per, per),
        only=frozenset(only) & ONLY_WORDS.keys(),
        page=page,
        problems=tuple(filter(None, (no_group, no_order, no_per, *no_only, no_page))),
    )


def orders(words: str) -> tuple[str, ...]:
    """Return what a list can be ordered by: relevance only where there are words."""
    return (MATCH, *RANKED_KEYS, NAME) if words.strip() else (*RANKED_KEYS, NAME)


def default_order(words: str) -> str:
    """Return the order when none is chosen."""
    return orders(words)[0]


def write(**changes: str | None) -> None:
    """Change some of the address in one step, from a callback; None takes a part out. The page is the first again."""
    kept = {name: text for name, text in st.query_params.to_dict().items() if name not in {"page", *changes}}
    st.query_params.from_dict(kept | {name: text for name, text in changes.items() if text})


def _page(text: str) -> tuple[int, str | None]:
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER and int(text) > 0:
        return int(text), None
    return 1, f"{text[:40]!r} is no page of this list. Here is the first."
