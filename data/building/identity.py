"""Ids and names: every one unique, none dependent on the order of rows."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

from building.food import FNDDS, LEGACY, SR24, SourceFood
from building.names import full_name

_LONGEST: Final = 70
_TAG: Final = {SR24: "SR24", LEGACY: "SR Legacy", FNDDS: "FNDDS"}


def give_ids(foods: Sequence[SourceFood]) -> None:
    """Give each food its id: `sr:` and the NDB number, else a slug of USDA's name.

    Where two slugs meet, each takes a few letters of its name's checksum, so that neither depends on the other's place.
    """
    slugs: dict[str, list[SourceFood]] = defaultdict(list)
    for food in foods:
        if food.source == SR24:
            food.id = f"sr:{food.number}"
        else:
            slugs[slug(food.source_name)].append(food)
    for text, alike in slugs.items():
        for food in alike:
            food.id = text if len(alike) == 1 else f"{text}-{_checksum(food)}"


def slug(name: str) -> str:
    """Return a name as lower-case words joined by hyphens, at most 70 letters, cut at a word.

    >>> slug("Spinach, fresh, cooked, no added fat")
    'spinach-fresh-cooked-no-added-fat'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    text = "-".join(words)
    return text if len(text) <= _LONGEST else text[: _LONGEST + 1].rpartition("-")[0]


def _checksum(food: SourceFood) -> str:
    return hashlib.sha256(f"{food.source} {food.source_name}".encode()).hexdigest()[:4]


def tell_apart(foods: Sequence[SourceFood]) -> None:
    """Make names unique: staples keep theirs, others fall back to USDA's full words, then to the source and number."""
    fallbacks: tuple[Callable[[SourceFood], str], ...] = (
        full_name,
        lambda food: f"{full_name(food)} ({_TAG[food.source]})",
        lambda food: f"{full_name(food)} ({_TAG[food.source]} {food.number or food.id})",
    )
    for fallback in fallbacks:
        by_name: dict[str, list[SourceFood]] = defaultdict(list)
        for food in foods:
            by_name[food.name.lower()].append(food)
        for alike in by_name.values():
            first = min(alike, key=_plainest)
            for food in alike:
                if food is not first and not food.by_hand:
                    food.name = fallback(food)


def _plainest(food: SourceFood) -> tuple[bool, int, int, int, str]:
    return (not food.by_hand, -food.staple, food.missing, len(food.source_name), food.id)
