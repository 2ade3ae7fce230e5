"""The Weeks page in a browser: a comparison is a link, a day opens from it, and it is legible on a phone."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app_server import ZONE, Server, settle
from tests.browser.test_the_frame import PHONE, SCHEMES, harms
from tests.builders import an_entry
from tracker.diary import Diary
from tracker.store import open_store

# Long past whatever day it is: no day is in progress.
MONDAYS = (date(2025, 3, 3), date(2025, 3, 10))
PAIR = "week=2025-W11&against=2025-W10"


@pytest.fixture
def logged(server: Server) -> Server:
    """The running app with five days in each of two weeks; of one entry magnesium is not known."""
    store = open_store(f"sqlite:///{server.database}")
    diary = Diary(store, ZoneInfo(ZONE))
    for first, magnesium_mg in zip(MONDAYS, (200.0, 420.0), strict=True):
        for offset in (0, 1, 2, 4, 6):
            day = first.replace(day=first.day + offset)
            food = an_entry(
                day=day,
                at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
                water_g=2000.0,
                energy_kcal=500.0,
                fiber_g=5.0 * offset,
                magnesium_mg=magnesium_mg,
                vitamin_d_ug=10.0,
            )
            diary.log([food, replace(food, id=f"{day}", food_id="x", name="Tea", magnesium_mg=None)], sure=True)
    store.close()
    return server


def shown(page: Page) -> list[str]:
    """Return what the page says: the answer, the legend, the tables with the foods, and the weeks of its pickers."""
    parts, pickers = page.locator(".wa, .wl, .hw, .mb"), page.get_by_test_id("stDateInput")
    # The answer, the legend, two tables, the foods: each part of the page comes when the browser is ready for it.
    expect(parts).to_have_count(5)
    expect(pickers).to_have_count(2)
    return [*parts.all_inner_texts(), *pickers.all_inner_texts()]


def test_a_comparison_is_a_link_that_shows_the_same_in_a_new_window(logged: Server, open_page: Callable[..., Page]):
    page = open_page(f"{logged.url}/weeks?week=2025-W12&against=2025-W10")
    expect(page.get_by_text("Against 2025-W10 from")).to_be_visible()
    page.get_by_role("button", name="W11", exact=True).first.click()
    expect(page.get_by_text("Week 2025-W11 from")).to_be_visible()
    page.get_by_role("button", name="vs. week before").click()
    expect(page.get_by_text("Against 2025-W10 from")).to_be_visible()
    page.get_by_role("radio", name="Magnesium").click()
    expect(page.get_by_role("heading", name="Magnesium, mg by day")).to_be_visible()
    settle(page)
    assert "week=2025-W11&against=2025-W10&nutrient=magnesium_mg" in page.url
    here = shown(page)
    assert "at least 420 mg" in " ".join(here)
    assert "+220 mg (+110" in " ".join(here)
    there = open_page(page.url)
    expect(there.get_by_role("heading", name="Magnesium, mg by day")).to_be_visible()
    assert shown(there) == here
    link = page.get_by_role("link", name="Link to this comparison").get_attribute("href")
    assert link
    assert shown(open_page(f"{logged.url}/{link.removeprefix('./')}")) == here


def test_the_way_back_shows_the_comparison_before(logged: Server, open_page: Callable[..., Page]):
    page = open_page(f"{logged.url}/weeks?{PAIR}")
    page.get_by_role("button", name="vs. 4 weeks before").click()
    expect(page.get_by_text("Against 2025-W07 from")).to_be_visible()
    settle(page)
    page.go_back()
    expect(page.get_by_text("Against 2025-W10 from")).to_be_visible()


def test_a_day_of_the_table_opens_on_today(logged: Server, open_page: Callable[..., Page]):
    page = open_page(f"{logged.url}/weeks?{PAIR}")
    page.get_by_role("link", name="14 Mar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Friday 14 March 2025")
    assert page.url == f"{logged.url}/?day=2025-03-14"


def test_a_bar_of_the_chart_opens_its_day(logged: Server, open_page: Callable[..., Page]):
    page = open_page(f"{logged.url}/weeks?{PAIR}&nutrient=magnesium_mg")
    chart = page.get_by_test_id("stVegaLiteChart")
    box = chart.locator("canvas, svg").first.bounding_box()
    assert box
    # Monday's first bar: a little right of the axis, above its foot.
    page.mouse.click(box["x"] + 0.06 * box["width"] + 40, box["y"] + 0.75 * box["height"])
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("10 March 2025"))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_on_a_phone_nothing_is_cut_off_and_axe_finds_no_harm(
    logged: Server, open_page: Callable[..., Page], scheme: str
):
    page = open_page(f"{logged.url}/weeks?{PAIR}&nutrient=magnesium_mg", scheme=scheme, **PHONE)
    expect(page.locator(".mb")).to_be_visible()
    content, screen = page.evaluate("[document.querySelector('[data-testid=stMain]').scrollWidth, window.innerWidth]")
    assert content <= screen
    assert harms(page) == []
