"""All foods on the Foods page: the address makes the list, a food opens, is logged, undone, starred."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tracker.again import meals, own_foods
from tracker.again.stars import star, starred
from tracker.diary import Diary
from tracker.entries import Entry, entry_of_food
from tracker.foods import Food, FoodTable, load_foods
from tracker.own_food import OwnFood, own_food, own_portion
from tracker.ranking import GroupRank
from tracker.saved_meal import SavedMeal
from tracker.settings import Settings
from tracker.ui.food_facts import ordinal, rank_words
from tracker.units import Units

NewApp = Callable[..., AppTest]
NASTY = "<b>x</b> *y* $z$ :red[r] [a](javascript:1)"
SPINACH, ALMONDS, BEANS = "sr:11458", "sr:12061", "sr:16015"


@pytest.fixture(scope="module")
def table() -> FoodTable:
    return load_foods()


def foods_page(new_app: NewApp, **parameters: str) -> AppTest:
    app = new_app(**parameters).switch_page("pages/foods.py").run()
    assert not app.exception
    assert not app.error
    return app


def press(app: AppTest, key: str) -> AppTest:
    app.button(key).click().run()
    assert not app.exception
    return app


def read(text: str) -> str:
    """Return a text as it is read: without the escapes, and the joiners, that keep it from being markup."""
    return text.replace("\\", "").replace("\u2060", "").replace("\u00a0", " ")


def row_buttons(app: AppTest) -> list[Any]:
    return [button for button in app.button if (button.key or "").startswith("foods.open.")]


def rows(app: AppTest) -> list[tuple[str, str, str]]:
    """Return name, figure and the small print of each row."""
    found = (re.fullmatch(r"(.*) \*\*(.*)\*\* :small\[(.*)\]", read(button.label)) for button in row_buttons(app))
    return [(row[1], row[2], row[3]) for row in found if row]


def names(app: AppTest) -> list[str]:
    return [name for name, _, _ in rows(app)]


def html_of(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.html)


def said(app: AppTest) -> str:
    """Return what the HTML of the page says, without tags and styles."""
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", html_of(app), flags=re.DOTALL)
    return " ".join(unescape(text).split())


def summary(app: AppTest) -> str:
    found = re.search(r'role="status"[^>]*>([\d,]+–[^<]*)<', html_of(app))
    return unescape(found[1]) if found else ""


def infos(app: AppTest) -> list[str]:
    return [read(info.value) for info in app.info]


def address(app: AppTest) -> dict[str, str]:
    return {name: text if isinstance(text, str) else text[0] for name, text in app.query_params.items()}


def cells(app: AppTest, row: str) -> list[str]:
    """Return the cells of a table's row, which begins with that name."""
    found = re.search(rf'<tr><th scope="row">{row}</th>(.*?)</tr>', html_of(app))
    assert found, row
    texts = re.findall(r"<td>(.*?)</td>", found[1])
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split()) for text in texts]


def all_cells(app: AppTest, row: str) -> list[list[str]]:
    found = re.findall(rf'<tr><th scope="row">{row}</th>(.*?)</tr>', html_of(app))
    return [
        [" ".join(unescape(re.sub(r"<[^>]+>", " ", cell)).split()) for cell in re.findall(r"<td>(.*?)</td>", one)]
        for one in found
    ]


def eaten(diary: Diary, food: Food, grams: float = 100.0, days_ago: int = 0) -> Entry:
    day, at = diary.today() - timedelta(days=days_ago), diary.now() - timedelta(days=days_ago)
    entry = entry_of_food(food, grams=grams, amount=grams, measure="g", day=day, at=at, meal="snack")
    return diary.log([entry], sure=True).after[0]


def a_bar(diary: Diary, name: str = "Zz bar") -> OwnFood:
    food = own_food(name, {"magnesium_mg": 5000.0}, group="sweets", portions=(own_portion("bar", 40.0),))
    own_foods.add(diary, food, sure=True)
    return food


# The list


