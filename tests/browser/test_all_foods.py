"""All foods in a browser: found and logged by keyboard, ranked, a list is a link, legible on a phone."""

import re
from collections.abc import Callable
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.app_server import Server, running_app, save_by_shortcut, settle, window
from tests.browser.test_the_frame import PHONE, SCHEMES, harms

LIST = "/foods?group=seeds&by=calcium_mg&per=100g&only=all"


def rows(page: Page) -> Locator:
    return page.locator(".st-key-foodrows button")


def status(page: Page) -> Locator:
    """Return the line that confirms the last action."""
    return page.get_by_role("status").filter(has_text=re.compile("Logged|Undone|Starred"))


def content_and_screen(page: Page) -> tuple[float, float]:
    widths = page.evaluate("[document.querySelector('[data-testid=stMain]').scrollWidth, window.innerWidth]")
    return widths[0], widths[1]


def choose(page: Page, field: str, option: str) -> None:
    page.get_by_label(field).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_food_is_found_opened_logged_and_undone_by_keyboard_alone(server: Server, open_page: Callable[..., Page]):
    page = open_page(f"{server.url}/foods")
    expect(rows(page)).to_have_count(50)
    page.get_by_label("Find foods").focus()
    page.keyboard.type("cooked spinach", delay=40)
    expect(rows(page).first).to_have_text(re.compile("^Spinach, cooked 157.mg"))
    expect(page.get_by_label("Find foods")).to_have_value("cooked spinach")
    expect(page.get_by_label("Find foods")).to_be_focused()
    for _ in range(20):
        page.keyboard.press("Tab")
        if rows(page).first.evaluate("row => row === document.activeElement"):
            break
    expect(rows(page).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("Spinach, cooked")
    expect(page.get_by_role("row", name=re.compile("^Magnesium 87 mg 157 mg 10th of 115"))).to_be_visible()
    settle(page)
    save_by_shortcut(page)
    expect(status(page)).to_have_text("Logged 1 cup Spinach, cooked")
    expect(page.get_by_role("row", name=re.compile("^Magnesium 157 mg of 400 mg 313 mg"))).to_be_visible()
    assert server.sql("select food_id, grams, amount, measure from entry") == [("sr:11458", 180.0, 1.0, "cup")]
    page.get_by_role("button", name="Undo").press("Enter")
    expect(status(page)).to_have_text("Undone: Logged 1 cup Spinach, cooked")
    assert server.sql("select id from entry") == []


def test_a_list_is_ranked_opened_and_found_again_on_the_way_back(server: Server, open_page: Callable[..., Page]):
    page = open_page(f"{server.url}/foods")
    page.get_by_role("button", name="Everyday foods").click()
    expect(page.get_by_text("of 9,340 · Magnesium")).to_be_visible()
    choose(page, "Group", "Seeds")
    expect(page.get_by_text("of 49 · Magnesium")).to_be_visible()
    choose(page, "Ranked by", "Calcium")
    choose(page, "Amounts in", "100 g")
    expect(page.get_by_text("1–49 of 49 · Calcium in 100 g")).to_be_visible()
    settle(page)
    assert page.url == f"{server.url}{LIST}"
    here = rows(page).all_inner_texts()
    figures = [int(re.search(r"([\d,]+)\smg", text)[1].replace(",", "")) for text in here if "mg" in text]  # type: ignore[index]
    assert len(figures) == 49
    assert figures == sorted(figures, reverse=True)
    rows(page).nth(3).click()
    expect(page.get_by_text("All values")).to_be_visible()
    settle(page)
    assert "food=" in page.url
    page.go_back()
    expect(rows(page)).to_have_count(49)
    assert page.url == f"{server.url}{LIST}"
    there = open_page(page.url)
    expect(rows(there)).to_have_count(49)
    assert rows(there).all_inner_texts() == here


def test_undo_still_knows_what_was_done_before_another_food_was_opened(server: Server, open_page: Callable[..., Page]):
    page = open_page(f"{server.url}/foods?food=sr:11458")
    page.get_by_role("button", name="Star", exact=True).click()
    expect(status(page)).to_have_text("Starred Spinach, cooked")
    page.get_by_role("button", name="Back to the list").click()
    page.get_by_role("button", name="Starred", exact=True).click()
    expect(rows(page)).to_have_count(1)
    rows(page).first.click()
    expect(page.get_by_role("heading", level=2)).to_have_text("★ Spinach, cooked")
    page.get_by_role("button", name="Undo").click()
    expect(status(page)).to_have_text("Undone: Starred Spinach, cooked")
    expect(page.get_by_role("heading", level=2)).to_have_text("Spinach, cooked")
    assert server.sql("select food_id from starred_food") == []


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("/foods?q=cooked%20spinach&by=calcium_mg&page=1", "Calcium in a usual portion"),
        ("/foods?food=sr:11458", "Spinach, cooked, boiled, drained, without salt"),
        ("/foods?view=mine", "You have no foods of your own yet"),
    ],
)
def test_a_link_opens_on_a_server_that_has_shown_nothing_yet(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, link: str, words: str
):
    with running_app(tmp_path_factory.mktemp("cold")) as fresh:
        page = window(browser, fresh.url + link)
        expect(page.get_by_text(words).first).to_be_visible()
        assert unquote_plus(page.url) == unquote_plus(fresh.url + link)
        page.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("link", ["/foods", "/foods?food=sr:11458", "/foods?q=qqqzzz&only=eaten"])
def test_on_a_phone_nothing_is_cut_off_and_axe_finds_no_harm(
    server: Server, open_page: Callable[..., Page], link: str, scheme: str
):
    page = open_page(server.url + link, scheme=scheme, **PHONE)
    expect(page.get_by_text("Magnesium").or_(page.get_by_text("No food answers")).first).to_be_visible()
    settle(page)
    content, screen = content_and_screen(page)
    assert content <= screen
    assert harms(page) == []


def test_from_the_foot_of_a_list_the_next_page_begins_in_view_on_a_phone(
    server: Server, open_page: Callable[..., Page]
):
    page = open_page(f"{server.url}/foods", **PHONE)
    expect(rows(page)).to_have_count(50)
    page.get_by_role("link", name="Back to the top of the list").click()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("51–100 of 400 everyday foods")).to_be_in_viewport()
    expect(rows(page).first).to_be_in_viewport()
    settle(page)
    assert page.url == f"{server.url}/foods?page=2&only=everyday"
    page.go_back()
    page.go_back()
    expect(page.get_by_text("1–50 of 400 everyday foods")).to_be_attached()


def test_a_row_is_name_and_figure_in_one_line_on_a_phone(server: Server, open_page: Callable[..., Page]):
    page = open_page(f"{server.url}/foods?q=spinach", **PHONE)
    row = rows(page).first
    expect(row).to_be_visible()
    figure = row.locator("strong").bounding_box()
    box = row.bounding_box()
    assert figure is not None
    assert box is not None
    # The figure stands at the right edge, in the first line.
    assert box["x"] + box["width"] - (figure["x"] + figure["width"]) < 12
    assert figure["y"] - box["y"] < 24
    assert box["height"] >= 40
