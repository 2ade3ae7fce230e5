"""Foods in order: worked by hand, and against a sort that anybody would write."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.food_columns import FoodColumns, Per
from tracker.foods import GROUPS, OWN_PREFIX, Food, Portion, load_foods
from tracker.nutrients import NUTRIENTS
from tracker.overlay import LayeredIndex
from tracker.ranking import (
    PAGE_ROWS,
    RANKED_KEYS,
    GroupRank,
    Ranking,
    Wanted,
    grams_of_100_kcal,
    group_rank,
    ranked,
    shown_page,
    why_unknown,
)
from tracker.search import FoodIndex


def food(name: str, *, id: str = "", group: str = "other", portion_g: float | None = None, **amounts: Any) -> Food:  # noqa: A002
    portions = () if portion_g is None else (Portion("cup", 1.0, portion_g, False, "weighed"),)
    known = {key: amounts.get(key) for key in NUTRIENTS}
    staple = amounts.get("staple", 0)
    return Food(id or name.lower(), name, (), group, "USDA", name, staple, known, portions)


def list_of(foods: Iterable[Food], wanted: Wanted = Wanted(), own: Iterable[Food] = ()) -> Ranking:  # noqa: B008
    foods, own = list(foods), list(own)
    return ranked(FoodColumns.of(foods).with_own(own), LayeredIndex(FoodIndex(foods), FoodIndex(own)), wanted)


def rows(ranking: Ranking) -> list[tuple[str, float | None]]:
    found = [ranking.page(number) for number in range(1, ranking.pages + 1)]
    return [(row.food.name, row.figure) for page in found for row in page]


def names(ranking: Ranking) -> list[str]:
    return [name for name, _ in rows(ranking)]


# 100 g of each: magnesium, energy; then what the usual portion weighs.
KITCHEN = (
    food("Almonds", group="nuts", magnesium_mg=280.0, energy_kcal=560.0, portion_g=30.0, staple=2),
    food("Spinach", group="greens", magnesium_mg=80.0, energy_kcal=20.0, portion_g=180.0, staple=2),
    food("Walnuts", group="nuts", magnesium_mg=160.0, energy_kcal=640.0, portion_g=30.0, staple=1),
    food("Tea", group="drinks", magnesium_mg=3.0, energy_kcal=1.0, portion_g=250.0),
    food("Oil", group="fats", magnesium_mg=0.0, energy_kcal=900.0, portion_g=14.0),
    food("Wrap", group="dishes", energy_kcal=200.0, portion_g=200.0),
    food("Moss", group="greens", magnesium_mg=40.0),
)


@pytest.mark.parametrize(
    ("per", "expected"),
    [
        (
            "100g",
            [
                ("Almonds", 280.0), ("Walnuts", 160.0), ("Spinach", 80.0), ("Moss", 40.0), ("Tea", 3.0), ("Oil", 0.0),
                ("Wrap", None),
            ],
        ),
        # 80 x 1.8, 280 x 0.3, 160 x 0.3, 3 x 2.5; Moss has no portion.
        (
            "portion",
            [
                ("Spinach", 144.0), ("Almonds", 84.0), ("Walnuts", 48.0), ("Tea", 7.5), ("Oil", 0.0), ("Moss", None),
                ("Wrap", None),
            ],
        ),
        # 80 / 0.2, 280 / 5.6, 160 / 6.4; nobody has 100 kcal of tea.
        (
            "100kcal",
            [
                ("Spinach", 400.0), ("Almonds", 50.0), ("Walnuts", 25.0), ("Oil", 0.0), ("Moss", None), ("Tea", None),
                ("Wrap", None),
            ],
        ),
    ],
)  # fmt: skip
def test_the_most_comes_first_a_true_zero_after_all_else_and_what_is_unknown_last_by_name(
    per: Per, expected: list[tuple[str, float | None]]
):
    ranking = list_of(KITCHEN, Wanted(per=per))
    found = rows(ranking)
    assert [name for name, _ in found] == [name for name, _ in expected]
    assert [figure for _, figure in found] == [
        None if figure is None else pytest.approx(figure) for _, figure in expected
    ]
    assert ranking.unknown == sum(figure is None for _, figure in expected)


@pytest.mark.parametrize(
    ("name", "key", "per", "why"),
    [
        ("Wrap", "magnesium_mg", "100g", "not measured"),
        ("Wrap", "magnesium_mg", "portion", "not measured"),
        ("Moss", "magnesium_mg", "portion", "no usual portion"),
        ("Moss", "magnesium_mg", "100kcal", "energy not measured"),
        ("Tea", "magnesium_mg", "100kcal", "hardly any energy"),
    ],
)
def test_a_figure_that_is_missing_is_explained(name: str, key: str, per: Per, why: str):
    (found,) = (one for one in KITCHEN if one.name == name)
    assert why_unknown(found, key, per) == why


@pytest.mark.parametrize(("energy_kcal", "figure"), [(4.0, None), (5.0, 60.0), (0.0, None)])
def test_a_food_of_4_kcal_or_less_has_no_figure_for_100_kcal(energy_kcal: float, figure: float | None):
    # 3 mg in 5 kcal are 60 mg in 100 kcal.
    thin = food("Thin", magnesium_mg=3.0, energy_kcal=energy_kcal)
    assert rows(list_of([thin], Wanted(per="100kcal"))) == [("Thin", figure)]


def test_a_list_of_zeros_is_known_as_one():
    oil, salt = (food(name, magnesium_mg=0.0, portion_g=10.0) for name in ("Oil", "Salt"))
    wrap = food("Wrap", portion_g=200.0)
    assert list_of([oil, salt, wrap]).is_all_zero
    assert not list_of([oil, *KITCHEN]).is_all_zero
    assert not list_of([wrap]).is_all_zero
    assert not list_of([]).is_all_zero


def test_equals_stand_by_name_then_id_whatever_the_order_of_the_table():
    same = [food(name, id=food_id, magnesium_mg=5.0) for name, food_id in (("b", "1"), ("A", "3"), ("a", "2"))]
    for foods in (same, same[::-1]):
        assert [row.food.id for row in list_of(foods, Wanted(per="100g")).page(1)] == ["2", "3", "1"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(group="nuts", per="100g"), ["Almonds", "Walnuts"]),
        (Wanted(group="eggs"), []),
        (Wanted(everyday=True), ["Spinach", "Almonds", "Walnuts"]),
        (Wanted(among=({"tea", "oil", "gone", "wrap"},)), ["Tea", "Oil", "Wrap"]),
        (Wanted(among=({"tea", "oil"}, {"oil", "moss"})), ["Oil"]),
        (Wanted(among=(set(),)), []),
        (Wanted(order="name"), ["Almonds", "Moss", "Oil", "Spinach", "Tea", "Walnuts", "Wrap"]),
        # Without words there is nothing to match.
        (Wanted(order="match"), ["Almonds", "Moss", "Oil", "Spinach", "Tea", "Walnuts", "Wrap"]),
        (Wanted(words="  "), ["Spinach", "Almonds", "Walnuts", "Tea", "Oil", "Moss", "Wrap"]),
    ],
)
def test_a_list_is_narrowed_and_ordered(wanted: Wanted, expected: list[str]):
    assert names(list_of(KITCHEN, wanted)) == expected


def test_words_find_what_the_search_finds_in_its_order_or_ranked():
    foods = load_foods()
    columns, index = FoodColumns.of(foods), FoodIndex(foods)
    by_match = ranked(columns, index, Wanted(words="cooked spinach", order="match"))
    assert names(by_match)[0] == "Spinach, cooked"
    every = [hit for hit in index.search("cooked spinach", len(foods)) if not hit.missing]
    assert names(by_match) == [hit.food.name for hit in every]
    by_value = rows(ranked(columns, index, Wanted(words="cooked spinach", per="100g")))
    assert sorted(name for name, _ in by_value) == sorted(names(by_match))
    figures = [figure for _, figure in by_value if figure is not None]
    assert figures == sorted(figures, reverse=True)
    assert names(ranked(columns, index, Wanted(words="qqqqzzzz"))) == []


def test_foods_that_lack_one_of_the_words_are_left_out_when_others_have_all():
    foods = [food("Spinach, cooked", magnesium_mg=1.0), food("Spinach, raw", magnesium_mg=9.0)]
    assert names(list_of(foods, Wanted(words="cooked spinach", per="100g"))) == ["Spinach, cooked"]


@pytest.mark.parametrize(
    ("words", "answered", "first"),
    [
        ("", "all", "Spinach"),
        ("almonds", "all", "Almonds"),
        ("almnods", "spelling", "Almonds"),
        ("almonds zzzqq", "part", "Almonds"),
        ("almnods zzzqq", "part", "Almonds"),
        ("zzzqq", "all", None),
    ],
)
def test_a_ranking_says_how_well_its_foods_answer_to_the_words(words: str, answered: str, first: str | None):
    ranking = list_of(KITCHEN, Wanted(words=words))
    assert ranking.answered == answered
    assert next(iter(names(ranking)), None) == first


@pytest.mark.parametrize(
    ("energy_kcal", "grams"), [(50.0, 200.0), (5.0, 2000.0), (4.0, None), (0.0, None), (None, None)]
)
def test_what_100_kcal_of_a_food_weigh(energy_kcal: float | None, grams: float | None):
    assert grams_of_100_kcal(food("Thing", energy_kcal=energy_kcal)) == grams


def test_own_foods_stand_among_the_others_by_figure_and_by_name():
    own = [
        food("almond bar", id=f"{OWN_PREFIX}1", magnesium_mg=200.0, portion_g=40.0, staple=2),
        food("Zebra cake", id=f"{OWN_PREFIX}2", staple=2),
        food("Almonds", id=f"{OWN_PREFIX}3", magnesium_mg=280.0, portion_g=30.0, staple=2),
    ]
    assert names(list_of(KITCHEN, Wanted(order="name"), own)) == [
        "almond bar", "Almonds", "Almonds", "Moss", "Oil", "Spinach", "Tea", "Walnuts", "Wrap", "Zebra cake",
    ]  # fmt: skip
    by_portion = list_of(KITCHEN, Wanted(), own)
    assert names(by_portion)[:5] == ["Spinach", "Almonds", "Almonds", "almond bar", "Walnuts"]
    assert [row.food.id for row in by_portion.page(1)][1:3] == ["almonds", f"{OWN_PREFIX}3"]
    assert names(list_of(KITCHEN, Wanted(words="zebra"), own)) == ["Zebra cake"]
    assert names(list_of(KITCHEN, Wanted(everyday=True, among=({f"{OWN_PREFIX}1"},)), own)) == ["almond bar"]


@pytest.mark.parametrize(
    ("name", "key", "expected"),
    [
        ("a", "magnesium_mg", GroupRank(1, 3)),
        ("b", "magnesium_mg", GroupRank(1, 3)),  # as much as the first
        ("c", "magnesium_mg", GroupRank(3, 3)),
        ("d", "magnesium_mg", None),
        ("e", "magnesium_mg", GroupRank(1, 1)),  # alone in its group, though others have more
        ("a", "calcium_mg", None),
        ("gone", "magnesium_mg", None),
    ],
)
def test_a_food_has_a_rank_among_those_of_its_group_with_a_value(name: str, key: str, expected: GroupRank | None):
    foods = [food(one, group="nuts", magnesium_mg=mg) for one, mg in zip("abcd", (9.0, 9.0, 0.0, None), strict=True)]
    columns = FoodColumns.of([*foods, food("e", group="seeds", magnesium_mg=1.0)])
    assert group_rank(columns, name, key) == expected


@pytest.mark.parametrize(
    ("count", "pages", "lengths"), [(0, 1, [0]), (1, 1, [1]), (50, 1, [50]), (51, 2, [50, 1]), (120, 3, [50, 50, 20])]
)
def test_a_list_has_pages_of_50_rows(count: int, pages: int, lengths: list[int]):
    ranking = list_of([food(f"{number:03}", magnesium_mg=1.0) for number in range(count)])
    assert (len(ranking), ranking.pages) == (count, pages)
    assert [len(ranking.page(number)) for number in range(1, pages + 1)] == lengths
    assert ranking.page(0) == ranking.page(-1) == ranking.page(pages + 1) == ()
    assert [shown_page(ranking, asked) for asked in (-3, 1, pages, pages + 7)] == [1, 1, pages, pages]


AMOUNTS = st.none() | st.sampled_from((0.0, 1.0, 2.5, 4.0, 5.0, 100.0))


@st.composite
def tables(draw: st.DrawFn) -> list[Food]:
    """Draw foods whose names and figures are often the same."""
    count = draw(st.integers(0, 2 * PAGE_ROWS + 5))
    return [
        food(
            draw(st.sampled_from("aAbBcC")),
            id=f"{OWN_PREFIX if draw(st.booleans()) else 'sr:'}{number}",
            group=draw(st.sampled_from(GROUPS[:3])),
            portion_g=draw(st.sampled_from((None, 10.0, 30.0))),
            magnesium_mg=draw(AMOUNTS),
            energy_kcal=draw(AMOUNTS),
            staple=draw(st.integers(0, 2)),
        )
        for number in range(count)
    ]


def naive_figure(one: Food, per: Per) -> float | None:
    magnesium_mg, energy_kcal = one.per_100_g["magnesium_mg"], one.per_100_g["energy_kcal"]
    if magnesium_mg is None:
        return None
    if per == "100g":
        return magnesium_mg
    if per == "portion":
        return None if one.usual_portion is None else magnesium_mg * one.usual_portion.grams / 100
    return None if energy_kcal is None or energy_kcal <= 4 else 100 * magnesium_mg / energy_kcal


@given(
    foods=tables(),
    per=st.sampled_from(("portion", "100g", "100kcal")),
    group=st.sampled_from((None, *GROUPS[:3])),
    everyday=st.booleans(),
)
def test_a_ranking_is_what_a_plain_sort_makes_and_its_pages_part_it(
    foods: list[Food], per: Per, group: str | None, everyday: bool
):
    own = [one for one in foods if one.is_own]
    ranking = list_of([one for one in foods if not one.is_own], Wanted(per=per, group=group, everyday=everyday), own)
    wanted = [one for one in foods if group in (None, one.group) and (one.staple > 0 or not everyday)]
    figures = {one.id: naive_figure(one, per) for one in wanted}
    known = sorted(
        (one for one in wanted if figures[one.id] is not None),
        key=lambda one: (-(figures[one.id] or 0.0), one.name.casefold(), one.id),
    )
    unknown = sorted((one for one in wanted if figures[one.id] is None), key=lambda one: (one.name.casefold(), one.id))
    pages = [ranking.page(number) for number in range(1, ranking.pages + 1)]
    found = [(row.food.id, row.figure) for page in pages for row in page]
    assert found == [(one.id, figures[one.id]) for one in (*known, *unknown)]
    assert (len(ranking), ranking.unknown) == (len(wanted), len(unknown))
    assert all(len(page) == PAGE_ROWS for page in pages[:-1])


def test_every_food_of_the_table_is_ranked_by_everything_on_offer():
    foods = load_foods()
    columns, index = FoodColumns.of(foods), FoodIndex(foods)
    for key in RANKED_KEYS:
        ranking = ranked(columns, index, Wanted(key=key, per="100g"))
        assert len(ranking) == len(foods)
        assert ranking.unknown == sum(one.per_100_g[key] is None for one in foods)