def most_magnesium(foods: Iterable[Food]) -> str:
    """Return the name of the food whose first portion has most."""
    known = (food for food in foods if food.per_100_g["magnesium_mg"] is not None and food.usual_portion is not None)
    return max(
        known,
        key=lambda food: (
            (food.per_100_g["magnesium_mg"] or 0) * (food.usual_portion.grams if food.usual_portion else 0)
        ),
    ).name


def test_the_page_opens_on_everyday_foods_by_magnesium_in_a_usual_portion(new_app: NewApp, table: FoodTable):
    app = foods_page(new_app)
    everyday = [food for food in table if food.staple > 0]
    unknown = sum(food.per_100_g["magnesium_mg"] is None for food in everyday)
    assert len(rows(app)) == 50
    assert names(app)[0] == most_magnesium(everyday)
    assert summary(app) == (
        f"1–50 of {len(everyday)} everyday foods · Magnesium in a usual portion, most first"
        f" · {unknown} without a value, at the end"
    )
    assert app.button_group("foods.list.only").value == ["everyday"]
    assert not app.expander


def test_whoever_turns_everyday_foods_off_gets_the_whole_table_and_both_are_links(new_app: NewApp, table: FoodTable):
    app = foods_page(new_app)
    app.button_group("foods.list.only").set_value([]).run()
    assert address(app) == {"only": "all"}
    unknown = sum(food.per_100_g["magnesium_mg"] is None for food in table)
    assert names(app)[0] == most_magnesium(table)
    assert summary(app) == (
        f"1–50 of {len(table):,} · Magnesium in a usual portion, most first · {unknown:,} without a value, at the end"
    )
    assert names(foods_page(new_app, only="all")) == names(app)
    app.button_group("foods.list.only").set_value(["everyday"]).run()
    assert address(app) == {}
    assert "everyday foods" in summary(app)


@pytest.mark.parametrize(
    ("link", "only"),
    [
        ({}, ["everyday"]),
        ({"food": "gone"}, ["everyday"]),
        ({"only": "all"}, []),
        # Links made before the page began with everyday foods.
        ({"group": "seeds"}, []),
        ({"by": "calcium_mg"}, []),
        ({"per": "100g"}, []),
        ({"page": "2"}, []),
        ({"q": "bread"}, []),
        ({"only": "starred"}, ["starred"]),
        ({"q": "bread", "only": "everyday"}, ["everyday"]),
        ({"group": "seeds", "only": "everyday"}, ["everyday"]),
    ],
)
def test_only_an_address_that_names_nothing_of_the_list_begins_with_everyday_foods(
    new_app: NewApp, link: dict[str, str], only: list[str]
):
    assert foods_page(new_app, **link).button_group("foods.list.only").value == only


def test_everyday_foods_stay_while_the_list_is_ordered_and_give_way_to_words(new_app: NewApp):
    app = foods_page(new_app)
    app.selectbox("foods.list.group").set_value("greens").run()
    assert address(app) == {"group": "greens", "only": "everyday"}
    app.text_input("foods.list.q").set_value("spinach").run()
    assert address(app) == {"group": "greens", "q": "spinach"}
    app.button_group("foods.list.only").set_value(["everyday"]).run()
    app.text_input("foods.list.q").set_value("spinac").run()
    assert address(app) == {"group": "greens", "q": "spinac", "only": "everyday"}
    app.button_group("foods.list.only").set_value([]).run()
    app.text_input("foods.list.q").set_value("").run()
    assert address(app) == {"group": "greens", "only": "everyday"}


def test_the_whole_table_stays_chosen_after_a_search(new_app: NewApp):
    app = foods_page(new_app, only="all")
    app.text_input("foods.list.q").set_value("spinach").run()
    app.text_input("foods.list.q").set_value("").run()
    assert address(app) == {"only": "all"}


def test_what_was_eaten_is_shown_whole_not_the_everyday_foods_of_it(new_app: NewApp, diary: Diary, table: FoodTable):
    rare = next(food for food in table if food.staple == 0)
    eaten(diary, rare)
    app = foods_page(new_app)
    app.button_group("foods.list.only").set_value(["everyday", "eaten"]).run()
    assert address(app) == {"only": "eaten"}
    assert names(app) == [rare.name]


