"""The longer view: its address, means beside their targets, the calendar, streaks, and days marked at once."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from streamlit.testing.v1 import AppTest

from tests.app.test_pages import words_of
from tests.builders import a_supplement, an_entry
from tracker.days import Week
from tracker.diary import Diary
from tracker.history import History
from tracker.intake import Day, day_intake
from tracker.marks import Mark
from tracker.settings import Settings
from tracker.targets import Targets
from tracker.ui import streaks
from tracker.ui.calendar_view import calendar_html
from tracker.ui.charts import long_chart
from tracker.ui.long_legend import legend_html
from tracker.ui.long_table import table_html

NewApp = Callable[..., AppTest]

# A Wednesday; its week, 2026-W47, begins on Monday, 16 November.
TODAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Stand still on Wednesday, 18 November 2026, at noon."""
    with time_machine.travel(datetime(2026, 11, 18, 12, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


def log(diary: Diary, *amounts: tuple[date, float | None]) -> None:
    """Log one food a day with so much magnesium, mg, and 500 mL of water."""
    known = {"energy_kcal": 100.0, "water_g": 500.0}
    diary.log([an_entry(day=day, at=noon(day), magnesium_mg=mg, **known) for day, mg in amounts], sure=True)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def open_view(new_app: NewApp, **parameters: str) -> AppTest:
    app = new_app(view="long", **parameters).switch_page("pages/weeks.py").run()
    assert not app.exception
    return app


def bodies(app: AppTest) -> str:
    """Return the HTML of the page without its styles."""
    return re.sub(r"<(style|script)>.*?</\1>", "", " ".join(html.proto.body for html in app.html), flags=re.DOTALL)


def rows_of(html: str) -> list[list[str]]:
    """Return the table of weeks as texts, the latest week first; small print in brackets."""
    table = html[html.index('<div class="hl">') :]
    found = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", table, re.DOTALL)
    cells = (re.split(r"</t[hd]>(?:<td>)?", row.replace("<small>", " (").replace("</small>", ")")) for row in found)
    return [[re.sub("<[^>]*>", "", cell) for cell in row if cell] for row in cells]


def history(*days: Day, weeks: int = 2, first_weekday: int = 0, today: date = TODAY) -> History:
    """Return the last weeks up to today's; days that are not given have no entries."""
    given = {day.day: day for day in days}
    last = Week.of(today, first_weekday)
    every = [day for back in range(weeks - 1, -1, -1) for day in last.shifted(-back).days]
    return History([given.get(day) or a_day(day) for day in every], today, first_weekday)


def a_day(day: date, *amounts: float | None, mark: Mark | None = None, pill_mg: float | None = None) -> Day:
    """Return a day of foods with so much magnesium, mg, each of 100 kcal."""
    entries = [an_entry(day=day, at=noon(day), magnesium_mg=mg, energy_kcal=100.0, water_g=500.0) for mg in amounts]
    if pill_mg is not None:
        entries.append(a_supplement(day=day, at=noon(day), magnesium_mg=pill_mg))
    return day_intake(day, entries, Targets(), mark=mark)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("asked", "weeks", "remark"),
    [
        ({}, 12, None),
        ({"weeks": "12"}, 12, None),
        ({"weeks": "52"}, 52, None),
        # The first entry is 20 weeks ago.
        ({"weeks": "all"}, 21, None),
        ({"weeks": "13"}, 12, "'13' is no weeks of this page"),
        ({"weeks": "<b>"}, 12, "is no weeks of this page"),
        ({"nutrient": "gold"}, 12, "'gold' is no nutrient of this page"),
    ],
)
def test_the_address_says_how_many_weeks_are_shown(
    new_app: NewApp, diary: Diary, asked: dict[str, str], weeks: int, remark: str | None
):
    log(diary, (MONDAY - timedelta(weeks=20), 100.0), (MONDAY, 100.0))
    app = open_view(new_app, **asked)
    found = rows_of(bodies(app))
    assert (len(found), found[0][0]) == (weeks, "2026-W47 (from 16 Nov)")
    assert f"mean of each of {weeks} weeks" in app.get("vega_lite_chart")[0].proto.alt
    assert [info.value for info in app.info if "is no" not in info.value] == []
    assert (remark is None) or remark in words_of(app)


def test_means_stand_beside_their_days_targets_and_days_reached(new_app: NewApp, diary: Diary):
    log(
        diary,
        # 2026-W46: 300 and 500 mg on two days, one of the others unknown.
        (date(2026, 11, 9), 300.0),
        (date(2026, 11, 10), 500.0),
        (date(2026, 11, 11), None),
        # 2026-W45: nothing known; 2026-W44: a gap; 2026-W43: one day that is a true zero.
        (date(2026, 11, 2), None),
        (date(2026, 10, 19), 0.0),
        # 2026-W47: Monday has ended, today has not.
        (MONDAY, 410.0),
        (TODAY, 4000.0),
    )
    found = rows_of(bodies(open_view(new_app, nutrient="magnesium_mg")))
    assert found[:5] == [
        ["2026-W47 (from 16 Nov)", "410 mg (so far)", "1 of 2", "400 mg", "2 days"],
        ["2026-W46 (from 9 Nov)", "at least 400 mg (67\u00a0% known)", "2 of 7", "400 mg", "1 day"],
        ["2026-W45 (from 2 Nov)", "nothing known", "0 of 7", "400 mg", "0 days"],
        ["2026-W44 (from 26 Oct)", "nothing logged", "0 of 7", "400 mg", "0 days"],
        ["2026-W43 (from 19 Oct)", "0 mg", "1 of 7", "400 mg", "0 days"],
    ]


def test_a_link_of_a_week_opens_its_comparison_and_of_a_day_that_day(new_app: NewApp, diary: Diary):
    log(diary, (MONDAY, 100.0))
    html = bodies(open_view(new_app))
    assert '<a href="./weeks?week=2026-W47">2026-W47</a>' in html
    assert '<a class="b" href="./?day=2026-11-16"' in html


def test_a_week_that_begins_today_has_no_mean_yet():
    monday = history(a_day(MONDAY, 300.0), weeks=1, today=MONDAY)
    (row,) = rows_of(table_html(monday.weeks("magnesium_mg"), "magnesium_mg"))
    assert row[1:3] == ["no average yet", "0 of 0"]


def test_weeks_before_the_last_twelve_are_folded_away():
    points = history(a_day(TODAY, 1.0), weeks=13).weeks("water")
    assert "<details><summary>1 earlier week</summary>" in table_html(points, "water")
    assert "<details>" not in table_html(points[1:], "water")


def test_the_chart_has_gaps_for_weeks_without_a_mean_and_the_unit_of_the_screen():
    shown = history(a_day(ago(9), 300.0, None), a_day(ago(20), None), a_day(MONDAY, 500.0), weeks=4)
    found = long_chart.rows(shown.weeks("magnesium_mg"), "magnesium_mg")
    assert [(row["start"], row["mean"], row["sign"], row["so_far"], row["target"]) for row in found] == [
        ("2026-10-26", None, "?", False, 400.0),
        ("2026-11-02", None, "", False, 400.0),
        ("2026-11-09", 300.0, "≥", False, 400.0),
        ("2026-11-16", 500.0, "", True, 400.0),
    ]
    # 25 µg are 1,000 IU.
    assert {row["target"] for row in long_chart.rows(shown.weeks("vitamin_d_ug"), "vitamin_d_ug")} == {1000.0}
    assert {row["target"] for row in long_chart.rows(shown.weeks("fiber_g"), "fiber_g")} == {None}


def test_the_chart_of_a_diary_of_years_says_in_words_what_would_be_dust():
    shown = history(a_day(ago(9), 300.0, None), a_day(ago(16), 300.0), weeks=61)
    points = shown.weeks("magnesium_mg")
    assert {row["sign"] for row in long_chart.rows(points, "magnesium_mg")} == {""}
    assert "1 of 2 means are “at least”" in legend_html(points, "magnesium_mg")
    assert "≥ at least" in legend_html(points[1:], "magnesium_mg")


def test_a_chart_is_built_once_whatever_is_shown():
    assert long_chart.spec(12) is long_chart.spec(11)
    assert long_chart.spec(12) is not long_chart.spec(52)
    assert "data" not in long_chart.spec(52)


def test_a_date_under_a_bar_is_the_first_day_of_its_week():
    few = long_chart.rows(history(weeks=3).weeks("water"), "water")
    assert [row["date"] for row in few] == ["2 Nov", "9 Nov", "16 Nov"]
    year = long_chart.rows(history(weeks=52).weeks("water"), "water")
    dated = [row for row in year if row["date"]]
    assert 5 <= len(dated) <= 7
    assert all(row["start"].endswith(f"-{int(row['date'].split()[0]):02d}") for row in dated)


def test_the_legend_names_only_what_is_drawn():
    known = history(a_day(ago(9), 300.0), weeks=2)
    assert "at least" not in legend_html(known.weeks("magnesium_mg"), "magnesium_mg")
    assert "so far" not in legend_html(known.weeks("magnesium_mg"), "magnesium_mg")
    assert "no bar: nothing logged" in legend_html(known.weeks("magnesium_mg"), "magnesium_mg")
    assert "target" not in legend_html(known.weeks("fiber_g"), "fiber_g")
    assert "Nothing is known of it" in legend_html(known.weeks("calcium_mg"), "calcium_mg")
    assert "Vitamin D, IU a day" in legend_html(known.weeks("vitamin_d_ug"), "vitamin_d_ug")


def calendar_of(shown: History, key: str = "magnesium_mg") -> str:
    return calendar_html(shown.calendar(key), key, shown.first_weekday, shown.today)


@pytest.mark.parametrize(
    ("day", "letter", "words", "sample"),
    [
        (a_day(ago(1), 400.0), "r", "400 mg of 400 mg, reached", "reached"),
        (a_day(ago(1), 399.0), "b", "399 mg of 400 mg, below", "below"),
        (a_day(ago(1), 100.0, None), "b", "at least 100 mg of 400 mg, below", "below"),
        (a_day(ago(1), 0.0), "b", "0 mg of 400 mg, below", "below"),
        (a_day(ago(1), 100.0, pill_mg=360.0), "a", "460 mg of 400 mg, above the limit", "above the limit"),
        (a_day(ago(1), None), "u", "nothing known", "nothing known"),
        (a_day(ago(1)), "n", "not logged", "not logged"),
        (a_day(ago(1), 100.0, mark="not tracked"), "x", "100 mg of 400 mg, not tracked", "not tracked"),
        (a_day(ago(1), 450.0, mark="partial"), "r", "450 mg of 400 mg, reached, marked partial", "reached"),
    ],
)
def test_a_day_of_the_calendar_shows_its_state_in_shape_and_words(day: Day, letter: str, words: str, sample: str):
    html = calendar_of(history(day, weeks=1))
    assert f'<a class="{letter}" href="./?day=2026-11-17" title="{words}">17</a>' in html
    assert re.search(rf'<i class="{letter}">5?</i>{sample}</span>', html)


@pytest.mark.parametrize(
    ("amount", "letter", "words"), [(100.0, "p", "100 mg of 400 mg, so far"), (450.0, "r", "450 mg of 400 mg, reached")]
)
def test_today_is_outlined_and_counts_as_reached_once_it_is(amount: float, letter: str, words: str):
    html = calendar_of(history(a_day(TODAY, amount), weeks=1))
    cell = f'<td class="o"><a class="{letter}" href="./?day=2026-11-18" title="{words}" aria-current="date">18</a></td>'
    assert cell in html
    assert "today, so far" in html


def test_a_day_to_come_is_a_link_only_when_it_is_marked():
    html = calendar_of(history(a_day(date(2026, 11, 21), mark="not tracked"), weeks=1))
    assert '<span class="t">20</span>' in html
    assert '<a class="x" href="./?day=2026-11-21" title="not tracked">21</a>' in html


@pytest.mark.parametrize(
    ("first_weekday", "head", "blanks"),
    [(0, "MTWTFSS", 6), (5, "SSMTWTF", 1), (6, "SMTWTFS", 0)],
)
def test_the_days_stand_under_their_weekdays_whichever_begins_the_week(first_weekday: int, head: str, blanks: int):
    # 1 November 2026 is a Sunday; the view begins before it.
    html = calendar_of(history(weeks=4, first_weekday=first_weekday))
    november = html[html.index("November 2026") : html.index("October 2026")]
    assert "".join(re.findall(r'<th scope="col"[^>]*>(.)</th>', november)) == head
    assert re.search(r"<tbody><tr>((?:<td></td>)*)<td>", november)[1].count("<td>") == blanks  # type: ignore[index]
    rows = [re.findall(r">(\d+)<", row) for row in november.split("<tbody>")[1].split("</tr><tr>")]
    assert [len(row) for row in rows][1:-1] == [7] * (len(rows) - 2)
    assert [day for row in rows for day in row] == [str(number) for number in range(1, int(rows[-1][-1]) + 1)]


def test_every_day_of_the_span_is_in_the_calendar_once():
    shown = history(weeks=52)
    days = re.findall(r"\./\?day=([\d-]+)", calendar_of(shown))
    assert sorted(days) == [value.day.isoformat() for value in shown.calendar("water") if value.day <= TODAY]


def streak_cells(shown: History) -> list[str]:
    """Return what is told of magnesium, small print after a bar: its name, the streak now, the longest one."""
    html = streaks.table_html(shown, "these weeks").partition("<tbody>")[2]
    row = html.split("</tr>")[1].replace("<small>", "|")
    return [re.sub("<[^>]*>", "", cell) for cell in re.split("<t[hd][^>]*>", row)]


@pytest.mark.parametrize(
    ("days", "now", "longest"),
    [
        ([], "none", "none"),
        ([a_day(ago(1), 400.0)], "1 day|Tue 17 Nov", "1 day|Tue 17 Nov"),
        # Today counts once it is reached, and does not end a streak before.
        ([a_day(ago(1), 400.0), a_day(TODAY, 400.0)], "2 days|Tue 17 Nov to Wed 18 Nov", "2 days|"),
        ([a_day(ago(1), 400.0), a_day(TODAY, 1.0)], "1 day|Tue 17 Nov", "1 day|Tue 17 Nov"),
        ([a_day(ago(3), 400.0), a_day(ago(2), 400.0)], "none", "2 days|Sun 15 Nov to Mon 16 Nov"),
        ([a_day(ago(3), 400.0), a_day(ago(2), mark="not tracked"), a_day(ago(1), 400.0)], "2 days|Sun 15", "2 days|"),
        ([a_day(ago(back), 400.0) for back in range(1, 10)], "at least 9 days|Mon 9 Nov to", "at least 9 days|"),
    ],
)
def test_streaks_are_told_in_words(days: Sequence[Day], now: str, longest: str):
    _, name, *told = streak_cells(history(*days))
    assert name == "Magnesium"
    assert told[0].startswith(now)
    assert told[1].startswith(longest)


def test_a_streak_of_another_year_names_it():
    days = [a_day(date(2025, 12, 30), 400.0), a_day(date(2025, 12, 31), 400.0)]
    assert "Tue 30 Dec 2025 to Wed 31 Dec 2025" in streak_cells(history(*days, weeks=52))[3]


def test_the_calendar_of_all_years_shows_one_of_them(new_app: NewApp, diary: Diary):
    log(diary, (date(2024, 12, 31), 100.0), (MONDAY, 100.0))
    app = open_view(new_app, weeks="all")
    assert "day=2026-11-16" in bodies(app)
    assert "day=2024-12-31" not in bodies(app)
    app.segmented_control("address.year").set_value("2024").run()
    assert app.query_params["year"] == "2024"
    assert "day=2024-12-31" in bodies(app)
    assert "day=2026-11-16" not in bodies(app)


def test_an_empty_diary_says_what_to_do_and_days_can_be_marked_all_the_same(new_app: NewApp):
    for weeks in ("12", "all"):
        app = open_view(new_app, weeks=weeks)
        assert "Nothing is logged in" in app.info[0].value
        assert app.get("expander")[0].proto.label == "Mark several days"


def test_means_are_narrowed_to_days_marked_complete(new_app: NewApp, diary: Diary):
    log(diary, (MONDAY, 100.0), (date(2026, 11, 17), 300.0))
    diary.mark([date(2026, 11, 17)], "complete")
    app = open_view(new_app, nutrient="magnesium_mg")
    assert rows_of(bodies(app))[0][1:3] == ["200 mg (so far)", "2 of 2"]
    app.toggle("weeks.complete").set_value(True).run()
    assert rows_of(bodies(app))[0][1:3] == ["300 mg (so far)", "1 of 2"]
    assert "complete" in app.query_params
    assert rows_of(bodies(open_view(new_app, nutrient="magnesium_mg", complete="1")))[0][1] == "300 mg (so far)"


def test_the_week_begins_with_the_weekday_that_was_set(new_app: NewApp, diary: Diary):
    diary.save_settings(Settings(first_weekday=6))
    log(diary, (date(2026, 11, 15), 100.0))
    assert rows_of(bodies(open_view(new_app)))[0][0] == "2026-W47 (from 15 Nov)"


def test_names_of_people_are_nowhere_on_the_page(new_app: NewApp, diary: Diary):
    diary.log([an_entry(name="<b>=1+1</b>", day=MONDAY, at=noon(MONDAY), magnesium_mg=1.0)], sure=True)
    assert "1+1" not in bodies(open_view(new_app))
