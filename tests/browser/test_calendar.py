"""The longer view in a browser: a day of the calendar opens, and the view comes back."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.app_server import ZONE, Server, settle
from tests.browser.test_the_frame import harms
from tests.browser.today_page import TodayPage
from tests.builders import an_entry
from tracker.diary import Diary
from tracker.store import open_store

PHONE = {"width": 390, "height": 844}
LINK = "/weeks?view=long&weeks=52&nutrient=magnesium_mg"


@pytest.fixture
def diary(server: Server) -> Iterator[Diary]:
    """The app's diary, opened beside it: every second day of ten weeks, of some of it magnesium is unknown."""
    store = open_store(f"sqlite:///{server.database}")
    diary = Diary(store, ZoneInfo(ZONE))
    for back in range(2, 70, 2):
        known = {"magnesium_mg": None if back % 5 == 0 else 300.0 + back * 4, "energy_kcal": 900.0, "water_g": 1800.0}
        diary.log([an_entry(day=diary.today() - timedelta(days=back), at=diary.now(), **known)])
    yield diary
    store.close()


def cell(page: Page, day: date) -> Locator:
    return page.locator(f'.hc a[href="./?day={day.isoformat()}"]')


def name_of(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


@pytest.mark.parametrize("way", ["click", "key"])
def test_a_day_opens_and_back_shows_the_same_view(
    server: Server, diary: Diary, open_page: Callable[..., Page], way: str
):
    page = open_page(server.url)
    page.get_by_role("link", name="Weeks", exact=True).click()
    settle(page)
    for choice, asked in (("Longer", "view=long"), ("52 weeks", "weeks=52"), ("Magnesium", "nutrient=magnesium_mg")):
        page.get_by_text(choice, exact=True).last.click()
        # The address follows once the server has answered; before that the page is still idle from the last time.
        expect(page).to_have_url(re.compile(asked))
        settle(page)
    expect(page).to_have_url(re.compile(r"weeks\?view=long&weeks=52&nutrient=magnesium_mg$"))
    address, day = page.url, diary.today() - timedelta(days=40)
    target = cell(page, day)
    if way == "key":
        target.focus()
        page.keyboard.press("Enter")
    else:
        target.click()
    expect(heading(page)).to_have_text(name_of(day))
    assert page.url == f"{server.url}/?day={day.isoformat()}"
    page.go_back()
    expect(page.locator(".hc caption").first).to_be_visible()
    assert page.url == address


def test_a_day_can_be_opened_beside_and_its_link_shared(server: Server, diary: Diary, open_page: Callable[..., Page]):
    page, day = open_page(server.url + LINK), diary.today() - timedelta(days=8)
    with page.context.expect_page() as opened:
        cell(page, day).click(modifiers=["ControlOrMeta"])
    settle(opened.value)
    expect(heading(opened.value)).to_have_text(name_of(day))
    opened.value.close()
    expect(page.locator(".hc caption").first).to_be_visible()


def test_a_week_of_the_table_opens_its_comparison(server: Server, diary: Diary, open_page: Callable[..., Page]):
    page = open_page(server.url + LINK)
    link = page.locator(".hl a").nth(2)
    week = link.inner_text()
    link.click()
    expect(page).to_have_url(f"{server.url}/weeks?week={week}")
    expect(page.get_by_text("Against").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_cut_off_days_can_be_tapped_and_axe_finds_nothing_serious(
    server: Server, diary: Diary, open_page: Callable[..., Page], scheme: str
):
    diary.mark([diary.today() - timedelta(days=back) for back in (3, 4, 5)], "not tracked")
    page = open_page(server.url + LINK, scheme=scheme, **PHONE)
    expect(page.locator(".hc caption").first).to_be_visible()
    content, screen = page.evaluate("[document.querySelector('[data-testid=stMain]').scrollWidth, window.innerWidth]")
    assert content <= screen
    boxes = page.evaluate(
        "[...document.querySelectorAll('.hc a')].map(a => a.getBoundingClientRect()).map(b => [b.width, b.height])"
    )
    assert len(boxes) > 350
    assert min(min(box) for box in boxes) >= 24
    page.get_by_text("Mark several days").click()
    expect(page.get_by_role("button", name="Mark", exact=True)).to_be_visible()
    assert harms(page) == []


def test_a_holiday_is_marked_and_taken_back(server: Server, diary: Diary, open_page: Callable[..., Page]):
    page = open_page(server.url + LINK)
    page.get_by_text("Mark several days").click()
    page.get_by_role("button", name="Mark", exact=True).click()
    today = diary.today()
    expect(cell(page, today)).to_have_class("x")
    expect(page.locator(".stHtml").get_by_role("status")).to_contain_text(f"Marked {name_of(today)} not tracked")
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, today)).to_have_class("p")


def test_a_day_is_marked_on_its_own_page(server: Server, diary: Diary, today: TodayPage):
    today.page.get_by_text("Partial", exact=True).click()
    expect(today.confirmation).to_contain_text("partial")
    assert diary.day(diary.today()).mark == "partial"
    today.page.get_by_text("Partial", exact=True).click()
    expect(today.confirmation).to_contain_text("Took the mark off")
    assert diary.day(diary.today()).mark is None