def test_words_are_answered_in_the_order_of_relevance_and_can_be_ranked(new_app: NewApp):
    app = foods_page(new_app, q="cooked spinach")
    assert rows(app)[0] == ("Spinach, cooked", "157 mg", "Leafy greens · 1 cup, 180 g")
    assert app.selectbox("foods.list.by").value == "match"
    app.selectbox("foods.list.by").set_value("calcium_mg").run()
    assert address(app) == {"q": "cooked spinach", "by": "calcium_mg"}
    figures = [float(figure.split()[0].replace(",", "")) for _, figure, _ in rows(app)]
    assert figures == sorted(figures, reverse=True)
    assert "Calcium in a usual portion" in summary(app)


def test_the_order_is_said_and_the_other_is_one_tap_away(new_app: NewApp):
    app = foods_page(new_app, q="spinach", per="100g")
    assert summary(app).startswith("1–40 of 40 · best match first · Magnesium in 100 g")
    assert app.button("foods.order").label == "Most magnesium first"
    press(app, "foods.order")
    assert address(app) == {"q": "spinach", "per": "100g", "by": "magnesium_mg"}
    assert summary(app).startswith("1–40 of 40 · Magnesium in 100 g, most first")
    figures = [float(figure.split()[0]) for _, figure, _ in rows(app) if figure != "not measured"]
    assert figures == sorted(figures, reverse=True)
    assert app.button("foods.order").label == "Best match first"
    press(app, "foods.order")
    assert address(app) == {"q": "spinach", "per": "100g"}
    by_d = foods_page(new_app, q="milk", by="name")
    assert "· A to Z · Magnesium in a usual portion" in summary(by_d)
    assert "foods.order" not in [button.key for button in foods_page(new_app, by="calcium_mg").button]


@pytest.mark.parametrize(
    ("words", "sentence", "first"),
    [
        ("spinich", "No food answers to “spinich”. Here is what is spelled nearly so.", "Spinach, raw"),
        ("nutlunch", "No food answers to “nutlunch”. Here is what comes nearest.", "Ham, sliced"),
        ("quinoa salad", "No food answers to all of “quinoa salad”. Here is what comes nearest.", "Quinoa, cooked"),
        ("spinach", None, "Spinach, raw"),
    ],
)
def test_what_only_comes_near_the_words_is_offered_as_such(
    new_app: NewApp, words: str, sentence: str | None, first: str | None
):
    app = foods_page(new_app, q=words)
    assert [info for info in infos(app) if "Here is" in info] == ([sentence] if sentence else [])
    assert first is None or names(app)[0] == first


def test_a_list_without_any_of_what_it_is_ranked_by_says_so(new_app: NewApp):
    app = foods_page(new_app, group="nuts", by="vitamin_d_ug", only="all")
    assert "Vitamin D in a usual portion, none of these has any" in summary(app)


def test_every_part_of_the_address_makes_its_part_of_the_list(new_app: NewApp, table: FoodTable):
    parts = {"group": "fish", "by": "vitamin_d_ug", "per": "100g", "page": "2"}
    app = foods_page(new_app, **parts)
    fish = [food for food in table if food.group == "fish"]
    ranked = sorted(fish, key=lambda food: (-(food.per_100_g["vitamin_d_ug"] or -1.0), food.name.casefold(), food.id))
    # A true zero comes before what is unknown.
    known = [food for food in ranked if food.per_100_g["vitamin_d_ug"] is not None]
    assert len(known) > 100
    assert names(app) == [food.name for food in known[50:100]]
    assert rows(app)[0][1] == f"{40 * (known[50].per_100_g['vitamin_d_ug'] or 0):,.0f} IU"
    assert summary(app).startswith(f"51–100 of {len(fish)} · Vitamin D in 100 g")
    assert (app.selectbox("foods.list.group").value, app.selectbox("foods.list.per").value) == ("fish", "100g")


def test_what_is_not_measured_says_so_at_the_end_and_is_never_zero(new_app: NewApp, table: FoodTable):
    app = foods_page(new_app, group="seeds", by="fiber_g", per="100g")
    known = [food for food in table if food.group == "seeds" and food.per_100_g["fiber_g"] is not None]
    figures = [figure for _, figure, _ in rows(app)]
    assert 0 < len(known) < len(figures)
    assert figures[len(known) :] == ["not measured"] * (len(figures) - len(known))
    assert "not measured" not in figures[: len(known)]


