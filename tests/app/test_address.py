"""A choice that comes with an address which the browser has not been told about: neither choice is lost."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

NewApp = Callable[..., AppTest]


def address(app: AppTest) -> dict[str, str]:
    return {name: text if isinstance(text, str) else text[0] for name, text in app.query_params.items()}


def as_browser_has_it(app: AppTest, parameters: dict[str, str]) -> None:
    """Give the app the address that the browser sends with its next message."""
    app.query_params.clear()
    for name, value in parameters.items():
        app.query_params[name] = value


@pytest.fixture
def foods(new_app: NewApp) -> AppTest:
    app = new_app(group="seeds")
    return app.switch_page("pages/foods.py").run()


def test_a_choice_made_right_after_another_one_keeps_both(foods: AppTest):
    before = address(foods)
    foods.selectbox("foods.list.by").select("calcium_mg").run()
    assert address(foods) == {"group": "seeds", "by": "calcium_mg"}
    as_browser_has_it(foods, before)
    foods.selectbox("foods.list.per").select("100g").run()
    assert address(foods) == {"group": "seeds", "by": "calcium_mg", "per": "100g"}
    assert foods.selectbox("foods.list.by").value == "calcium_mg"


def test_words_typed_right_after_a_choice_keep_it(foods: AppTest):
    before = address(foods)
    foods.selectbox("foods.list.group").select("greens").run()
    as_browser_has_it(foods, before)
    foods.text_input("foods.list.q").set_value("spinach").run()
    assert address(foods) == {"group": "greens", "q": "spinach"}


def test_after_the_way_back_a_choice_is_made_of_what_is_shown_then(foods: AppTest):
    before = address(foods)
    foods.selectbox("foods.list.by").select("calcium_mg").run()
    # The way back draws the page before anything on it can be chosen.
    as_browser_has_it(foods, before)
    foods.run()
    foods.selectbox("foods.list.per").select("100g").run()
    assert address(foods) == {"group": "seeds", "per": "100g"}


def test_a_step_to_another_week_is_kept_by_what_is_chosen_right_after_it(new_app: NewApp):
    app = new_app(week="2026-W40", against="2026-W39").switch_page("pages/weeks.py").run()
    before = address(app)
    app.button("week.before").click().run()
    assert address(app) == {"week": "2026-W39", "against": "2026-W38"}
    as_browser_has_it(app, before)
    app.toggle("weeks.complete").set_value(True).run()
    assert address(app) == {"week": "2026-W39", "against": "2026-W38", "complete": "1"}
