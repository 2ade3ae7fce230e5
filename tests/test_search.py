"""Search: lists of queries over the shipped food table, and each rule alone over a few foods made for it."""

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.foods import Food, load_foods
from tracker.nutrients import NUTRIENTS
from tracker.search import FoodIndex
from tracker.words import tokens

ROOT = Path(__file__).resolve().parent.parent
# q: what is typed; ok, no: regular expressions the name must and must not match, without regard to case.
LISTS = (ROOT / "tests/cases/search.jsonl", ROOT.parent / "shared/cases/search_dev.jsonl")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def a_food(name: str, *also: str, group: str = "vegetables", staple: int = 0, energy_kcal: float | None = None) -> Food:
    amounts = dict.fromkeys(NUTRIENTS) | {"energy_kcal": energy_kcal}
    return Food(name, name, also, group, "test", name, staple, amounts)


def names(*foods: Food, find: str, **options) -> list[str]:
    return [hit.food.name for hit in FoodIndex(foods).search(find, **options)]


@cache
def shipped() -> FoodIndex:
    return FoodIndex(load_foods())


# The shipped table


def queries(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def places(path: Path) -> Iterator[tuple[str, int | None]]:
    """Yield each query of a list and the place of the first right result, from 0; None if it is not among ten."""
    for case in queries(path):
        found = [hit.food.name for hit in shipped().search(case["q"], 10)]
        right = [place for place, name in enumerate(found) if is_right(name, case)]
        yield case["q"], right[0] if right else None


def is_right(name: str, case: dict[str, str]) -> bool:
    forbidden = case["no"] and re.search(case["no"], name, re.IGNORECASE)
    return bool(re.search(case["ok"], name, re.IGNORECASE)) and not forbidden


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_what_people_type_finds_what_they_mean(path):
    if not path.exists():
        pytest.skip("this list is not here")
    found = dict(places(path))
    not_first = [query for query, place in found.items() if place != 0]
    not_in_three = [query for query, place in found.items() if place is None or place > 2]
    assert len(not_first) <= 0.05 * len(found), not_first
    assert len(not_in_three) <= 0.02 * len(found), not_in_three


def test_our_list_is_long_enough_to_mean_something():
    assert len(queries(LISTS[0])) >= 150


def with_a_slip(word: str, rng: random.Random) -> str:
    place = rng.randrange(len(word) - 1)
    before, here, after = word[:place], word[place], word[place + 1 :]
    return rng.choice(
        (
            before + rng.choice(LETTERS) + here + after,
            before + after,
            before + rng.choice(LETTERS.replace(here, "")) + after,
            before + after[0] + here + after[1:],
        )
    )


def test_any_staple_is_found_with_one_slip_in_a_word_of_five_letters():
    rng = random.Random(20261120)
    lost, tried = [], 0
    for food in load_foods():
        words = tokens(food.name)
        long = [place for place, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
        if food.staple and long:
            tried += 1
            place = rng.choice(long)
            words[place] = with_a_slip(words[place], rng)
            query = " ".join(words)
            if food.id not in [hit.food.id for hit in shipped().search(query, 3)]:
                lost.append((query, food.name))
    assert tried > 200
    assert len(lost) <= 0.05 * tried, lost


def test_every_staple_is_found_by_its_own_name():
    lost = [
        food.name
        for food in load_foods()
        if food.staple and food.id not in [hit.food.id for hit in shipped().search(food.name, 3, partial=False)]
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("beginning", "expected"),
    {
        "e": "egg",
        "br": "bread",
        "or": "orange",
        "alm": "almond",
        "spina": "spinach",
        "wat": "water",
        "brocol": "broccoli",
    }.items(),
)
def test_a_beginning_already_finds_the_likely_food(beginning, expected):
    assert expected in shipped().search(beginning, 1)[0].food.name.lower()


# One rule at a time


@pytest.mark.parametrize(
    ("foods", "query", "first"),
    {
        "the thing itself before what it flavors": ([a_food("Almond milk"), a_food("Almonds")], "almond", "Almonds"),
        "the head of the name is the last noun": (
            [a_food("Milk bread"), a_food("Almond milk")],
            "milk",
            "Almond milk",
        ),
        "a staple before the rest": (
            [a_food("Kale, wild"), a_food("Kale, curly, red", staple=1)],
            "kale",
            "Kale, curly, red",
        ),
        "fewer words left over": (
            [a_food("Rice, brown, with peas"), a_food("Rice, brown")],
            "brown rice",
            "Rice, brown",
        ),
        "its very name": ([a_food("Kale, wild", staple=1), a_food("Kale")], "kale", "Kale"),
        "an other name is as good": (
            [a_food("Beans, white, spotted"), a_food("Eggplant", "white bean")],
            "white beans",
            "Eggplant",
        ),
        "little of an other name": (
            [a_food("Kiwi", "chinese gooseberry", staple=1), a_food("Gooseberries, raw")],
            "gooseberry",
            "Gooseberries, raw",
        ),
        "beans are eaten cooked": (
            [a_food("Beans, dry", group="legumes"), a_food("Beans, cooked", group="legumes")],
            "beans",
            "Beans, cooked",
        ),
        "fruit is eaten raw": (
            [a_food("Apple, cooked", group="fruit"), a_food("Apple, raw", group="fruit")],
            "apple",
            "Apple, raw",
        ),
        "dried beans are the dry ones": (
            [a_food("Beans, dry", group="legumes"), a_food("Beans, cooked", group="legumes")],
            "dried beans",
            "Beans, dry",
        ),
        "plain before dishes": ([a_food("Soup, pea", group="dishes"), a_food("Soup, leek")], "soup", "Soup, leek"),
        "grilled is cooked": ([a_food("Cod, fried"), a_food("Cod, cooked")], "grilled cod", "Cod, cooked"),
        "the very state before its like": (
            [a_food("Egg, baked, old"), a_food("Egg, boiled, new")],
            "boiled egg",
            "Egg, boiled, new",
        ),
        "fried stays fried": ([a_food("Egg, boiled"), a_food("Egg, fried")], "fried egg", "Egg, fried"),
        "behind a shelf stands the thing": (
            [a_food("Palak paneer"), a_food("Cheese, paneer")],
            "paneer",
            "Cheese, paneer",
        ),
        "the group is a word too": ([a_food("Cod"), a_food("Hemp", group="seeds")], "hemp seeds", "Hemp"),
        "what is unwanted is avoided": (
            [a_food("Coffee, milk"), a_food("Coffee, strong, dark, old")],
            "coffee no milk",
            "Coffee, strong, dark, old",
        ),
        "the unwanted may be named": (
            [a_food("Soup with milk"), a_food("Soup, without milk")],
            "soup without milk",
            "Soup, without milk",
        ),
        "a number is rarely part of the name": (
            [a_food("Biscuit with 2 eggs", group="dishes"), a_food("Egg, boiled")],
            "2 eggs",
            "Egg, boiled",
        ),
    }.values(),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_first_result_is_the_food_that_is_meant(foods, query, first):
    assert names(*foods, find=query)[0] == first
    assert names(*reversed(foods), find=query)[0] == first


FOODS = tuple(
    map(
        a_food,
        "Almonds|Spinach, raw|Zucchini, cooked|Milk, reduced fat, 2%|Soy milk|Buttermilk|Flaxseed|Sweet potato, baked|"
        "Jalapeno, pickled|Tofu, firm|Chocolate, dark, 70-85% cacao|Cilantro|Lentils, cooked|Potatoes, chips".split(
            "|"
        ),
    )
)


@pytest.mark.parametrize(
    ("query", "expected"),
    {
        "spinach raw": "Spinach, raw",
        "RAW SPINACH": "Spinach, raw",
        "a cup of chopped spinach, please": "Spinach, raw",
        "almond": "Almonds",
        "courgettes": "Zucchini, cooked",
        "grilled courgette": "Zucchini, cooked",
        "2 % milk": "Milk, reduced fat, 2%",
        "soymilk": "Soy milk",
        "soya milk": "Soy milk",
        "butter milk": "Buttermilk",
        "flax seeds": "Flaxseed",
        "linseed": "Flaxseed",
        "sweetpotato": "Sweet potato, baked",
        "jalapeño": "Jalapeno, pickled",
        "choc 85%": "Chocolate, dark, 70-85% cacao",
        "coriander": "Cilantro",
        "dal": "Lentils, cooked",
        "spina": "Spinach, raw",
        "2 spinach": "Spinach, raw",
        "no milk, tofu": "Tofu, firm",
    }.items(),
)
def test_words_are_found_as_people_write_them(query, expected):
    assert names(*FOODS, find=query)[0] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    {
        "almnds": "Almonds",
        "almonnds": "Almonds",
        "alnonds": "Almonds",
        "lamonds": "Almonds",
        "courgete": "Zucchini, cooked",
        "chocolat dark": "Chocolate, dark, 70-85% cacao",
        "milkks soy": "Soy milk",
        "flaxsed": "Flaxseed",
        "mlik soy": "Soy milk",
        "zuchinni": "Zucchini, cooked",
    }.items(),
)
def test_a_slip_is_forgiven_and_told(query, expected):
    hit = FoodIndex(FOODS).search(query, partial=False)[0]
    assert (hit.food.name, hit.typo, hit.missing) == (expected, True, ())


@pytest.mark.parametrize("query", ["xyzzy", "tofa", "tu", "almoooonds", "12345", "raw xyzzy", "no almonds"])
def test_what_is_like_nothing_finds_nothing(query):
    assert FoodIndex(FOODS).search(query, partial=False) == []


def test_a_known_word_is_never_corrected():
    hit = FoodIndex([a_food("Bread"), a_food("Beard, edible", staple=2)]).search("bread")[0]
    assert (hit.food.name, hit.typo) == ("Bread", False)


def test_only_an_unfinished_query_is_completed():
    index = FoodIndex(FOODS)
    assert index.search("spin")
    assert index.search("spin ") == []
    assert index.search("spin", partial=False) == []


@pytest.mark.parametrize(
    ("query", "missing"),
    {
        "smoked almonds": ("smoked",),
        "almonds xyzzy": ("xyzzy",),
        "raw spinach with gold": ("gold",),
        "sliced almonds": (),
        "3 almonds": ("3",),
        "almonds no milk": (),
        "spinach not raw no raw": ("not", "no-raw"),
    }.items(),
)
def test_words_without_an_answer_are_told(query, missing):
    assert FoodIndex(FOODS).search(query, partial=False)[0].missing == missing


@pytest.mark.parametrize(
    ("food", "query"),
    [
        (a_food("Apple", group="fruit"), "raw fresh apple"),
        (a_food("Almonds", group="nuts"), "unsalted almonds"),
        (a_food("Spinach, raw", group="greens"), "fresh spinach"),
        (a_food("Lentils, raw", group="legumes"), "dried lentils"),
        (a_food("Rice, dry", group="grains"), "uncooked rice"),
        (a_food("Rice", group="grains", staple=1), "plain rice"),
        (a_food("Tea", group="drinks", energy_kcal=1.0), "unsweetened tea"),
        (a_food("Coffee", group="drinks", energy_kcal=1.0), "black coffee"),
        (a_food("Yogurt, plain", group="dairy"), "yogurt without sugar"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_food_answers_to_what_goes_without_saying(food, query):
    assert FoodIndex([food]).search(query)[0].missing == ()


@pytest.mark.parametrize(
    ("food", "query"),
    [
        (a_food("Apple, dried", group="fruit"), "fresh apple"),
        (a_food("Almonds, salted", group="nuts"), "unsalted almonds"),
        (a_food("Lentils, cooked", group="legumes"), "dried lentils"),
        (a_food("Rice", group="grains"), "plain rice"),
        (a_food("Tea", group="drinks", energy_kcal=30.0), "unsweetened tea"),
        (a_food("Tea", group="drinks"), "unsweetened tea"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_food_does_not_answer_to_what_it_is_not(food, query):
    assert len(FoodIndex([food]).search(query)[0].missing) == 1


def test_foods_that_answer_to_all_words_come_first_and_rarer_words_count_more():
    foods = [a_food("Soup, leek, egg, rice, corn, oat, quail, beef"), a_food("Soup, leek, egg, rice, corn", staple=2)]
    found = names(*foods, find="soup leek egg rice corn oat", familiar={foods[1].id: 9999})
    assert found == [food.name for food in foods]
    foods = [a_food("Soup, pea"), a_food("Soup, leek"), a_food("Soup, leek and quail"), a_food("Quail", staple=2)]
    assert names(*foods, find="leek quail soup")[0] == "Soup, leek and quail"
    assert (
        names(*foods[1:], a_food("Soup, pea"), a_food("Soup, egg"), find="quail soup xyz")[0] == "Soup, leek and quail"
    )


def test_what_a_person_logs_often_comes_first_among_what_answers():
    foods = [a_food("Milk, whole", staple=1), a_food("Almond milk"), a_food("Almonds")]
    assert names(*foods, find="milk")[0] == "Milk, whole"
    assert names(*foods, find="milk", familiar={"Almond milk": 12, "Almonds": 99, "gone": 5})[0] == "Almond milk"
    assert "Almonds" not in names(*foods, find="milk", familiar={"Almonds": 99})
    assert names(*foods, find="milk", familiar={"Almond milk": 0, "Almonds": -3})[0] == "Milk, whole"


def test_equal_foods_stand_by_staple_then_length_then_id():
    foods = [a_food("Kale, abcd"), a_food("Kale, abc"), a_food("Kale, abb"), a_food("Kale, zzzzzz", staple=1)]
    expected = ["Kale, zzzzzz", "Kale, abb", "Kale, abc", "Kale, abcd"]
    assert names(*foods, find="kale") == expected
    assert names(*reversed(foods), find="kale") == expected


def test_many_equal_foods_keep_their_order():
    foods = [a_food(f"Kale, {number}") for number in range(100, 900)]
    assert names(*reversed(foods), find="kale", limit=30) == [food.name for food in foods[:30]]


@pytest.mark.parametrize("limit", [-1, 0, 1, 2, 3, 50])
def test_no_more_than_asked_are_returned_and_they_are_the_best(limit):
    foods = [a_food("Kale, c"), a_food("Kale"), a_food("Kale, b")]
    assert names(*foods, find="kale", limit=limit) == ["Kale", "Kale, b", "Kale, c"][: max(limit, 0)]


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "😀", '"', "' OR 1=1 --", "x" * 10_000, "almond " * 2_000, "*", "%", "²"]
)
def test_no_text_is_too_odd(text):
    for partial in (True, False):
        shipped().search(text, partial=partial)
        assert FoodIndex([]).search(text, partial=partial) == []


@given(st.text(max_size=60), st.booleans())
def test_scores_fall_and_no_food_stands_twice_whatever_is_typed(text, partial):
    hits = shipped().search(text, 20, partial=partial)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.food.id for hit in hits}) == len(hits)
