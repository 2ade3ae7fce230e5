"""A whole day is logged through the page; what it shows is worked out here from the rows of the food table."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.app_server import ROOT, Server, save_by_shortcut
from tests.browser.today_page import TodayPage

# Typed text, name of the food, amount as typed (empty: as proposed), and what that weighs: grams, or a portion and
# how many.
DAY = (
    ("oatmeal", "Oatmeal, cooked", "1", "cup"),
    ("milk", "Milk, whole", "250 ml", 258.0),
    ("banana", "Banana", "1", "medium"),
    ("almonds", "Almonds", "30 g", 30.0),
    ("coffee", "Coffee, brewed", "1", "cup"),
    ("coffee", "Coffee, brewed", "1", "cup"),
    ("cooked spinach", "Spinach, cooked", "150 g", 150.0),
    ("baked salmon", "Salmon, baked or grilled", "120 g", 120.0),
    ("brown rice", "Brown rice, cooked", "1", "cup"),
    ("black beans", "Black beans, cooked", "100 g", 100.0),
    ("pumpkin seeds", "Pumpkin seeds", "1 tbsp", "tbsp"),
    ("dark chocolate", "Dark chocolate", "20 g", 20.0),
)
TAP_WATER_ML = (500.0, 500.0, 500.0)


def rows(name: str) -> list[dict[str, str]]:
    with (Path(ROOT) / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def foods() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in rows("foods.csv")}


@pytest.fixture(scope="module")
def portions() -> dict[tuple[str, str], float]:
    """Grams of one measure, by food id and measure."""
    return {
        (row["food_id"], row["measure"]): float(row["grams"]) / float(row["amount"]) for row in rows("portions.csv")
    }


def totals(foods: dict[str, dict[str, str]], portions: dict[tuple[str, str], float]) -> dict[str, float]:
    """Return the day's totals by hand: grams times what the row has per 100 g."""
    sums = dict.fromkeys(("water_g", "magnesium_mg", "vitamin_d_ug", "fiber_g", "energy_kcal"), 0.0)
    for _, name, _, weight in DAY:
        food = foods[name]
        grams = portions[food["id"], weight] if isinstance(weight, str) else weight
        for key in sums:
            assert food[key], f"{name} has no {key}: choose another food for this test"
            sums[key] += float(food[key]) * grams / 100
    tap = next(row for row in foods.values() if row["id"] == "sr:14411")
    for millilitres in TAP_WATER_ML:
        for key in sums:
            sums[key] += float(tap[key]) * millilitres / 100
    return sums


def test_a_day_logged_through_the_page_shows_the_totals_of_the_table_and_keeps_them(
    today: TodayPage,
    server: Server,
    foods: dict[str, dict[str, str]],
    portions: dict[tuple[str, str], float],
):
    for text, name, amount, _ in DAY:
        today.add(text, name, amount)
    for millilitres in TAP_WATER_ML:
        today.tap_water(f"+{millilitres:.0f} mL")
    expected = totals(foods, portions)

    def shown_as_expected() -> None:
        # A unit for rounding on the screen, and for the milk, whose millilitres are weighed by its own cup.
        assert today.value("water") == pytest.approx(expected["water_g"], abs=3)
        assert today.value("magnesium") == pytest.approx(expected["magnesium_mg"], abs=1)
        assert today.value("vitamin D") == pytest.approx(expected["vitamin_d_ug"] * 40, abs=2)
        assert today.smaller_value("Fiber") == pytest.approx(expected["fiber_g"], abs=0.1)
        assert today.smaller_value("Energy") == pytest.approx(expected["energy_kcal"], abs=2)

    shown_as_expected()
    before = today.values()
    extra_ml = min(1000.0, 25 * max(0.0, expected["fiber_g"] - 25))
    expect(today.meter("water")).to_contain_text(f"of {2000 + extra_ml:,.0f} mL")
    expect(today.meter("water")).to_contain_text("a comfort rule, not a medical requirement")
    today.reload()
    assert today.values() == before
    shown_as_expected()
    assert len(server.sql("select id from entry")) == len(DAY) + len(TAP_WATER_ML)


def test_a_meter_opens_into_the_foods_that_made_it_ranked_by_what_they_gave(today: TodayPage):
    today.add("almonds", "Almonds", "30 g")
    today.add("cooked spinach", "Spinach, cooked", "150 g")
    today.tap_water("+250 mL")
    meter = today.meter("magnesium")
    meter.locator("summary").click()
    expect(meter.get_by_role("listitem")).to_have_count(3)
    names = meter.get_by_role("listitem").locator("span").all_inner_texts()
    assert names == ["Spinach, cooked", "Almonds", "Tap water"]