def test_typing_and_choosing_write_the_address_and_begin_at_the_first_page(new_app: NewApp):
    app = foods_page(new_app, page="3")
    assert summary(app).startswith("101–150")
    app.text_input("foods.list.q").set_value("bread").run()
    assert address(app) == {"q": "bread"}
    app.selectbox("foods.list.group").set_value("grains").run()
    app.selectbox("foods.list.per").set_value("100kcal").run()
    assert address(app) == {"q": "bread", "group": "grains", "per": "100kcal"}
    assert {small.partition(" · ")[0] for _, _, small in rows(app)} == {"Bread, cereal, rice, pasta"}
    app.selectbox("foods.list.group").set_value("any").run()
    app.selectbox("foods.list.per").set_value("portion").run()
    app.text_input("foods.list.q").set_value("").run()
    assert address(app) == {}
    assert len(rows(app)) == 50


def test_pages_are_turned(new_app: NewApp):
    app = foods_page(new_app, group="nuts")
    first = names(app)
    assert app.button("foods.page.previous").disabled
    assert "Page 1 of 3. Back to the top of the list , to turn the page." in said(app)
    assert '<a href="#foods-top"' in html_of(app)
    assert 'id="foods-top"' in html_of(app)
    press(app, "foods.page.next")
    assert address(app) == {"group": "nuts", "page": "2"}
    assert not set(names(app)) & set(first)
    press(app, "foods.page.next")
    assert app.button("foods.page.next").disabled
    press(press(app, "foods.page.previous"), "foods.page.previous")
    assert address(app) == {"group": "nuts"}
    assert names(app) == first


def test_a_list_can_be_of_what_was_ever_eaten_or_starred(new_app: NewApp, diary: Diary, table: FoodTable):
    eaten(diary, table.foods[SPINACH], days_ago=2000)
    eaten(diary, table.foods[ALMONDS])
    star(diary, ALMONDS)
    star(diary, BEANS)
    assert set(names(foods_page(new_app, only="eaten"))) == {"Spinach, cooked", f"★ {table.foods[ALMONDS].name}"}
    assert set(names(foods_page(new_app, only="starred"))) == {
        f"★ {table.foods[food_id].name}" for food_id in (ALMONDS, BEANS)
    }
    both = foods_page(new_app, only="eaten,starred")
    assert names(both) == [f"★ {table.foods[ALMONDS].name}"]
    assert both.button_group("foods.list.only").value == ["eaten", "starred"]
    both.button_group("foods.list.only").set_value([]).run()
    assert address(both) == {"only": "all"}
    assert len(rows(both)) == 50


