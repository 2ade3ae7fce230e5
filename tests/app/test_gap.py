"""Close the gap on Today: the line, the ways behind it, logging one, and the wishes that are remembered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.test_pages import words_of
from tests.builders import an_entry
from tracker.again import own_foods, stars, suggestions
from tracker.diary import Diary
from tracker.foods import Food, FoodTable, load_foods
from tracker.intake import Day
from tracker.own_food import OwnFood, own_food, own_portion
from tracker.settings import Settings
from tracker.suggest import Suggestion, gap_of
from tracker.suggest_report import LABELS_NOTE
from tracker.suggesting.exclusions import Exclusions
from tracker.suggesting.ways import Way, WayFood, way_of
from tracker.suggesting.wishes import Wishes
from tracker.targets import Targets, WaterRule
from tracker.ui.gap_words import added_words, foods_words, water_words, way_html
from tracker.ui.text import WATER, both_units
from tracker.units import Units

NewApp = Callable[..., AppTest]
Amounts = dict[str, Any]
NASTY = "<b>x</b> *y* $z$ :red[r] [a](javascript:1)"
# What the documents' targets leave of this day: 88 mg, nothing, 600 mL.
EATEN: Amounts = {"magnesium_mg": 312.0, "vitamin_d_ug": 25.0, "water_g": 1400.0, "energy_kcal": 900.0, "fiber_g": 9.0}
SPINACH = "sr:11458"
PLANTS = {"nuts", "seeds", "greens", "vegetables", "mushrooms", "legumes", "grains", "fruit"}
LEFT_600 = f"{both_units(WATER, 600.0)} water"


def eat(diary: Diary, day: date | None = None, **amounts: float | None) -> None:
    on = day or diary.today()
    diary.log([an_entry(name="Stew", food_id=None, day=on, at=diary.moment_of(on, "lunch"), **amounts)])


def rich_food(diary: Diary, name: str) -> OwnFood:
    """Add an own food of which one slice closes everything."""
    rich = {"energy_kcal": 10.0, "magnesium_mg": 450.0, "vitamin_d_ug": 30.0, "fiber_g": 1.0, "water_g": 10.0}
    own_foods.add(diary, own_food(name, rich, portions=(own_portion("slice", 100.0),)), sure=True)
    (saved,) = own_foods.own_foods(diary)
    return saved


def saved_wishes(diary: Diary) -> Wishes:
    """Return the wishes as they are in the file now; a Diary keeps the settings it has read."""
    return Diary(diary.store, diary.zone).settings.wishes


def ran(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    return app


def opened(new_app: NewApp, **address: str) -> AppTest:
    app = new_app(**address)
    app.session_state["gap.open"] = True
    return ran(app)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key).click()
    return ran(app)


def line_of(app: AppTest) -> str:
    (found,) = [each for each in app.expander if "gap.open" in each.proto.id]
    return str(found.label).replace("\\", "").replace("\u2060", "")


def log_buttons(app: AppTest) -> list[Any]:
    return [button for button in app.button if str(button.key).startswith("gap.log.")]


def suggested(app: AppTest) -> list[Food]:
    """Return the foods of all ways on the page, which are of the table."""
    table = load_foods()
    parts = [part for button in log_buttons(app) for part in button.key.removeprefix("gap.log.").split("+")]
    return [food for part in parts if (food := table.get(part.partition("x")[2])) is not None]


def set_wishes(app: AppTest, **typed: Any) -> AppTest:
    """Open the fields, type into some and press Set."""
    app.session_state["gap.wishes"] = True
    ran(app)
    for field, value in typed.items():
        widget: Any
        if field == "vegan":
            widget = app.checkbox("gap.vegan")
        elif field == "groups":
            widget = app.button_group(key="gap.groups")
        else:
            widget = app.text_input(f"gap.{field}")
        widget.set_value(value)
    return press(app, "gap.set")


def test_the_line_says_what_is_left_of_the_day_on_the_page(new_app: NewApp, diary: Diary):
    assert line_of(ran(new_app())) == "Close the gap: 400 mg magnesium, 1,000 IU vitamin D and 2.0 L water left"
    eat(diary, **EATEN)
    assert line_of(ran(new_app())) == "Close the gap: 88 mg magnesium and 0.6 L water left"
    yesterday, before = diary.today() - timedelta(days=1), diary.today() - timedelta(days=3)
    eat(diary, yesterday, **(EATEN | {"vitamin_d_ug": 9.5}))
    assert line_of(ran(new_app(day=yesterday.isoformat()))) == (
        "Close the gap: 88 mg magnesium, 620 IU vitamin D and 0.6 L water left yesterday"
    )
    assert line_of(ran(new_app(day=before.isoformat()))).endswith(f" left on {before:%A}")


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ({"water_g": 1970.0}, "Close the gap: 88 mg magnesium and 30 mL water left"),
        ({"magnesium_mg": 400.0}, "Close the gap: 0.6 L water left"),
        ({"magnesium_mg": 400.0, "water_g": 2000.0}, "Nothing left to close: all three are reached"),
        # 20 g above 25 g are 500 mL more.
        ({"fiber_g": 45.0}, "Close the gap: 88 mg magnesium and 1.1 L water left"),
    ],
)
def test_what_is_reached_is_not_in_the_line_and_fiber_raises_the_water(
    new_app: NewApp, diary: Diary, amounts: Amounts, said: str
):
    eat(diary, **(EATEN | amounts))
    assert line_of(ran(new_app())) == said


def test_of_a_total_that_is_at_least_the_rest_is_up_to(new_app: NewApp, diary: Diary):
    eat(diary, **EATEN)
    eat(diary)
    app = opened(new_app)
    assert line_of(app) == "Close the gap: up to 88 mg magnesium and up to 0.6 L water left"
    assert "“Up to”, because not all that is logged has a value." in words_of(app)


def test_amounts_are_in_the_units_of_the_person_with_the_other_beside(new_app: NewApp, diary: Diary):
    diary.save_settings(Settings(own_glass_ml=300.0, units=Units("fl oz", "µg")))
    eat(diary, **(EATEN | {"vitamin_d_ug": 9.5}))
    app = opened(new_app)
    assert line_of(app) == "Close the gap: 88 mg magnesium, 15.5 µg vitamin D and 20 fl oz water left"
    assert "15.5 µg (620 IU) vitamin D and 20 fl oz (600 mL) water, about 2 glasses of 10" in words_of(app)


def finding(asked: list[Day], **found: bool) -> Callable[[Diary, FoodTable, Day], Suggestion]:
    """Return what stands in for the search: it notes each call and finds no way."""

    def find(_diary: Diary, _table: FoodTable, day: Day) -> Suggestion:
        asked.append(day)
        return Suggestion(day.day, gap_of(day), Wishes(), **found)  # type: ignore[arg-type]

    return find


def test_nothing_is_searched_while_the_line_is_closed_or_nothing_is_left(
    new_app: NewApp, diary: Diary, monkeypatch: pytest.MonkeyPatch
):
    asked: list[Day] = []
    monkeypatch.setattr(suggestions, "suggestion", finding(asked))
    ran(ran(new_app()))
    assert asked == []
    app = opened(new_app)
    assert len(asked) == 1
    assert "No way was found within 800 kcal: allow more energy, or leave out less." in words_of(app)
    assert log_buttons(app) == []
    eat(diary, **(EATEN | {"magnesium_mg": 400.0}))
    words = words_of(ran(app))
    assert len(asked) == 1
    assert "Magnesium and vitamin D are reached: nothing is left for food to close. " in words
    assert f"Left to drink: {LEFT_600}, about 3 glasses of 200 mL." in words


def test_a_search_that_was_stopped_says_so(new_app: NewApp, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(suggestions, "suggestion", finding([], in_time=False))
    words = words_of(opened(new_app))
    assert "The search was stopped after 2 seconds: there may be more ways." in words
    assert "No way was found" not in words


def test_a_search_that_fails_leaves_the_rest_of_the_page(
    new_app: NewApp, diary: Diary, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> Suggestion:
        raise ZeroDivisionError

    eat(diary, **EATEN)
    whole = ran(new_app())
    monkeypatch.setattr(suggestions, "suggestion", fail)
    app = opened(new_app)
    assert ["This part of the page failed" in error.value for error in app.error] == [True]
    assert [each.label for each in whole.expander] == [app.expander[0].label, app.expander[-1].label]
    assert {button.key for button in whole.button} <= {button.key for button in app.button}


def test_opened_it_shows_up_to_five_ways_each_with_what_it_adds(new_app: NewApp, diary: Diary):
    eat(diary, **EATEN)
    app = opened(new_app)
    words, ways = words_of(app), len(log_buttons(app))
    assert 1 <= ways <= 5
    assert len({button.key for button in log_buttons(app)}) == ways
    for said in (
        "<p>Adds <span>",
        " mg magnesium</span>, <span>",
        " vitamin D</span>, <span>",
        " g fiber</span> and <span>",
    ):
        assert words.count(said) == ways
    assert words.count(" kcal</span>, <span>") == words.count(" water</span>.</p>") == ways
    assert words.count("left to drink, ") == ways
    assert f"Left: 88 mg magnesium and {LEFT_600}, about 3 glasses of 200 mL." in words
    assert "Any one of these closes magnesium within 800 kcal." in words
    assert "yours" not in words

    stars.star(diary, SPINACH)
    words = words_of(opened(new_app))
    assert '1 cup Spinach, cooked <small>180 g</small><span class="y">yours</span>' in words
    assert "“Yours” is what you log or starred." in words


def test_one_tap_logs_a_way_as_one_batch_and_one_undo_takes_it_back(new_app: NewApp, diary: Diary):
    eat(diary, **(EATEN | {"magnesium_mg": 60.0, "vitamin_d_ug": 0.5}))
    app = opened(new_app)
    (key,) = [button.key for button in log_buttons(app) if "+" in button.key][:1]
    app = press(app, key)
    day = diary.day(diary.today())
    found = [entry for entry in day.entries if entry.name != "Stew"]
    assert sorted(entry.food_id or "" for entry in found) == sorted(
        part.partition("x")[2] for part in key.removeprefix("gap.log.").split("+")
    )
    assert {entry.source for entry in found} == {"tap"}
    assert len({entry.batch_id for entry in found} - {None}) == 1
    assert {need: day.states[need] for need in ("magnesium_mg", "vitamin_d_ug")} == {
        "magnesium_mg": "reached",
        "vitamin_d_ug": "reached",
    }
    words = words_of(app)
    assert all(entry.name in words.partition("Added ")[2].partition("</span>")[0] for entry in found)
    assert "Magnesium and vitamin D are reached: nothing is left for food to close." in words
    assert log_buttons(app) == []
    app = press(app, "actions.undo")
    assert [entry.name for entry in diary.day(diary.today()).entries] == ["Stew"]
    assert key in {button.key for button in log_buttons(app)}


def test_a_way_is_logged_for_the_meal_that_is_chosen(new_app: NewApp, diary: Diary):
    eat(diary, **EATEN)
    app = opened(new_app)
    app.button_group(key="again.meal").set_value("snack")
    ran(app)
    assert {button.label for button in log_buttons(app)} == {"Log it as a snack"}
    press(app, log_buttons(app)[0].key)
    assert {entry.meal for entry in diary.day(diary.today()).entries if entry.name != "Stew"} == {"snack"}


def test_a_day_that_is_over_is_logged_on_and_a_future_one_is_asked_about(new_app: NewApp, diary: Diary):
    over, coming = diary.today() - timedelta(days=2), diary.today() + timedelta(days=1)
    eat(diary, over, **EATEN)
    app = opened(new_app, day=over.isoformat())
    assert f"This day is over: log a way only if you had it on {over:%A}." in words_of(app)
    press(app, log_buttons(app)[0].key)
    assert len(diary.day(over).entries) > 1

    app = opened(new_app, day=coming.isoformat())
    assert line_of(app).endswith(" left tomorrow")
    assert "is over" not in words_of(app)
    press(app, log_buttons(app)[0].key)
    assert diary.day(coming).entries == ()
    assert "is in the future" in words_of(app)
    press(app, "actions.sure")
    assert diary.day(coming).entries
    assert diary.day(diary.today()).entries == ()


def test_groups_and_energy_are_remembered_and_can_be_undone(new_app: NewApp, diary: Diary):
    app = set_wishes(opened(new_app), groups=["fish"], cap="600 kcal")
    assert saved_wishes(diary) == Wishes(Exclusions(groups=("fish", "seafood")), 600.0)
    groups = {food.group for food in suggested(app)}
    assert groups
    assert not groups & {"fish", "seafood", "dishes", "sweets", "other"}
    words = words_of(app)
    assert "Saved, for the next days too." in words
    assert LABELS_NOTE in words
    assert "Food cannot close what is left of vitamin D, 1,000 IU (25.0 µg): within 600 kcal, the most is " in words
    assert "Any one of these closes magnesium within 600 kcal." in words

    another = opened(new_app)
    assert "Saved" not in words_of(another)
    assert suggested(another) == suggested(app)
    # The fields show what is saved; set again as they are, they change nothing.
    another = set_wishes(another)
    assert "Nothing was changed." in words_of(another)
    assert saved_wishes(diary) == Wishes(Exclusions(groups=("fish", "seafood")), 600.0)
    assert "gap.undo" not in {button.key for button in another.button}

    app = press(app, "gap.undo")
    assert saved_wishes(diary) == Wishes()
    assert "Undone: your wishes are as they were." in words_of(app)
    assert LABELS_NOTE not in words_of(app)


def test_what_cannot_be_wished_is_said_in_one_sentence_and_nothing_typed_is_lost(new_app: NewApp, diary: Diary):
    above = "The most energy must be more than 0 and at most 5,000 kcal."
    bad = (
        ("cap", "lots", "Most energy of one way: “lots” is not a figure in kcal."),
        ("cap", "1,200", "Most energy of one way: is “1,200” 1200 or 1.200?"),
        ("cap", "-5", above),
        ("cap", "0", above),
        ("cap", "9000", above),
        ("cap", "", ""),
        ("foods", "tofu, qwxzy", "No food is called “qwxzy”: write names with commas between, such as tofu."),
    )
    app = opened(new_app)
    for field, text, sentence in bad:
        app = set_wishes(app, groups=["nuts"], **{field: text})
        if not sentence:
            assert not app.error
            assert saved_wishes(diary) == Wishes(Exclusions(groups=("nuts",)))
            app = press(app, "gap.undo")
            continue
        (error,) = app.error
        assert error.value.replace("\\", "").startswith(sentence)
        assert saved_wishes(diary) == Wishes()
        assert app.button_group(key="gap.groups").value == ["nuts"]
        assert app.text_input(f"gap.{field}").value == text


def test_vegan_leaves_plants_alone(new_app: NewApp, diary: Diary):
    app = set_wishes(opened(new_app), vegan=True)
    assert saved_wishes(diary) == Wishes(Exclusions(vegan=True))
    groups = {food.group for food in suggested(app)}
    assert groups
    assert groups <= PLANTS


def test_single_foods_are_left_out_by_what_people_call_them(new_app: NewApp, diary: Diary):
    eat(diary, **EATEN)
    app = set_wishes(opened(new_app), foods="spinach,  Swiss  chard, nuts, ")
    left_out = saved_wishes(diary).exclusions
    assert (left_out.groups, len(left_out.food_ids)) == (("nuts",), 2)
    names = " ".join(food.name.casefold() for food in suggested(app))
    assert names
    assert not [word for word in ("spinach", "chard") if word in names]

    app.session_state["gap.wishes"] = True
    assert sorted(str(ran(app).text_input("gap.foods").value).split(", ")) == ["spinach", "swiss chard"]
    set_wishes(app, foods="swiss chard", groups=[])
    (kept,) = saved_wishes(diary).exclusions.food_ids
    assert kept in left_out.food_ids
    assert kept != SPINACH


def test_a_food_is_left_out_from_where_it_is_suggested_and_put_back_with_undo(new_app: NewApp, diary: Diary):
    stars.star(diary, SPINACH)
    eat(diary, **EATEN)
    app = opened(new_app)
    app.session_state["gap.wishes"] = True
    ran(app)
    menu = next(menu for menu in app.menu_button if SPINACH in str(menu.key))
    menu.click(SPINACH).run()
    assert not app.exception
    assert saved_wishes(diary) == Wishes(Exclusions(food_ids=(SPINACH,)))
    assert app.text_input("gap.foods").value == "spinach"
    assert suggested(app)
    assert SPINACH not in {food.id for food in suggested(app)}
    # What another window sets meanwhile stays.
    diary.save_settings(replace(Diary(diary.store, diary.zone).settings, own_glass_ml=330.0))
    app = press(app, "gap.undo")
    assert Diary(diary.store, diary.zone).settings == Settings(own_glass_ml=330.0)
    assert SPINACH in {food.id for food in suggested(app)}


def test_under_a_fluid_limit_no_water_is_a_goal(new_app: NewApp, diary: Diary):
    diary.set_targets(diary.today(), Targets(water=WaterRule(fluid_limit_ml=1800.0)))
    eat(diary, **(EATEN | {"fiber_g": 60.0}))
    app = opened(new_app)
    assert line_of(app) == "Close the gap: 88 mg magnesium left"
    ways = len(log_buttons(app))
    assert ways
    assert words_of(app).count(f"Your fluid limit stays {both_units(WATER, 1800.0)}; ") == ways
    assert "left to drink" not in words_of(app)
    eat(diary, magnesium_mg=100.0, vitamin_d_ug=0.0, water_g=0.0)
    assert line_of(ran(app)) == "Nothing left to close: magnesium and vitamin D are reached"


def test_words_of_people_are_text_and_never_markup(new_app: NewApp, diary: Diary):
    rich_food(diary, NASTY)
    app = opened(new_app)
    assert f"1 slice {NASTY.replace('<', '&lt;').replace('>', '&gt;')} <small>100 g" in words_of(app)
    options = [option for menu in app.menu_button for option in menu.options]
    assert "No \\<b\\>x\\<\\/b\\> \\*y\\* \\$z\\$" in " ".join(options)
    press(app, log_buttons(app)[0].key)
    assert "<b>x" not in "".join(html.proto.body for html in app.html)


def test_an_own_food_deleted_meanwhile_is_said_and_nothing_is_logged(new_app: NewApp, diary: Diary):
    own = rich_food(diary, "Aunt Mary’s bread")
    app = opened(new_app)
    own_foods.delete(diary, own)
    app = press(app, log_buttons(app)[0].key)
    assert diary.day(diary.today()).entries == ()
    (error,) = app.error
    assert "Aunt Mary’s bread" in error.value


@pytest.mark.parametrize("last", ["log", "set", "open"])
def test_a_diary_removed_meanwhile_is_said_and_nothing_fails(new_app: NewApp, diary_url: str, last: str):
    app = ran(new_app()) if last == "open" else opened(new_app)
    if last == "set":
        app.session_state["gap.wishes"] = True
        ran(app).text_input("gap.cap").set_value("500")
    Path(diary_url.removeprefix("sqlite:///")).unlink()
    if last == "open":
        app.session_state["gap.open"] = True
        ran(app)
    else:
        press(app, "gap.set" if last == "set" else log_buttons(app)[0].key)
    assert app.error


def a_way(diary: Diary, *foods: tuple[str, int]) -> Way:
    """Return the way of foods by their name and how many of their usual portion."""
    by_name = {food.name: food for food in load_foods()}
    portions = [(by_name[name], by_name[name].usual_portion, count) for name, count in foods]
    return way_of(
        diary.day(diary.today()),
        [WayFood(food, portion, count, False, True) for food, portion, count in portions if portion is not None],
    )


@pytest.mark.parametrize(
    ("foods", "said"),
    [
        ([("Spinach, cooked", 1)], "1 cup Spinach, cooked"),
        ([("Spinach, cooked", 2), ("Egg, boiled", 2)], "2 cups Spinach, cooked + 2 large Egg, boiled"),
    ],
)
def test_counts_are_in_plain_words(diary: Diary, foods: Sequence[tuple[str, int]], said: str):
    assert foods_words(a_way(diary, *foods).foods) == said


def test_after_a_way_the_target_that_its_fiber_raised_is_named_and_what_is_left_in_glasses(diary: Diary):
    # 20 g fiber so far; 2 cups (396 g) of lentils with 7.9 g in 100 g add 31.284 g, and 69.64 % of them is water.
    eat(diary, **(EATEN | {"fiber_g": 20.0}))
    before, way = diary.day(diary.today()).water.target, a_way(diary, ("Lentils, cooked", 2))
    raised = f"Its fiber raises the water target by 657 mL to {both_units(WATER, 2657.1)}"
    left = f"{both_units(WATER, 981.3)} left to drink"
    assert water_words(way, before, 200.0) == f"{raised}; then {left}, about 5 glasses of 200 mL."
    assert water_words(way, before, 900.0) == f"{raised}; then {left}, about 1 glass of 900 mL."
    assert water_words(way, before, 2000.0) == f"{raised}; then {left}, less than a glass of 2,000 mL."
    spinach = a_way(diary, ("Spinach, cooked", 1))
    assert water_words(spinach, before, 200.0).startswith(f"Then {both_units(WATER, 600.0 - 180.0 * 0.9121)} left")
    eat(diary, water_g=2500.0)
    assert water_words(a_way(diary, ("Lentils, cooked", 2)), before, 200.0) == f"{raised}; that is reached too."


def test_a_way_that_cannot_close_all_says_what_it_leaves_open(diary: Diary):
    # A cup (180 g) of spinach has 87 mg magnesium in 100 g, and no vitamin D.
    eat(diary, **(EATEN | {"magnesium_mg": 200.0, "vitamin_d_ug": 9.5}))
    before, way = diary.day(diary.today()).water.target, a_way(diary, ("Spinach, cooked", 1))
    said = "Leaves 43 mg magnesium and 620 IU (15.5 µg) vitamin D open."
    assert said in way_html(way, before, 200.0, closes_all=False)
    assert "Leaves" not in way_html(way, before, 200.0, closes_all=True)


def test_unknown_is_said_and_never_zero(diary: Diary):
    spinach, hemp = ("Spinach, cooked", 1), ("Hemp seeds", 1)  # nobody has measured the vitamin D of hemp
    said = {
        (spinach,): "0 IU (0.0 µg) vitamin D",
        (hemp,): "unknown vitamin D",
        (hemp, spinach): "unknown vitamin D",
        (hemp, ("Salmon, sockeye, cooked", 1)): "at least 1,035 IU (25.9 µg) vitamin D",
    }
    for foods, words in said.items():
        assert added_words("vitamin_d_ug", a_way(diary, *foods).adds["vitamin_d_ug"]) == words


def test_a_very_small_energy_is_asked_about_before_it_is_saved(new_app: NewApp, diary: Diary):
    question = "1.5 kcal is less than a slice of bread has, and leaves hardly any food. Is that right?"
    app = set_wishes(opened(new_app), cap="1,5")
    assert saved_wishes(diary) == Wishes()
    assert app.warning[0].value.replace("\\", "") == question
    assert app.text_input("gap.cap").value == "1,5"
    assert log_buttons(app)
    app = press(app, "gap.no")
    assert not app.warning
    assert saved_wishes(diary) == Wishes()
    app = set_wishes(app, cap="1500")
    assert not app.warning
    assert saved_wishes(diary) == Wishes(energy_cap_kcal=1500.0)

    app = press(set_wishes(app, cap="1.5"), "gap.sure")
    assert saved_wishes(diary) == Wishes(energy_cap_kcal=1.5)
    assert not app.warning
    words = words_of(app)
    assert "hardly any food is within 1.5 kcal. Allow more energy." in words
    # What is saved already is not asked about again.
    app = set_wishes(app, groups=["nuts"])
    assert not app.warning
    assert saved_wishes(diary) == Wishes(Exclusions(groups=("nuts",)), 1.5)


def test_beside_what_is_refused_nothing_says_that_it_is_saved(new_app: NewApp, diary: Diary):
    app = set_wishes(opened(new_app), groups=["nuts"])
    assert "Saved, for the next days too." in words_of(app)
    app = set_wishes(app, foods="qqqqq")
    assert len(app.error) == 1
    assert "Saved, for the next days too." not in words_of(app)
    assert "Saved before, and still so" in words_of(app)
    app = press(app, "gap.undo")
    assert saved_wishes(diary) == Wishes()
    # Nothing was saved before: nothing is said.
    app = set_wishes(opened(new_app), foods="qqqqq")
    assert "Saved before" not in words_of(app)


def test_semicolons_part_single_foods_as_commas_do(new_app: NewApp, diary: Diary):
    set_wishes(opened(new_app), foods="tofu; Swiss chard;")
    assert len(saved_wishes(diary).exclusions.food_ids) == 2


def test_a_passed_fluid_limit_is_the_reason_said_first_and_once(new_app: NewApp, diary: Diary):
    diary.set_targets(diary.today(), Targets(water=WaterRule(fluid_limit_ml=1000.0)))
    eat(diary, **(EATEN | {"vitamin_d_ug": 5.0}))
    words = words_of(opened(new_app))
    assert words.count("your fluid limit leaves nothing") == 1
    assert "Food cannot close" not in words
    assert "gives any" not in words