def test_editing_deleting_and_undoing_show_at_once_and_are_saved(today: TodayPage, server: Server):
    today.add("almonds", "Almonds", "30 g")
    magnesium = today.value("magnesium")
    row = today.open_row("Almonds")
    row.get_by_label("Amount").fill("60")
    row.get_by_label("Amount").press("Enter")
    expect(today.confirmation).to_contain_text("Changed Almonds")
    assert today.value("magnesium") == pytest.approx(2 * magnesium, abs=1)
    assert server.sql("select amount, measure, grams from entry") == [(60.0, "g", 60.0)]
    today.reload()
    row = today.open_row("Almonds")
    row.get_by_role("button", name="Delete").click()
    expect(today.confirmation).to_contain_text("Deleted 60 g Almonds")
    expect(today.meter("magnesium")).to_contain_text("nothing logged yet")
    assert server.sql("select id from entry") == []
    today.undo()
    expect(today.row("Almonds")).to_be_visible()
    assert today.value("magnesium") == pytest.approx(2 * magnesium, abs=1)
    assert server.sql("select grams from entry") == [(60.0,)]


def test_every_change_of_a_session_can_be_undone_latest_first(today: TodayPage, server: Server):
    today.tap_water("+250 mL")
    today.add("banana", "Banana", "118 g")
    row = today.open_row("Banana")
    row.get_by_label("Amount").fill("59")
    row.get_by_role("button", name="Save").click()
    expect(today.confirmation).to_contain_text("Changed Banana")
    row = today.open_row("Banana")
    row.get_by_role("button", name="Delete").click()
    expect(today.confirmation).to_contain_text("Deleted")
    states = []
    for words in ("Deleted 59 g Banana", "Changed Banana", "Added 118 g Banana", "Added 250 mL water"):
        today.page.get_by_role("button", name="Undo").click()
        expect(today.confirmation).to_contain_text(f"Undone: {words}")
        states.append(server.sql("select name, grams from entry order by at"))
    water, banana = ("Tap water", 250.0), ("Banana", 118.0)
    assert states == [[water, ("Banana", 59.0)], [water, banana], [water], []]


def test_an_unlikely_amount_is_asked_about_and_nothing_typed_is_lost(today: TodayPage, server: Server):
    today.pick("almonds", "Almonds")
    today.amount_field.fill("2000 g")
    today.page.get_by_role("button", name="Save").click()
    expect(today.page.get_by_role("button", name="Save anyway")).to_be_visible()
    assert server.sql("select id from entry") == []
    expect(today.amount_field).to_have_value("2000 g")
    today.page.get_by_role("button", name="Save anyway").click()
    expect(today.confirmation).to_contain_text("Added 2000 g Almonds")
    assert server.sql("select grams from entry") == [(2000.0,)]


def test_an_amount_that_cannot_be_is_refused_in_one_sentence(today: TodayPage, server: Server):
    today.pick("almonds", "Almonds")
    for typed, sentence in (
        ("-3", "more than zero"),
        ("1e99", "too large"),
        ("30000 kg", "More than 100 kg"),
        ("many", "not an amount"),
    ):
        today.amount_field.fill(typed)
        expect(today.page.get_by_text(sentence).first).to_be_visible()
        today.page.get_by_role("button", name="Save").click()
        expect(today.page.get_by_test_id("stToast").filter(has_text=sentence).first).to_be_visible()
        expect(today.amount_field).to_have_value(typed)
    assert server.sql("select id from entry") == []


def test_food_can_be_added_with_the_keyboard_alone(today: TodayPage, server: Server):
    keyboard = today.page.keyboard
    for _ in range(40):
        keyboard.press("Tab")
        if today.search_field.evaluate("field => field === document.activeElement"):
            break
    keyboard.type("almonds")
    almonds = today.page.get_by_role("button", name="Almonds", exact=True)
    expect(almonds).to_be_visible()
    for _ in range(12):
        keyboard.press("Tab")
        if almonds.evaluate("button => button === document.activeElement"):
            break
    keyboard.press("Enter")
    expect(today.amount_field).to_be_visible()
    for _ in range(40):
        if today.amount_field.evaluate("field => field === document.activeElement"):
            break
        keyboard.press("Tab")
    keyboard.press("Control+a")
    keyboard.type("30 g")
    save_by_shortcut(today.page)
    expect(today.confirmation).to_contain_text("Added 30 g Almonds")
    assert server.sql("select grams from entry") == [(30.0,)]