def test_nobody_who_logged_nothing_is_shown_an_empty_screen(new_app: NewApp):
    app = foods_page(new_app, only="eaten", group="nuts")
    assert infos(app) == ["No food is like that here. To see more: choose “All groups”; or take away “I have eaten”."]
    app = foods_page(new_app, only="starred,everyday")
    assert infos(app) == ["No food is like that here. To see more: take away “Starred” or “Everyday foods”."]
    words = "<b>qqqzz</b> *qqqzz*"
    app = foods_page(new_app, q=words)
    assert infos(app)[0].startswith(f"No food answers to “{words}”. To see more: try fewer or other words")
    assert "\\<b\\>" in app.info[0].value
    assert app.text_input("foods.list.q").value == words


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"page": "9999", "only": "all"}, "This list has 187 pages. Here is the last."),
        ({"page": "2", "group": "eggs"}, "This list has 1 page. Here is the last."),
        ({"page": "0"}, "“0” is no page of this list. Here is the first."),
        ({"page": "-1"}, "“-1” is no page of this list. Here is the first."),
        ({"page": "²"}, "“²” is no page of this list. Here is the first."),
        ({"page": "9" * 400}, f"“{'9' * 40}” is no page of this list. Here is the first."),
        ({"page": NASTY}, f"“{NASTY[:40]}” is no page of this list. Here is the first."),
        ({"group": NASTY}, f"There is no group “{NASTY[:40]}”; all groups are shown."),
        ({"by": "match"}, "Foods cannot be ranked by “match” here; they are ranked by magnesium."),
        (
            {"by": "zzz", "q": "bread"},
            "Foods cannot be ranked by “zzz” here; they are ranked by best match.",
        ),
        ({"per": "cup"}, "Amounts cannot be shown in “cup”; they are for a usual portion."),
        ({"only": "eaten,x"}, "“x” is none of “I have eaten”, “Starred” and “Everyday foods”, and is left out."),
        ({"view": "x"}, "'x' is no view of this page: all or mine. Here is all."),
        ({"food": NASTY}, "There is no food with the id in this link. Here is the list."),
        ({"food": "sr:00000"}, "There is no food with the id in this link. Here is the list."),
    ],
)
def test_an_address_that_cannot_be_is_said_and_a_list_is_shown(
    new_app: NewApp, table: FoodTable, parameters: dict[str, str], sentence: str
):
    assert -(-len(table) // 50) == 187
    app = foods_page(new_app, **parameters)
    assert infos(app)[0].startswith(sentence)
    assert rows(app) or parameters.get("only")


@pytest.mark.parametrize("action", ["type", "turn", "open", "view"])
def test_what_cannot_be_is_out_of_the_address_after_the_next_action(new_app: NewApp, action: str):
    app = foods_page(new_app, group="zzz", by="zzz", per="zzz", only="zzz", food="zzz", page="zzz")
    assert len(infos(app)) == 6
    if action == "type":
        app.text_input("foods.list.q").set_value("bread").run()
        left = {"q": "bread"}
    elif action == "turn":
        press(app, "foods.page.next")
        left = {"page": "2"}
    elif action == "open":
        key = row_buttons(app)[0].key
        press(app, key)
        left = {"food": key.removeprefix("foods.open."), "only": "all"}
    else:
        app.button_group("address.view").set_value("mine").run()
        left = {"view": "mine"}
    assert address(app) == left


def test_a_figure_for_another_amount_than_the_usual_portion_says_for_which(new_app: NewApp):
    assert rows(foods_page(new_app, q="cooked spinach", per="100g"))[0] == (
        "Spinach, cooked",
        "87 mg",
        "Leafy greens · in 100 g",
    )
    # 23 kcal in 100 g: 100 kcal are 434.8 g, with 4.348 times 87 mg.
    assert rows(foods_page(new_app, q="cooked spinach", per="100kcal"))[0] == (
        "Spinach, cooked",
        "378 mg",
        "Leafy greens · in 100 kcal, 435 g",
    )


def test_figures_are_in_the_units_the_person_chose(new_app: NewApp, diary: Diary):
    diary.save_settings(Settings(units=Units(volume="fl oz", vitamin_d="µg", weight="oz")))
    # 180 g are 6.35 oz and hold 164 g of water: 5.6 fl oz of 29.57 mL.
    shown = rows(foods_page(new_app, q="spinach, cooked", by="water_g"))
    assert ("Spinach, cooked", "5.6 fl oz", "Leafy greens · 1 cup, 6.3 oz") in shown
    assert rows(foods_page(new_app, group="fish", by="vitamin_d_ug"))[0][1].endswith(" µg")


def test_an_own_food_is_ranked_among_the_others_and_its_name_is_text(new_app: NewApp, diary: Diary):
    a_bar(diary, NASTY)
    app = foods_page(new_app, per="100g")
    assert rows(app)[0] == (f"★ {NASTY}", "5,000 mg", "Sweets, cookies, bars · my own · in 100 g")
    assert "\\<b\\>x" in row_buttons(app)[0].label
    assert names(foods_page(new_app, q="javascript")) == [f"★ {NASTY}"]
    press(app, row_buttons(app)[0].key)
    assert "<b>x" not in html_of(app)
    assert [read(header.value) for header in app.header] == [f"★ {NASTY}"]


# A food, opened


def test_a_food_opens_from_its_row_and_the_list_is_found_again(new_app: NewApp):
    app = foods_page(new_app, group="nuts", per="100g", page="2")
    before = names(app)
    key = row_buttons(app)[3].key
    press(app, key)
    assert address(app) == {"group": "nuts", "per": "100g", "page": "2", "food": key.removeprefix("foods.open.")}
    assert read(app.header[0].value) == before[3]
    assert not rows(app)
    press(app, "foods.back")
    assert address(app) == {"group": "nuts", "per": "100g", "page": "2"}
    assert names(app) == before


def test_an_opened_food_shows_every_value_with_its_source_and_portions(new_app: NewApp, table: FoodTable):
    app = foods_page(new_app, food=SPINACH)
    food = table.foods[SPINACH]
    assert f"{food.source}: “{food.source_name}” · id {SPINACH}" in said(app)
    assert "Leafy greens · never logged" in said(app)
    greens = [one.per_100_g["magnesium_mg"] for one in table if one.group == "greens"]
    rank = 1 + sum(value > (food.per_100_g["magnesium_mg"] or 0) for value in greens if value is not None)
    known = sum(value is not None for value in greens)
    assert all_cells(app, "Magnesium")[-1] == ["87 mg", "157 mg", f"{rank}th of {known}"]
    assert len(all_cells(app, "Calcium")) == 1
    assert "1 serving about 80 g rule of thumb" in said(app)
    assert "1 cup 180 g USDA SR24 household measure" in said(app)


def test_a_value_that_is_blank_is_not_measured_and_has_no_rank(new_app: NewApp, table: FoodTable):
    food = next(
        food
        for food in table
        if food.per_100_g["fiber_g"] is None and food.per_100_g["magnesium_mg"] == 0 and food.usual_portion is not None
    )
    app = foods_page(new_app, food=food.id)
    assert cells(app, "Fiber") == ["not measured", "not measured", "–"]
    # A true zero is a zero, and no rank among those that have nothing of it.
    assert all_cells(app, "Magnesium")[-1] == ["0 mg", "0 mg", "–"]


@pytest.mark.parametrize(
    ("rank", "value", "words"),
    [
        (GroupRank(3, 84), 5.0, "3rd of 84"),
        (GroupRank(1, 1200), 5.0, "1st of 1,200"),
        (GroupRank(1, 9), 0.0, "–"),
        (None, None, "–"),
    ],
)
def test_a_rank_in_words(rank: GroupRank | None, value: float | None, words: str):
    assert rank_words(rank, value) == words


def test_ordinals():
    expected = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 10: "10th", 11: "11th", 12: "12th", 13: "13th", 20: "20th"}
    expected |= {21: "21st", 101: "101st", 111: "111th", 112: "112th", 1122: "1,122nd", 1013: "1,013th"}
    assert {number: ordinal(number) for number in expected} == expected


