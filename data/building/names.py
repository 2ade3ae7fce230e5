"""From USDA's names to names as people say them."""

import re
from typing import Final

from building import name_rules
from building.food import FNDDS, SourceFood

_SHOUTED: Final = re.compile(r"(?<![\w'])[A-Z][A-Z&.'-]*[A-Z](?:'S)?(?![\w])")
_SPACE: Final = re.compile(r"\s+")
#: Foods sold both salted and unsalted, whose name must say which.
_SALT_TOLD: Final = (
    "butter",
    "crackers",
    "formulated",
    "margarine",
    "mayonnaise",
    "nuts",
    "salad dressing",
    "seeds",
    "sunflower",
)


def spoken_name(food: SourceFood) -> str:
    """Return the readable name of a food, before duplicates are told apart."""
    text = _SPACE.sub(" ", food.source_name.replace(";", ",")).strip(" ,.")
    return _sentence(_fndds_name(text) if food.source == FNDDS else _release_name(text))


def full_name(food: SourceFood) -> str:
    """Return USDA's name with nothing left out but the shouting: the fallback where two foods would read alike."""
    return _sentence(quieten(re.sub(r"\s+", " ", food.source_name).strip(" ,")))


def quieten(text: str) -> str:
    """Turn brand names in capitals into title case.

    >>> quieten("KELLOGG'S SPECIAL K"), quieten("McDONALD'S, Egg McMUFFIN")
    ("Kellogg's Special K", "McDonald's, Egg McMuffin")
    """
    for pattern, brand in name_rules.BRANDS:
        text = pattern.sub(brand, text)
    text = re.sub(r"\bMc([A-Z])([A-Z]+)\b", lambda match: f"Mc{match[1]}{match[2].lower()}", text)
    return _SHOUTED.sub(_title, text)


def _title(match: re.Match[str]) -> str:
    word = match[0]
    if word in name_rules.CAPITALS or word.rstrip("'S") in name_rules.CAPITALS:
        return word
    return "".join(part[:1] + part[1:].lower() for part in re.split(r"([-.&])", word))


def parts_of(text: str) -> list[str]:
    """Split a name at its commas, but not within parentheses.

    >>> parts_of("Corn flour (harina, masa), white")
    ['Corn flour (harina, masa)', 'white']
    """
    return [part.strip() for part in re.split(r",(?![^(]*\))", text) if part.strip()]


def _fndds_name(text: str) -> str:
    for pattern, instead in name_rules.FNDDS_ORDER:
        text = pattern.sub(instead, text)
    return _joined([_reword(part) for part in parts_of(text)])


def _release_name(text: str) -> str:
    parts, tail = _off_the_shelf(parts_of(text))
    text = _joined([*_reword_all(parts), *tail])
    for pattern, instead in name_rules.ORDER:
        text = pattern.sub(instead, text)
    return quieten(_joined(parts_of(text)))


def _off_the_shelf(parts: list[str]) -> tuple[list[str], list[str]]:
    """Take leading shelves off a name; return what is left and what goes to the end instead."""
    tail: list[str] = []
    while len(parts) > 1 and parts[0].lower() in name_rules.SHELVES:
        shelf = parts[0].lower()
        if shelf in name_rules.BRANDED_SHELVES and not _is_brand(parts[1]):
            return [name_rules.BRANDED_SHELVES[shelf] or parts.pop(1), *parts[1:]], tail
        parts = parts[1:]
        if place := name_rules.PLACES.get(shelf):
            tail.append(place)
        elif shelf == "restaurant" and len(parts) > 1:
            tail.append(f"{parts[0]} restaurant")
            parts = parts[1:]
    return parts, tail


def _is_brand(part: str) -> bool:
    return (
        bool(_SHOUTED.match(part)) or part.lower() in name_rules.SHELVES or bool(re.match(r"M&M|5TH|Reese|Kit", part))
    )


def _reword_all(parts: list[str]) -> list[str]:
    """Drop and reword the parts of a release's name; the first part, the food itself, stays."""
    lowered = [part.lower() for part in parts]
    cooked = any(part.startswith("cooked") for part in lowered)
    legume = "mature seeds" in lowered and "sprouted" not in lowered
    saltless = cooked or "boiled" in lowered or not lowered[0].startswith(_SALT_TOLD)
    result = [parts[0]]
    for part, lower in zip(parts[1:], lowered[1:], strict=True):
        if (lower == "without salt" and saltless) or (lower == "drained" and "boiled" in lowered):
            continue
        if (lower == "boiled" and cooked) or (lower == "uncooked" and "dried" in lowered):
            continue
        result.append("dry" if legume and lower == "raw" else _reword(part))
    return result


def _reword(part: str) -> str:
    lower = part.lower()
    if lower in name_rules.NOISE or lower.startswith(("trimmed to", "trimmed 0", "includes ")):
        return ""
    return name_rules.REWORD.get(lower, part)


def _joined(parts: list[str]) -> str:
    """Join parts with commas, without empty ones and without one said twice."""
    seen: dict[str, str] = {}
    for part in parts:
        text = re.sub(r"\s+", " ", part).strip(" ,")
        if text:
            seen.setdefault(text.lower(), text)
    return ", ".join(seen.values())


def _sentence(text: str) -> str:
    """Begin with a capital, and go on without one where an order rule moved a first word behind another."""
    text = re.sub(r"^(Ground|Oil) [A-Z](?=[a-z])", lambda match: match[0].capitalize(), text)
    return text[:1].upper() + text[1:]
