"""What is known of a food, as HTML tables: its values, where it stands in its group, its portions, where it is from."""

from datetime import date
from typing import Final

from tracker.food_columns import FoodColumns
from tracker.foods import Food, Portion
from tracker.nutrients import NUTRIENTS, scaled
from tracker.ranking import GroupRank, group_rank
from tracker.ui.food_filters import GROUP_NAMES
from tracker.ui.text import WATER, amount, date_words, html, label, said, second_unit, weight_words

NO_BREAK: Final = "\u00a0"
_NOT_MEASURED: Final = "not measured"
_IN_100_G: Final = f"In 100{NO_BREAK}g"
# In the order of the page: what people open the app for, then the rest.
_KEYS: Final = (
    "magnesium_mg",
    "vitamin_d_ug",
    "water_g",
    "fiber_g",
    "calcium_mg",
    "potassium_mg",
    "energy_kcal",
    "protein_g",
    "sodium_mg",
    "alcohol_g",
    "caffeine_mg",
)
STYLE: Final = """<style>
.ff{width:100%;border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;margin-top:.75rem}
.ff caption{text-align:left;font-weight:600;padding:.5rem 0 .2rem;caption-side:top;color:inherit}
.ff th,.ff td{padding:.35rem .3rem;border:0;border-top:1px solid color-mix(in srgb,currentColor 22%,transparent);
text-align:right;vertical-align:top;font-weight:400}
.ff thead th{font-weight:600;border-top:0;vertical-align:bottom}
.ff th:first-child{text-align:left}.ff tbody th{font-weight:600}
.ff small{display:block;font-size:.8rem}.ff em{font-style:italic}
.ff td,.ff th{overflow-wrap:break-word}.ff td:last-child{overflow-wrap:anywhere}
.ff td:not(:last-child){white-space:nowrap}
</style>"""


def head_html(food: Food, last: date | None, today: date) -> str:
    """Return the group of a food, when it was last logged, and where its values are from."""
    source = "your own food, from its label" if food.is_own else f"{food.source}: “{food.source_name}”"
    lines = (
        f"{GROUP_NAMES[food.group]} · {_logged_words(last, today)}",
        f"{source} · id {food.id}",
    )
    return "".join(f'<p style="margin:0;font-size:.875rem;overflow-wrap:anywhere">{html(line)}</p>' for line in lines)


def _logged_words(last: date | None, today: date) -> str:
    if last is None:
        return "never logged"
    if last == today:
        return "last logged today"
    return f"last logged {date_words(last)}{f' {last.year}' if last.year != today.year else ''}"


def facts_html(food: Food, columns: FoodColumns) -> str:
    """Return all values of a food with its rank in its group, and its portions. columns: of all foods."""
    return STYLE + _values_html(food, columns) + _portions_html(food)


def _values_html(food: Food, columns: FoodColumns) -> str:
    usual = food.usual_portion
    of_portion = None if usual is None else scaled(food.per_100_g, usual.grams, NUTRIENTS)
    heads = [_IN_100_G, *([] if usual is None else [_portion_words(usual)]), f"In its group, by 100{NO_BREAK}g"]
    head = "".join(f'<th scope="col">{html(words)}</th>' for words in heads)
    rows = []
    for key in _KEYS:
        cells = [_value_html(key, food.per_100_g.get(key))]
        if of_portion is not None:
            cells.append(_value_html(key, of_portion[key]))
        cells.append(html(rank_words(group_rank(columns, food.id, key), food.per_100_g.get(key))))
        name = html(label(WATER if key == "water_g" else key))
        rows.append(f'<tr><th scope="row">{name}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>')
    return (
        f'<table class="ff"><caption>All values</caption><thead><tr><th scope="col">Nutrient</th>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _value_html(key: str, value: float | None) -> str:
    if value is None:
        return f"<em>{_NOT_MEASURED}</em>"
    shown = WATER if key == "water_g" else key
    second = second_unit(shown, value) if key == "vitamin_d_ug" else ""
    return html(amount(shown, value)) + (f"<small>{html(second)}</small>" if second else "")


def rank_words(rank: GroupRank | None, value: float | None) -> str:
    """Return a place in a group: "3rd of 84"; a dash where there is none, as among those that have nothing of it."""
    return f"{ordinal(rank.rank)} of {rank.count:,}" if rank is not None and value else "–"


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th, 21st, ..."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def _portion_words(portion: Portion) -> str:
    return f"In {said(portion.amount, portion.measure)}, {portion_weight(portion)}"


def portion_weight(portion: Portion) -> str:
    """Return what a portion weighs, on one line; of a rule of thumb only about, and no decimals."""
    words = f"about {weight_words(portion.grams)}" if portion.approximate else weight_words(portion.grams, 1)
    return words.replace(" ", NO_BREAK)


def _portions_html(food: Food) -> str:
    if not food.portions:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{html(said(portion.amount, portion.measure))}</th>'
        f"<td>{html(portion_weight(portion))}</td>"
        f"<td>{html('from its label' if food.is_own else portion.source)}</td></tr>"
        for portion in food.portions
    )
    return (
        '<table class="ff"><caption>Portions, the usual one first</caption><thead><tr><th scope="col">Portion</th>'
        f'<th scope="col">Weight</th><th scope="col">Source</th></tr></thead><tbody>{rows}</tbody></table>'
    )