def test_a_portion_of_a_fibrous_food_raises_the_water_target_it_is_held_against(
    new_app: NewApp, diary: Diary, table: FoodTable
):
    beans = table.foods[BEANS]
    eaten(diary, beans, grams=2500.0 / (beans.per_100_g["fiber_g"] or 1))  # 25 g of fiber
    app = foods_page(new_app, food=BEANS)
    usual = beans.usual_portion
    assert usual is not None
    more_g = (beans.per_100_g["fiber_g"] or 0) * usual.grams / 100
    before, after = cells(app, "Water")
    assert before.endswith("of 2,000 mL")
    assert after.endswith(f"of {2000 + 25 * more_g:,.0f} mL")
    # Another amount, another day.
    app.text_input(f"foods.log.amount.{BEANS}").set_value("2").run()
    assert cells(app, "Water")[1].endswith(f"of {2000 + 50 * more_g:,.0f} mL")


def test_log_it_logs_the_usual_portion_today_is_confirmed_and_undone(new_app: NewApp, diary: Diary):
    app = foods_page(new_app, food=SPINACH)
    assert cells(app, "Vitamin D")[0].startswith("–")
    app.selectbox("foods.log.meal").set_value("dinner").run()
    press(app, "foods.log")
    (entry,) = diary.day(diary.today()).entries
    assert (entry.food_id, entry.grams, entry.amount, entry.measure, entry.meal) == (SPINACH, 180, 1, "cup", "dinner")
    assert "Logged 1 cup Spinach, cooked" in said(app)
    assert "last logged today" in said(app)
    # 87 mg in 100 g: 156.6, twice 313.2.
    assert all_cells(app, "Magnesium")[0] == ["157 mg of 400 mg", "313 mg of 400 mg"]
    press(app, "actions.undo")
    assert diary.day(diary.today()).entries == ()
    assert "never logged" in said(app)


