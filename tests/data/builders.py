"""Builders for the tests of the food build."""

from building.food import DECIMALS, HELPERS, SR24, Measure, SourceFood


def source_food(name: str, /, **given: object) -> SourceFood:
    """Return a food of SR24 (or `source=`) with the amounts given by column; all others are unknown."""
    fields = {
        key: given.pop(key) for key in ("source", "number", "category", "group", "staple", "by_hand") if key in given
    }
    also = given.pop("also", ())
    measures = given.pop("measures", ())
    amounts = {**dict.fromkeys((*DECIMALS, *HELPERS)), **given}
    food = SourceFood(
        source=str(fields.get("source", SR24)),
        source_name=name,
        number=str(fields.get("number", "")),
        category=str(fields.get("category", "")),
        amounts=amounts,  # type: ignore[arg-type]
        measures=tuple(Measure(*measure) for measure in measures),  # type: ignore[attr-defined]
    )
    food.id = str(given.get("id", name.lower()))
    food.name = name
    food.group = str(fields.get("group", "other"))
    food.staple = int(str(fields.get("staple", 0)))
    food.by_hand = bool(fields.get("by_hand", False))
    food.also = list(also)  # type: ignore[call-overload]
    return food
