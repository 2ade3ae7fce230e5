"""What the Foods page shows, kept in the address so that a list, or a food, is a link.

?q=spinach&group=greens&by=calcium_mg&per=100g&only=eaten,starred&page=2&food=sr:11458; what is left out is the default.
The whole table begins with what nobody eats in that amount (a cup of rice bran), so an address that names nothing of
the list means everyday foods; ?only=all means the whole table, as does every address with words, a group or an order.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, cast

import streamlit as st

from tracker.food_columns import Per
from tracker.foods import GROUPS, OWN_PREFIX
from tracker.ranking import RANKED_KEYS, Order
from tracker.ui import address, opened
from tracker.ui.text import label

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
WHOLE: Final = "all"
ANY_GROUP: Final = "any"
_GROUPS: Final = (*GROUPS, ANY_GROUP)
_LONGEST_NUMBER: Final = 6
# What names a list: without any of it the page begins with everyday foods.
_LIST: Final = ("q", "group", "by", "per", "page")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for.

    by: of RANKED_KEYS, or MATCH or NAME. group: of GROUPS, or None for all. only: some of EATEN, STARRED, EVERYDAY.
    problems: a sentence for each parameter that cannot be as it is, in plain text.
    """

    words: str
    group: str | None
    by: str
    per: Per
    only: frozenset[str]
    page: int
    problems: Mapping[str, str] = field(default_factory=dict)

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
    only, not_only = _only(st.query_params.to_dict())
    page, no_page = _page(st.query_params.get("page", "1"))
    said = {
        "group": no_group and f"There is no group {_asked_for('group')}; all groups are shown.",
        "by": no_order and f"Foods cannot be ranked by {_asked_for('by')} here; they are ranked by {_order_words(by)}.",
        "per": no_per and f"Amounts cannot be shown in {_asked_for('per')}; they are for {PER_WORDS[per]}.",
        "only": not_only and f"{not_only} is none of “I have eaten”, “Starred” and “Everyday foods”, and is left out.",
        "page": no_page,
    }
    return Asked(
        words=words,
        group=None if group == ANY_GROUP else group,
        by=by,
        per=cast(Per, per),
        only=only,
        page=page,
        problems={name: sentence for name, sentence in said.items() if sentence},
    )


def _asked_for(parameter: str) -> str:
    return _quoted(st.query_params.get(parameter, ""))


def _quoted(text: str) -> str:
    return f"“{text[:40]}”"


def _order_words(by: str) -> str:
    return "best match" if by == MATCH else label(by).lower()


def _only(parameters: Mapping[str, str]) -> tuple[frozenset[str], str | None]:
    """Return what only is shown, and the first part of it that cannot be, in quotes."""
    text = parameters.get("only", "")
    if text == WHOLE:
        return frozenset(), None
    parts = [part for part in text.split(",") if part]
    wrong = next((_quoted(part) for part in parts if part not in ONLY_WORDS), None)
    return (frozenset(parts) & ONLY_WORDS.keys()) or _usual_only(parameters), wrong


def _usual_only(parameters: Mapping[str, str]) -> frozenset[str]:
    """Return what only is shown where the address does not say."""
    return frozenset() if any(name in parameters for name in _LIST) else frozenset({EVERYDAY})


def orders(words: str) -> tuple[str, ...]:
    """Return what a list can be ordered by: relevance only where there are words."""
    return (MATCH, *RANKED_KEYS, NAME) if words.strip() else (*RANKED_KEYS, NAME)


def default_order(words: str) -> str:
    """Return the order when none is chosen."""
    return orders(words)[0]


@address.changing()
def write(**changes: str | None) -> None:
    """Change some of the address in one step, from a callback; None takes a part out. The page is the first again.

    only: those of ONLY_WORDS, parted by commas, or WHOLE; left out, what is shown stays. What cannot be goes.
    """
    there, now = st.query_params.to_dict(), asked()
    gone = {"page", "only", *wrong(), *changes}
    address_of_list = {name: text for name, text in there.items() if name not in gone}
    address_of_list |= {name: text for name, text in changes.items() if text and name != "only"}
    asked_only = changes.get("only")
    only = now.only if asked_only is None else frozenset(asked_only.split(",")) & ONLY_WORDS.keys()
    stays_whole = not only and there.get("only") == WHOLE
    if stays_whole or only != _usual_only(address_of_list):
        address_of_list["only"] = ",".join(one for one in ONLY_WORDS if one in only) or WHOLE
    st.query_params.from_dict(address_of_list)


def page() -> str | None:
    """Return the page that the address asks for, to be kept by `write`; None for the first."""
    number = asked().page
    return str(number) if number > 1 else None


def wrong() -> tuple[str, ...]:
    """Return the parameters of the address that cannot be as they are: the next action takes them out."""
    _, no_view = address.chosen("view", VIEWS, ALL)
    return (*asked().problems, *(["view"] if no_view else []))


def _page(text: str) -> tuple[int, str | None]:
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER and int(text) > 0:
        return int(text), None
    return 1, f"{_quoted(text)} is no page of this list. Here is the first."