def test_another_amount_and_measure_can_be_logged(new_app: NewApp, diary: Diary):
    app = foods_page(new_app, food=SPINACH)
    app.text_input(f"foods.log.amount.{SPINACH}").set_value("1,5").run()
    app.selectbox(f"foods.log.measure.{SPINACH}").set_value("tbsp").run()
    press(app, "foods.log")
    (entry,) = diary.day(diary.today()).entries
    assert (entry.amount, entry.measure) == (1.5, "tbsp")
    assert entry.grams == pytest.approx(1.5 * 11.2, rel=0.01)


def test_a_tiny_amount_is_shown_as_it_is(new_app: NewApp):
    app = foods_page(new_app, food=SPINACH)
    app.text_input(f"foods.log.amount.{SPINACH}").set_value("0.0001").run()
    assert "now with 0.0001 cup" in said(app)


@pytest.mark.parametrize("text", ["", "much", "-1", "0", "1,000,000 kg", NASTY])
def test_an_amount_that_cannot_be_is_said_and_stays_and_nothing_is_logged(new_app: NewApp, diary: Diary, text: str):
    app = foods_page(new_app, food=SPINACH)
    app.text_input(f"foods.log.amount.{SPINACH}").set_value(text).run()
    press(app, "foods.log")
    assert len(app.warning) == 1
    assert all_cells(app, "Magnesium")[0] == ["– of 400 mg"]
    assert app.text_input(f"foods.log.amount.{SPINACH}").value == text
    assert diary.day(diary.today()).entries == ()


def test_an_unlikely_amount_is_asked_about_below_the_form(new_app: NewApp, diary: Diary):
    app = foods_page(new_app, food=SPINACH)
    app.text_input(f"foods.log.amount.{SPINACH}").set_value("20").run()
    press(app, "foods.log")
    assert "3,600 g is a lot for one entry. Is that right?" in read(app.warning[0].value)
    assert diary.day(diary.today()).entries == ()
    press(app, "actions.sure")
    assert [entry.grams for entry in diary.day(diary.today()).entries] == [3600]


def test_a_food_says_when_it_was_logged_last(new_app: NewApp, diary: Diary, table: FoodTable):
    entry = eaten(diary, table.foods[SPINACH], days_ago=400)
    assert f"last logged {entry.day:%A} {entry.day.day} {entry.day:%B} {entry.day.year}" in said(
        foods_page(new_app, food=SPINACH)
    )


def test_the_star_is_given_and_taken_and_undone(new_app: NewApp, diary: Diary):
    app = press(foods_page(new_app, food=SPINACH), f"foods.turn_star.{SPINACH}")
    assert list(starred(diary)) == [SPINACH]
    assert read(app.header[0].value) == "★ Spinach, cooked"
    press(app, f"foods.turn_star.{SPINACH}")
    assert list(starred(diary)) == []
    press(app, "actions.undo")
    assert list(starred(diary)) == [SPINACH]


