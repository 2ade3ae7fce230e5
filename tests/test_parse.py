"""The line of text over the shipped table: lists of lines as people write them, and each rule in a sentence."""

import json
import math
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_entry
from tests.line_reader import only, shipped
from tracker.entries import Usage
from tracker.foods import load_foods
from tracker.overlay import Foods
from tracker.own_food import own_food, own_portion
from tracker.parse import Item, LineReader
from tracker.saved_meal import saved_meal

ROOT = Path(__file__).resolve().parent.parent
# line; items: ok, no: regular expressions the food's name must and must not match; g: accepted grams, [null, null] =
# must be asked or proposed as approximate; supplement, amount: key of nutrients and what it gives; ask: must be asked.
LISTS = (ROOT / "tests/cases/meals.jsonl", ROOT.parent / "shared/cases/meals_dev.jsonl")
MOST_NEEDLESS_QUESTIONS = 0.03


def cases(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def wrong(item: Item, expected: dict[str, Any] | None) -> str | None:
    """Return what is wrong with an item that is ready; None when it is right."""
    if expected is None or expected.get("ask"):
        return "ready, not asked"
    if "supplement" in expected:
        given_amount = (item.nutrients or {}).get(expected["supplement"])
        right = item.kind == "supplement" and given_amount == pytest.approx(expected["amount"])
        return None if right else f"gives {given_amount}"
    name, grams = item.name or "", item.grams or 0.0
    if item.kind == "supplement" or not re.search(expected["ok"], name, re.IGNORECASE):
        return f"is {name}"
    if expected["no"] and re.search(expected["no"], name, re.IGNORECASE):
        return f"is {name}"
    if expected["g"] == [None, None]:
        return None if item.approximate else "ready without an amount"
    return None if expected["g"][0] <= grams <= expected["g"][1] else f"{grams:.0f} g"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_on_lines_as_people_write_them_nothing_is_ready_and_wrong(path: Path) -> None:
    if not path.exists():
        pytest.skip("the list is not there")
    failures, needless, count = [], [], 0
    for case in cases(path):
        items = shipped().read(case["line"])
        if len(items) != len(case["items"]):
            failures.append(f"{case['line']!r}: {len(items)} items")
        for item, expected in zip(items, case["items"], strict=False):
            count += 1
            if item.status == "ready":
                failures += [f"{case['line']!r}: {what}"] if (what := wrong(item, expected)) else []
            elif not (expected.get("ask") or expected.get("g") == [None, None]):
                needless.append(f"{case['line']!r}: {item.reason}")
    assert failures == []
    assert len(needless) <= MOST_NEEDLESS_QUESTIONS * count, needless


def test_the_own_list_is_long_enough() -> None:
    assert len(cases(LISTS[0])) >= 120


def test_the_day_of_the_issue_is_ready_at_once() -> None:
    line = (
        "1 cup oatmeal with 250 ml milk, a banana, 30 g almonds, 2 coffees, 150 g cooked spinach, 120 g baked salmon,"
        " 1 cup brown rice, 100 g black beans, 1 tbsp pumpkin seeds, 20 g dark chocolate, 1.5 L water"
    )
    items = shipped().read(line)
    assert [item.status for item in items] == ["ready"] * 12
    assert items[6].grams == pytest.approx(120)
    assert items[11].grams == pytest.approx(1500)


def test_an_amount_that_is_not_said_is_proposed_and_asked() -> None:
    item = only(shipped().read("almonds"))
    assert (item.status, item.confirmable, item.approximate) == ("ask", False, True)
    assert item.grams is not None


def test_the_persons_last_amount_is_proposed_before_the_usual_portion() -> None:
    almonds = only(shipped().read("30 g almonds")).food_id
    assert almonds is not None
    usage = {almonds: Usage(almonds, 12, 45.0, "g", 45.0)}
    item = only(shipped().read("almonds", familiar=usage))
    assert (item.status, item.amount, item.measure, item.grams) == ("ask", 45.0, "g", 45.0)


@pytest.mark.parametrize(("line", "kind"), [("250 ml milk", "drink"), ("30 g almonds", "food"), ("soup 300 g", "food")])
def test_what_is_drunk_as_such_is_a_drink(line: str, kind: str) -> None:
    assert only(shipped().read(line)).kind == kind


def test_a_question_still_carries_the_best_proposal() -> None:
    item = only(shipped().read("3-4 eggs"))
    assert (item.status, item.kind, item.amount) == ("ask", "food", 3.5)
    assert item.nutrients is not None
    assert item.choices
    assert len(item.choices) <= 5


def test_what_follows_and_may_be_the_rest_of_a_name() -> None:
    items = shipped().read("30 g almonds and xyzzy")
    assert [item.status for item in items] == ["ask", "ask"]


def test_a_cup_of_what_is_eaten_raw_and_cooked_is_asked_about() -> None:
    item = only(shipped().read("1 cup spinach"))
    assert item.status == "ask"
    assert "cooked" in (item.reason or "")
    assert only(shipped().read("100 g spinach")).status == "ready"
    assert only(shipped().read("1 cup cooked spinach")).status == "ready"


@pytest.mark.parametrize(
    "line", ["1 can chickpeas", "a 400 g can of tomatoes", "400g tin tomatoes", "half a can of black beans"]
)
def test_what_comes_in_a_can_is_canned(line: str) -> None:
    assert "canned" in (only(shipped().read(line)).name or "")


@pytest.mark.parametrize(
    ("line", "statuses"),
    [
        ("200 g rice and beans", ["ask", "ask"]),
        ("black beans and rice 250 g", ["ask", "ask"]),
        ("2 eggs and toast", ["ready", "ask"]),
        ("200 g rice and 100 g beans", ["ready", "ready"]),
    ],
)
def test_a_weight_said_once_of_two_foods_that_make_one_is_asked_about(line: str, statuses: list[str]) -> None:
    assert [item.status for item in shipped().read(line)] == statuses


@pytest.mark.parametrize(
    "line",
    [
        "1 orange slice",  # an orange has no slices in the table: no whole orange
        "6 potato wedges",
        "2 slices of bread with cheese",  # no cheese bread
        "4 crackers w cheese",  # no cheese crackers
        "cup of cocoa",  # no cup of powder
        "2. eggs",
        "risotto 250 g",  # no ricotta
        "lean ground beef 5 oz",  # only raw in the table
    ],
)
def test_what_was_said_is_never_dropped_or_taken_for_something_near(line: str) -> None:
    assert only(shipped().read(line)).status == "ask"


@pytest.mark.parametrize("line", ["banana small 1", "1 banana small", "1 small banana"])
def test_a_size_counts_wherever_it_stands(line: str) -> None:
    assert only(shipped().read(line)).measure == "small"


@pytest.mark.parametrize("line", ["2 egg omelette", "3 bean salad", "4 cheese pizza"])
def test_a_number_that_may_count_what_is_inside_is_asked_about(line: str) -> None:
    assert only(shipped().read(line)).status == "ask"


def test_the_pint_is_imperial_when_set_so() -> None:
    american = only(shipped().read("1 pint water")).grams
    imperial = only(shipped().read("1 pint water", pint_ml=568.3)).grams
    assert american == pytest.approx(473.2)
    assert imperial == pytest.approx(568.3)


@pytest.mark.parametrize(
    ("line", "confirmable"),
    [("5 kg bread", True), ("30000 kg almonds", False), ("vitamin d 50000 IU", True), ("3 flurbs of spinach", False)],
)
def test_only_an_implausible_amount_can_be_confirmed(line: str, confirmable: bool) -> None:
    item = only(shipped().read(line))
    assert (item.status, item.confirmable) == ("ask", confirmable)


def test_a_very_long_line_is_read_too() -> None:
    assert shipped().read("a" * 10_000)[0].status == "ask"
    assert len(shipped().read("30 g almonds\n" * 200)) == 200


@pytest.mark.parametrize(
    "line", ["a hanful of almnds", "hanful of almnds", "1 hanful of almonds", "handfil of almonds"]
)
def test_a_mistyped_measure_is_asked_as_that_measure_and_counts_no_pieces(line: str) -> None:
    item = only(shipped().read(line))
    assert (item.status, item.name, item.measure, item.amount) == ("ask", "Almonds", "handful", 1.0)


@pytest.mark.parametrize(
    ("line", "name", "measure"),
    [
        ("tuna can", "Tuna, canned in water, drained", "can"),
        ("lentil soup, big bowl", "Lentil soup", "bowl"),
        ("porridge large bowl", "Oatmeal, cooked", "bowl"),
        ("coffee with milk", "Coffee, brewed", "cup"),
        ("coffee w/ oat milk", "Coffee, brewed", "cup"),
        ("peanut butter toast x2", "White bread, toasted", "slice"),
        ("pb", "Peanut butter, smooth", "tbsp"),
    ],
)
def test_what_is_asked_is_proposed_as_the_plain_thing(line: str, name: str, measure: str) -> None:
    item = only(shipped().read(line))
    assert (item.status, item.name, item.measure) == ("ask", name, measure)


@pytest.mark.parametrize("line", ["spinach 2 cups raw not cooked", "spinach, not cooked, 2 cups"])
def test_what_is_not_cooked_is_raw(line: str) -> None:
    assert only(shipped().read(line)).name == "Spinach, raw"


def test_millilitres_with_three_digits_behind_the_point_are_asked_with_and_without_their_unit() -> None:
    for line in ("50.101 water", "50.101 ml water"):
        assert only(shipped().read(line)).status == "ask", line


# A machine's own lines


def check(items: list[Item]) -> None:
    """Hold what is true of every item: figures that can be saved or none, and ready only with food and weight."""
    for item in items:
        json.dumps(item.as_json(), allow_nan=False)
        for figure in (item.amount, item.grams):
            assert figure is None or (math.isfinite(figure) and figure > 0)
        assert all(value is None or value >= 0 for value in (item.nutrients or {}).values())
        assert (item.status == "ready") == (item.reason is None)
        if item.status == "ready" and item.kind != "supplement":
            assert item.food_id is not None or item.kind == "meal"
            assert item.grams is not None


def check_reads_back(item: Item, reader: LineReader) -> None:
    for text in (f"{item.amount} {item.measure} {item.name}", f"{item.grams} g {item.name}"):
        back = only(reader.read(text))
        assert back.status == "ready", text
        assert back.grams == pytest.approx(item.grams, rel=1e-9), text


@cache
def with_own() -> LineReader:
    """Return the reader with own foods and saved meals laid over, their names made of what lines are made of."""
    own = [own_food(name, {"magnesium_mg": 100.0}, portions=(own_portion("bar", 50),)) for name in OWN_FOODS]
    meals = [saved_meal(name, [an_entry(grams=40.0), an_entry(grams=160.0)]) for name in SAVED_MEALS]
    return Foods.of(load_foods()).with_own(own, meals).reader


READERS = st.sampled_from([shipped, with_own])
SIGNS = "0123456789 ½¼.,;:+-–/x×*()%&\n aegltmobnd'•#@"


@given(st.text(max_size=80) | st.text(SIGNS, max_size=60), READERS)
def test_any_text_is_read_without_an_error(line: str, reader: Callable[[], LineReader]) -> None:
    check(reader().read(line))


OWN_FOODS = ("50/50 mix", "Half & Half 2% (Aldi)", "Cup of joy", "2 x 250 ml shake", "8am bar", "Crunchola")
SAVED_MEALS = ("my porridge", "2 eggs on toast", "No breakfast")
NUMBERS = (
    "1|2|3.5|1/2|½|1½|two|a|half|half a|a dozen|2-3|1,500|1,5|30|250|0|-3|1e3|2 x|x2|0.001|99999|1,000|٣|1/0|some"
).split("|")
UNITS = (
    "|g|kg|ml|l|cup|cups|tbsp|oz|fl oz|slices|slice of|handful of|can of|glass of|pint of|small|large|x|of|iu|mcg|dl"
    "|bowl of|piece|pieces|bottle of|heaped tbsp|pot of|pinch of|serving of|lb|pint|cl|mg|each|wedge|leaf|bar"
).split("|")
FOODS = (
    "almonds|water|cooked spinach|spinach|eggs|banana|brown rice|Spinach, cooked|salmon|orange juice|coffee|avocado"
    "|salt|7up|dark chocolate 85%|whole wheat bread|2% milk|mac and cheese|olive oil|tofu|pizza|xyzzy|magnesium"
    "|vitamin d3|honey|beer|black beans, canned|Kale, raw|yogurt|walnuts, chopped|walnut halves|cherry tomatoes"
).split("|")
figures = st.builds(
    "{}{}{}{}".format,
    st.integers(0, 1200),
    st.sampled_from(["", ".", ",", " ", "/", "-", " x ", ":", "'", " 1/"]),
    st.integers(0, 1200),
    st.sampled_from(["", "am", ")", ".", "%"]),
)
numbers = st.sampled_from(NUMBERS) | st.integers(0, 3000).map(str) | figures
foods = st.sampled_from([*FOODS, *OWN_FOODS, *SAVED_MEALS])
heads = st.sampled_from(["", "", "breakfast: ", "8am ", "at 10 ", "- ", "1. ", "I had ", "about "])
parts = st.tuples(numbers, st.sampled_from(UNITS), foods, heads).flatmap(
    lambda words: st.sampled_from((words[:3], (words[2], *words[:2]))).map(lambda order: words[3] + " ".join(order))
)
joints = st.sampled_from([", ", " and ", "; ", " with ", " + ", "\n", " & ", " "])


@given(st.lists(st.tuples(parts, joints), min_size=1, max_size=4), READERS)
def test_what_is_ready_reads_back_to_the_same_grams(
    pieces: list[tuple[str, str]], reader: Callable[[], LineReader]
) -> None:
    items = reader().read("".join(part + joint for part, joint in pieces))
    check(items)
    for item in items:
        if item.status == "ready" and item.kind != "supplement":
            check_reads_back(item, reader())


@pytest.mark.parametrize(
    "line",
    [
        "1 cup chopped kale, raw",
        "1/4 tsp cooked wild rice",
        "1½ ml cooked wild rice",
        "1 cup sliced almonds",
        "2 ears of corn",
        "3 asparagus spears",
        "2 lobster tails",
        "1 cup cherry tomatoes",
        "a pinch of salt",
        "1/3 cup cooked quinoa",
        "half a slice of pizza",
        "2 large eggs",
        "a small glass of orange juice",
        "1 pint of beer",
    ],
)
def test_every_kind_of_measure_reads_back(line: str) -> None:
    item = only(shipped().read(line))
    if item.status == "ready":
        check_reads_back(item, shipped())
