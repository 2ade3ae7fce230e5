"""Ways in, looks and harm: cold links, light and dark, a phone, axe, names that are markup, a diary that goes away."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.app_server import ZONE, Server, running_app, settle, window
from tests.browser.today_page import METERS, TodayPage
from tracker.diary import Diary
from tracker.entries import entry_of_food
from tracker.foods import load_foods
from tracker.store import open_store

SCHEMES = ("light", "dark")
PHONE = {"width": 390, "height": 844}
NASTY = "<b>x</b> *y* $z$ :red[r] [a](javascript:1) :tada:"


def harms(page: Page) -> list[str]:
    """Return axe's serious and critical violations, with the first element of each.

    What a late redraw fades is pale for a moment and no harm: only what is still there on a second and third look is.
    """
    found: list[str] = []
    for _ in range(3):
        settle(page)
        violations = Axe().run(page).response["violations"]
        found = [
            f"{one['id']}: {one['help']}: {one['nodes'][0]['html']}: {one['nodes'][0]['failureSummary']}"
            for one in violations
            if one["impact"] in ("serious", "critical")
        ]
        if not found:
            break
    return found


@pytest.mark.parametrize(
    ("link", "heading", "words"),
    [
        ("/weeks?week=2026-W40&against=2026-W38", "Weeks", "2026-W38"),
        ("/targets", "Targets", "Magnesium, mg a day"),
        ("/?day=2026-10-05", "Monday 5 October 2026", "Nothing is logged on this day yet"),
    ],
)
def test_a_link_into_the_app_works_on_a_server_that_has_shown_nothing_yet(
    tmp_path: Path, browser: Browser, link: str, heading: str, words: str
):
    with running_app(tmp_path) as fresh:
        page = window(browser, fresh.url + link)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(page.get_by_text(words).first).to_be_visible()
        expect(page.get_by_role("link", name="Weeks", exact=True)).to_be_visible()
        assert page.url.endswith(link)
        page.close()


def test_nothing_is_asked_of_another_machine(server: Server, browser: Browser):
    context = browser.new_context()
    page = context.new_page()
    elsewhere: list[str] = []
    own = (server.url, server.url.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else elsewhere.append(request.url))
    for path in ("/", "/weeks", "/targets"):
        page.goto(server.url + path)
        settle(page)
    context.close()
    assert elsewhere == []


def fill_a_day(server: Server) -> None:
    """Log a day that has fiber above 25 g, vitamin D and water."""
    store = open_store(f"sqlite:///{server.database}")
    diary = Diary(store, ZoneInfo(ZONE))
    table = {food.name: food for food in load_foods()}
    for name, grams in (
        ("Oatmeal, cooked", 300.0),
        ("Black beans, cooked", 300.0),
        ("Salmon, baked or grilled", 120.0),
        ("Tap water", 500.0),
    ):
        now = diary.now()
        entry = entry_of_food(
            table[name], grams=grams, amount=grams, measure="g", day=diary.today(), at=now, meal="lunch"
        )
        diary.log([entry])
    store.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_on_a_phone_the_three_meters_are_seen_without_scrolling_and_nothing_is_cut_off(
    server: Server, open_page: Callable[..., Page], scheme: str
):
    fill_a_day(server)
    today = TodayPage(open_page(server.url, scheme=scheme, **PHONE))
    for name in METERS:
        box = today.meter(name).bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= PHONE["height"]
    widths = "[document.querySelector('[data-testid=stMain]').scrollWidth, window.innerWidth]"
    content, screen = today.page.evaluate(widths)
    assert content <= screen
    background = today.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert background == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(16, 23, 30)")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_serious_on_the_whole_page(server: Server, open_page: Callable[..., Page], scheme: str):
    today = TodayPage(open_page(server.url, scheme=scheme, width=390, height=3200))
    assert harms(today.page) == []
    fill_a_day(server)
    today.reload()
    for name in METERS:
        today.meter(name).locator("summary").click()
    today.open_row("Black beans")
    today.pick("spinach", "Spinach, cooked")
    assert harms(today.page) == []
    for path in ("/weeks", "/targets"):
        today.page.goto(server.url + path)
        settle(today.page)
        assert harms(today.page) == []


def test_a_name_is_shown_as_it_is_written_and_never_acts(today: TodayPage, server: Server):
    today.tap_water("+250 mL")
    server.sql("update entry set name = ?", NASTY)
    today.reload()
    row = today.row("javascript")
    expect(row).to_contain_text("<b>x</b> *y* $z$")
    assert row.locator("b, em, a, .katex").count() == 0
    shown = row.inner_text().replace("\u2060", "")
    assert NASTY in shown
    meter = today.meter("water")
    meter.locator("summary").click()
    expect(meter.get_by_role("listitem")).to_contain_text(NASTY)
    assert meter.locator("li b, li a").count() == 0
    today.open_row("javascript").get_by_role("button", name="Delete").click()
    expect(today.confirmation).to_contain_text(NASTY)
    assert today.confirmation.locator("b, a").count() == 0


def test_any_text_can_be_searched_for_and_is_not_markup(today: TodayPage):
    answer = today.page.get_by_text("No food of that name").or_(today.page.locator("[class*=st-key-add-pick]")).first
    for text in ("<b>x</b>", "$x$ *y*", "'; drop table entry; --", "\U0001f966" * 50, "x" * 10_000):
        today.search_field.fill(text)
        settle(today.page)
        expect(answer).to_be_visible()
        expect(today.search_field).to_have_value(text)
        expect(today.page.get_by_text("This part of the page failed")).to_have_count(0)


def test_a_day_in_the_future_is_asked_about_and_kept_once_sure(open_page: Callable[..., Page], server: Server):
    today = TodayPage(open_page(f"{server.url}/?day=2099-01-02", **PHONE))
    expect(today.page.get_by_text("This day is in the future")).to_be_visible()
    today.page.get_by_role("button", name="+250 mL").click()
    expect(today.page.get_by_text("2099-01-02 is in the future")).to_be_visible()
    assert server.sql("select id from entry") == []
    today.page.get_by_role("button", name="Save anyway").click()
    expect(today.confirmation).to_contain_text("Added 250 mL water")
    assert server.sql("select day from entry") == [("2099-01-02",)]


@pytest.mark.parametrize("day", ["nonsense", "<b>x</b>"])
def test_an_address_that_names_no_day_shows_today_and_says_so(open_page: Callable[..., Page], server: Server, day: str):
    page = open_page(f"{server.url}/?day={day}", **PHONE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today")
    expect(page.get_by_text("Here is today.")).to_be_visible()


def test_the_day_before_is_one_tap_away_and_in_the_address(today: TodayPage, server: Server):
    today.tap_water("+330 mL")
    today.page.get_by_test_id("stButton").first.get_by_role("button").click()
    expect(today.page.get_by_role("heading", level=1)).to_contain_text("Yesterday")
    expect(today.meter("water")).to_contain_text("nothing logged yet")
    assert "?day=" in today.page.url
    today.page.get_by_role("button", name="Today", exact=True).click()
    expect(today.page.get_by_role("heading", level=1)).to_contain_text("Today")
    assert today.value("water") == pytest.approx(330, abs=1)
    assert "?day=" not in today.page.url


def test_a_diary_removed_while_the_app_runs_is_said_and_the_page_stays(tmp_path: Path, browser: Browser):
    with running_app(tmp_path) as fresh:
        today = TodayPage(window(browser, fresh.url, **PHONE))
        today.tap_water("+250 mL")
        for file in tmp_path.glob("diary.db*"):
            file.unlink()
        today.page.get_by_role("button", name="+250 mL").click()
        expect(today.page.get_by_text("was moved or deleted while the app was running").first).to_be_visible()
        expect(today.page.get_by_role("heading", level=1)).to_be_visible()
        assert "Traceback" not in today.page.content()
        today.page.close()


def test_new_targets_hold_from_today_on_and_can_be_undone(today: TodayPage, server: Server):
    page = today.page
    page.goto(f"{server.url}/targets")
    settle(page)
    page.get_by_label("Magnesium, mg a day").fill("350")
    page.get_by_label("Magnesium, mg a day").press("Tab")
    settle(page)
    page.get_by_text("Water rule, fluid limit, what counts").click()
    settle(page)
    page.get_by_label("Fluid limit").fill("1500")
    page.get_by_label("Fluid limit").press("Tab")
    settle(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Targets changed from today on").first).to_be_visible()
    page.goto(server.url)
    expect(today.meter("magnesium")).to_contain_text("of 350 mg")
    expect(today.meter("water")).to_contain_text("of 1,500 mL")
    expect(today.meter("water")).to_contain_text("nothing is added to it")
    page.goto(f"{server.url}/targets")
    settle(page)
    expect(page.get_by_label("Magnesium, mg a day")).to_have_value("350")