def test_a_measure_that_another_window_took_away_gives_way_to_the_usual_one(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    app = foods_page(new_app, food=food.id, view="all")
    assert app.selectbox(f"foods.log.measure.{food.id}").value == "bar"
    (saved,) = own_foods.own_foods(diary)
    own_foods.edit(diary, replace(saved, portions=(own_portion("piece", 20.0),)))
    app.run()
    assert not app.exception
    assert app.selectbox(f"foods.log.measure.{food.id}").value == "piece"
    assert "In 1 piece, 20 g" in said(app).replace("\u00a0", " ")


# Saved meals


@pytest.fixture
def lunch(diary: Diary, table: FoodTable) -> SavedMeal:
    """Save a meal of 180 g of cooked spinach (157 mg of magnesium) under a name that is no food's."""
    eaten(diary, table.foods[SPINACH], grams=180.0, days_ago=1)
    meals.save(diary, "Nutlunch", diary.day(diary.today() - timedelta(days=1)).entries)
    return meals.saved_meals(diary)[0]


@pytest.mark.parametrize("words", ["Nutlunch", "nutl", "my nutlunch"])
def test_a_saved_meal_is_found_by_its_name_with_what_it_gives(new_app: NewApp, lunch: SavedMeal, words: str):
    app = foods_page(new_app, q=words)
    button = app.button(f"foods.meal.{lunch.id}")
    assert read(button.label) == "**Nutlunch** :small[· my meal · 157 mg magnesium in all of it]"
    by_fiber = foods_page(new_app, q=words, by="fiber_g").button(f"foods.meal.{lunch.id}")
    assert "4.3 g fiber" in read(by_fiber.label)
    press(app, f"foods.meal.{lunch.id}")
    assert address(app) == {"q": words, "view": "mine", "meal": lunch.id}
    assert app.button(f"meals.all.{lunch.id}").label.startswith("Log it")


def test_a_saved_meal_is_logged_where_it_is_found_and_undone(new_app: NewApp, diary: Diary, lunch: SavedMeal):
    app = foods_page(new_app, q="Nutlunch")
    press(app, f"foods.log_meal.{lunch.id}")
    assert [entry.grams for entry in diary.day(diary.today()).entries] == [180]
    assert "Logged Nutlunch for" in said(app)
    press(app, "actions.undo")
    assert diary.day(diary.today()).entries == ()


@pytest.mark.parametrize("link", [{}, {"q": "spinach"}, {"q": "my"}, {"q": "nutlunch soup"}])
def test_a_saved_meal_is_not_shown_where_its_name_does_not_answer(
    new_app: NewApp, lunch: SavedMeal, link: dict[str, str]
):
    keys = [button.key for button in foods_page(new_app, **link).button]
    assert f"foods.meal.{lunch.id}" not in keys


# The other view


def test_today_leads_to_what_is_ones_own(new_app: NewApp):
    app = new_app().run()
    (link,) = [link.proto for link in app.get("page_link") if "My foods" in link.proto.label]
    assert link.query_string == "view=mine"


def test_an_own_food_opens_from_the_list_to_its_values_and_from_its_link_to_its_form(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    app = press(foods_page(new_app, per="100g"), f"foods.open.{food.id}")
    assert address(app) == {"per": "100g", "food": food.id, "view": "all"}
    assert all_cells(app, "Magnesium")[-1][:2] == ["5,000 mg", "2,000 mg"]
    assert all_cells(app, "Calcium")[-1] == ["not measured", "not measured", "–"]
    assert "your own food, from its label" in said(app)
    press(app, "foods.change")
    assert address(app) == {"per": "100g", "food": food.id, "view": "mine"}
    assert app.text_input(f"label.name.{food.id}.1").value == "Zz bar"
    press(app, f"foods.show.{food.id}")
    assert read(app.header[0].value) == "★ Zz bar"
    cold = foods_page(new_app, food=food.id)
    assert cold.text_input(f"label.name.{food.id}.1").value == "Zz bar"


def test_another_view_is_in_the_address_and_leaves_what_was_opened(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    app = foods_page(new_app, food=SPINACH, group="greens")
    app.button_group("address.view").set_value("mine").run()
    assert address(app) == {"group": "greens", "view": "mine"}
    assert [header.value for header in app.header] == ["My foods", "My meals", "My supplements"]
    assert not infos(app)[0].startswith("The food in this link")
    app.button_group("address.view").set_value("all").run()
    assert address(app) == {"group": "greens"}
    assert rows(app)
    cold = foods_page(new_app, food=food.id)
    cold.button_group("address.view").set_value("all").run()
    assert rows(cold)
    assert "food" not in address(cold)


def test_closing_a_row_stays_in_its_view(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    app = press(foods_page(new_app, food=food.id), f"foods.delete.{food.id}")
    assert address(app) == {"view": "mine"}
    assert [header.value for header in app.header] == ["My foods", "My meals", "My supplements"]
