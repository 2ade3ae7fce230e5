"""Foods made for the tests of the line, and readers over them and over the shipped table."""

from functools import cache

from tracker.foods import Food, FoodTable, Portion, load_foods
from tracker.nutrients import NUTRIENTS
from tracker.parse import Item, LineReader
from tracker.search import FoodIndex


def a_food(name: str, *portions: tuple[str, float], group: str = "fruit", staple: int = 1, **more) -> Food:
    """Return a food with these portions (measure, grams of one); a measure ending in "~" is a rule of thumb."""
    made = tuple(
        Portion(measure.rstrip("~"), 1.0, grams, measure.endswith("~"), "made for a test")
        for measure, grams in portions
    )
    amounts = dict.fromkeys(NUTRIENTS) | more.pop("per_100_g", {})
    also = more.pop("also", ())
    source_name = more.pop("source_name", name)
    return Food(more.pop("id", name), name, also, group, "test", source_name, staple, amounts, made)


def reader_of(*foods: Food) -> LineReader:
    """Return a reader that knows these foods only."""
    table = FoodTable({food.id: food for food in foods})
    return LineReader(table, FoodIndex(table))


@cache
def shipped() -> LineReader:
    """Return the reader over the shipped food table."""
    table = load_foods()
    return LineReader(table, FoodIndex(table))


def only(items: list[Item]) -> Item:
    """Return the one item of a line."""
    assert len(items) == 1, [item.text for item in items]
    return items[0]
