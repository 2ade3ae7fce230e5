"""Eaten again: a day copied with two clicks and taken back with one, and the taps of a phone."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.app_server import ZONE, Server, settle
from tests.browser.test_the_frame import harms
from tests.browser.today_page import TodayPage
from tests.builders import a_supplement, an_entry
from tracker.again import meals, own_foods, stars
from tracker.diary import Diary
from tracker.foods import load_foods
from tracker.own_food import own_food, own_portion
from tracker.store import open_store

OpenPage = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
# Name, meal, hour, mg magnesium, µg vitamin D, g water; None is unknown.
TWELVE: tuple[tuple[str, str, int, float | None, float | None, float | None], ...] = (
    ("Oatmeal, cooked", "breakfast", 7, 63.0, 0.0, 196.0),
    ("Milk, whole", "breakfast", 7, 25.0, 3.2, 220.0),
    ("Banana", "breakfast", 8, 32.0, 0.0, 88.0),
    ("Coffee, brewed", "breakfast", 8, 7.0, 0.0, 236.0),
    ("Spinach, cooked", "lunch", 12, 131.0, 0.0, 137.0),
    ("Salmon, baked or grilled", "lunch", 12, 36.0, 14.0, 71.0),
    ("Brown rice, cooked", "lunch", 12, 86.0, 0.0, 143.0),
    ("Almonds", "snack", 16, 81.0, 0.0, 1.0),
    ("Dark chocolate", "snack", 16, 46.0, None, 0.0),
    ("Black beans, cooked", "dinner", 19, 70.0, 0.0, 66.0),
    ("Soup of the house", "dinner", 19, None, None, None),
    ("Tap water", "dinner", 20, 3.0, 0.0, 250.0),
)


@pytest.fixture
def diary(server: Server, open_page: OpenPage) -> Any:
    """The diary of the running app, opened beside it, with nothing in it."""
    open_page(server.url)  # the first page makes the tables
    for table in ("saved_meal_part", "saved_meal", "starred_food", "own_portion", "own_food"):
        server.sql(f"delete from {table}")
    store = open_store(f"sqlite:///{server.database}")
    yield Diary(store, ZoneInfo(ZONE))
    store.close()


def log_the_twelve(diary: Diary, day: date) -> None:
    diary.log(
        [
            an_entry(
                name=name,
                meal=meal,
                day=day,
                at=datetime(day.year, day.month, day.day, hour, 5, tzinfo=diary.zone),
                food_id=None,
                magnesium_mg=magnesium_mg,
                vitamin_d_ug=vitamin_d_ug,
                water_g=water_g,
            )
            for name, meal, hour, magnesium_mg, vitamin_d_ug, water_g in TWELVE
        ]
    )


def entry_rows(page: Page) -> Locator:
    """Return the entries of the day, without the line that says what is left of it."""
    return page.get_by_test_id("stExpander").filter(has_not_text="Close the gap")


def shown(page: Page) -> tuple[tuple[float, float, float], bool]:
    today = TodayPage(page)
    return today.values(), "at least" in today.meter("magnesium").inner_text()


@pytest.mark.parametrize("width", [390, 1000])
def test_a_day_of_twelve_entries_is_copied_to_the_next_with_two_clicks_and_undone_with_one(
    diary: Diary, server: Server, open_page: OpenPage, width: int
):
    yesterday = diary.today() - timedelta(days=1)
    log_the_twelve(diary, yesterday)
    page = open_page(f"{server.url}/?day={yesterday}", width=width, height=844)
    before = shown(page)
    assert before == ((1408, 580, 688), True)

    page.get_by_role("button", name="Copy this day").click()
    page.get_by_role("button", name="Copy 12 entries").click()

    expect(page.get_by_role("dialog")).to_have_count(0)
    today = TodayPage(page)
    expect(today.confirmation).to_contain_text(f"Copied 12 entries to {diary.today():%A} {diary.today().day}")
    page.get_by_role("button", name="Today", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today")
    expect(entry_rows(page)).to_have_count(12)
    assert shown(page) == before
    columns = "name, amount, measure, meal, magnesium_mg, vitamin_d_ug, water_g"
    rows = [
        server.sql(f"select {columns} from entry where day = ? order by 1", str(day))
        for day in (yesterday, diary.today())
    ]
    assert rows[0] == rows[1]
    assert len({batch for (batch,) in server.sql("select distinct batch_id from entry where source = 'copy'")}) == 1

    today.undo()
    expect(entry_rows(page)).to_have_count(0)
    assert server.sql("select count(*) from entry") == [(12,)]


def test_an_empty_day_takes_the_day_before_with_two_clicks(diary: Diary, server: Server, open_page: OpenPage):
    log_the_twelve(diary, diary.today() - timedelta(days=1))
    page = open_page(server.url, **PHONE)
    page.get_by_role("button", name="Copy from yesterday").click()
    button = page.get_by_role("button", name="Copy 12 entries")
    expect(button).to_be_in_viewport()
    button.click()
    expect(entry_rows(page)).to_have_count(12)
    assert shown(page) == ((1408, 580, 688), True)


def test_a_dialog_that_was_left_is_not_in_the_way_and_unticked_entries_stay_behind(
    diary: Diary, server: Server, open_page: OpenPage
):
    log_the_twelve(diary, diary.today() - timedelta(days=1))
    page = open_page(server.url, **PHONE)
    page.get_by_role("button", name="Copy from yesterday").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    TodayPage(page).tap_water("+250 mL")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Copy from another day").click()
    page.get_by_role("dialog").get_by_text("Banana").click()
    page.get_by_role("button", name="Copy 11 entries").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(entry_rows(page)).to_have_count(12)
    expect(TodayPage(page).row("Banana")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_dialog_over_a_page_with_taps(
    diary: Diary, server: Server, open_page: OpenPage, scheme: str
):
    log_the_twelve(diary, diary.today() - timedelta(days=1))
    meals.save(diary, "my porridge", [an_entry()])
    stars.star(diary, "sr:11458")
    page = open_page(server.url, scheme=scheme, width=390, height=1600)
    assert harms(page) == []
    page.get_by_role("button", name="Copy from yesterday").click()
    expect(page.get_by_role("button", name="Copy 12 entries")).to_be_visible()
    assert harms(page) == []


def test_a_meal_is_saved_from_its_menu_with_the_keyboard_and_logged_by_a_tap(
    diary: Diary, server: Server, open_page: OpenPage
):
    log_the_twelve(diary, diary.today())
    page = open_page(server.url, **PHONE)
    page.get_by_role("button", name="Use breakfast again").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Save as a meal…").click()
    name = page.get_by_role("dialog").get_by_label("Name")
    name.fill("my porridge")
    name.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_test_id("stToast").filter(has_text="half my porridge").first).to_be_visible()
    page.get_by_role("button", name="my porridge").click()
    expect(TodayPage(page).confirmation).to_contain_text("Added my porridge")
    assert server.sql("select count(*) from entry") == [(16,)]
    TodayPage(page).undo()
    assert server.sql("select count(*) from entry") == [(12,)]


def test_taps_fit_a_phone_and_log_at_once(diary: Diary, server: Server, open_page: OpenPage):
    foods = [food for food in load_foods() if food.usual_portion is not None]
    longest = sorted(foods, key=lambda food: -len(food.name))[:6]
    yesterday = diary.today() - timedelta(days=1)
    at = datetime.combine(yesterday, datetime.min.time().replace(hour=7), tzinfo=diary.zone)
    diary.log([an_entry(food_id=food.id, name=food.name, meal="lunch", day=yesterday, at=at) for food in longest])
    own_foods.add(
        diary, own_food("Aunt Mary’s " + "very " * 20 + "good bread", {}, portions=(own_portion("slice", 40),))
    )
    stars.star(diary, "sr:11458")
    meals.save(diary, "my " + "long " * 30 + "porridge", [an_entry(), a_supplement()])
    page = open_page(server.url, **PHONE)
    page.get_by_role("radio", name="Lunch").or_(page.get_by_role("button", name="Lunch", exact=True)).first.click()
    settle(page)
    taps = page.locator("[class*='st-key-again-'] button")
    expect(taps).to_have_count(8 + 1 + 1 + 4)
    for box in (tap.bounding_box() for tap in taps.all()):
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert box["height"] <= 70
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Spinach, cooked · 1 cup").click()
    expect(TodayPage(page).confirmation).to_contain_text("Added 1 cup Spinach, cooked")
    assert server.sql("select meal, source, grams from entry where day = ?", str(diary.today())) == [
        ("lunch", "tap", 180.0)
    ]
