"""The command line as a person or a script uses it, each command on a diary of its own."""

import csv
import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.builders import an_entry
from tracker import __main__ as command_line
from tracker.__main__ import main
from tracker.again import meals, own_foods
from tracker.days import Week
from tracker.diary import Diary
from tracker.foods import DATA_FOLDER, FoodTable, Problem, load_foods
from tracker.own_food import OwnFood, own_food
from tracker.settings import Settings
from tracker.store import open_store

Run = Callable[..., tuple[int, str, str]]

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs one command on a fresh diary and gives status, output and errors."""

    def command(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        status = main(["--db", f"sqlite:///{tmp_path / 'diary.db'}", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


def answer(result: tuple[int, str, str]) -> Any:
    status, out, err = result
    assert (status, err) == (0, "")
    return json.loads(out)


def row_of(name: str) -> dict[str, str]:
    with (DATA_FOLDER / "foods.csv").open(encoding="utf-8", newline="") as file:
        return next(row for row in csv.DictReader(file) if row["name"] == name)


def test_search_answers_with_id_name_group_and_source(run: Run) -> None:
    found = answer(run("search", "almonds", "--limit", "3", "--json"))
    assert len(found) == 3
    assert found[0].keys() == {"id", "name", "group", "source"}
    assert (found[0]["name"], found[0]["group"]) == ("Almonds", "nuts")


def test_search_says_so_when_nothing_is_found(run: Run) -> None:
    assert answer(run("search", "xyzzyplugh", "--json")) == []
    status, out, _ = run("search", "xyzzyplugh")
    assert status == 0
    assert out.startswith("No food of that name.")


def test_parse_answers_with_the_agreed_keys_and_saves_nothing(run: Run) -> None:
    read = answer(run("parse", "30 g almonds; 3 flurbs of spinach", "--json"))
    assert read["line"] == "30 g almonds; 3 flurbs of spinach"
    assert [item["status"] for item in read["items"]] == ["ready", "ask"]
    almonds = read["items"][0]
    assert almonds.keys() == {
        "text",
        "status",
        "reason",
        "kind",
        "food_id",
        "name",
        "amount",
        "measure",
        "grams",
        "approximate",
        "nutrients",
        "choices",
    }
    assert almonds["grams"] == 30
    assert almonds["nutrients"]["magnesium_mg"] == pytest.approx(0.3 * float(row_of("Almonds")["magnesium_mg"]))
    assert answer(run("day", "--json"))["entries"] == []


def test_a_pint_is_the_one_the_person_has_set(run: Run, tmp_path: Path) -> None:
    def pint(command: str) -> list[float]:
        read = answer(run(command, "1 pint water", "--json"))
        return [item["grams"] for item in read["items" if command == "parse" else "saved"]]

    assert pint("parse") == pint("log") == [473.2]
    store = open_store(f"sqlite:///{tmp_path / 'diary.db'}")
    Diary(store, ZoneInfo("UTC")).save_settings(Settings(pint_ml=568.3))
    store.close()
    assert pint("parse") == pint("log") == [568.3]


def test_an_answer_comes_while_the_input_is_still_open(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'diary.db'}"
    command = [sys.executable, "-m", "tracker", "--db", database, "parse", "-", "--json"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        killer = threading.Timer(60, running.kill)  # an answer that never comes fails the test, it does not hang it
        killer.start()
        try:
            for line in ("2 eggs", "", "250 ml water"):
                running.stdin.write(f"{line}\n")
                running.stdin.flush()
                assert json.loads(running.stdout.readline())["line"] == line
            running.stdin.close()
            assert running.stdout.read() == ""
            assert running.wait() == 0
        finally:
            killer.cancel()


def test_standard_input_is_answered_line_by_line_also_an_empty_one(run: Run) -> None:
    status, out, err = run("parse", "-", "--json", stdin="2 eggs\n\n250 ml water\n")
    assert (status, err) == (0, "")
    read = [json.loads(line) for line in out.splitlines()]
    assert [line["line"] for line in read] == ["2 eggs", "", "250 ml water"]
    assert [len(line["items"]) for line in read] == [1, 0, 1]


@pytest.mark.parametrize("text", ["-30 g almonds", "-30g almonds", "-ham"])
def test_a_text_may_begin_with_a_minus(run: Run, text: str) -> None:
    read = answer(run("parse", text, "--json"))
    assert read["line"] == text
    assert [item["status"] for item in read["items"]] == ["ask"]


def test_what_is_logged_is_what_the_day_shows(run: Run) -> None:
    status, out, err = run("log", "30 g almonds and 500 ml water", "--day", "2026-03-02", "--meal", "lunch", "--sure")
    assert (status, err) == (0, "")
    assert out.count("Saved") == 2
    day = answer(run("day", "2026-03-02", "--json"))
    assert day["day"] == "2026-03-02"
    assert [entry["meal"] for entry in day["entries"]] == ["lunch", "lunch"]
    almonds, water = row_of("Almonds"), row_of("Tap water")
    magnesium_mg = 0.3 * float(almonds["magnesium_mg"]) + 5 * float(water["magnesium_mg"])
    assert day["totals"]["magnesium_mg"]["amount"] == pytest.approx(magnesium_mg, rel=0.01)
    assert day["totals"]["magnesium_mg"]["supplement"] is None
    assert day["water"]["food_ml"] == pytest.approx(0.3 * float(almonds["water_g"]))
    assert day["water"]["drinks_ml"] == pytest.approx(500, rel=0.01)
    assert day["water"]["counted_ml"] == pytest.approx(day["water"]["drinks_ml"] + day["water"]["food_ml"])
    assert day["water"]["target_ml"] == 2000
    assert day["water"]["parts"] == {"base": 2000, "fiber": 0, "activity": 0, "heat": 0}
    assert day["states"] == {"water": "below", "magnesium_mg": "below", "vitamin_d_ug": "below"}


def test_a_supplement_is_counted_apart(run: Run) -> None:
    run("log", "magnesium citrate 200 mg", "--sure")
    total = answer(run("day", "--json"))["totals"]["magnesium_mg"]
    assert (total["amount"], total["food"], total["supplement"]) == (200, None, 200)


def test_an_empty_day_is_unknown_not_zero(run: Run) -> None:
    day = answer(run("day", "2026-03-02", "--json"))
    assert day["totals"]["magnesium_mg"]["amount"] is None
    assert day["water"]["counted_ml"] is None
    assert day["entries"] == []
    assert "Nothing logged." in run("day", "2026-03-02")[1]


def test_a_line_with_a_question_is_not_saved_at_all(run: Run) -> None:
    status, out, err = run("log", "30 g almonds, 2 xyzzy")
    assert (status, out) == (2, "")
    assert err.startswith("Nothing was saved.")
    assert "xyzzy" in err
    assert answer(run("day", "--json"))["entries"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2 kg almonds"], "a lot for one entry"),
        (["30 g almonds", "--day", "1900-01-01"], "more than a year ago"),
        (["30 g almonds", "--day", "2999-01-01"], "in the future"),
    ],
)
def test_what_is_unlikely_is_asked_and_saved_when_the_person_is_sure(run: Run, arguments: list[str], said: str) -> None:
    status, _, err = run("log", *arguments)
    assert status == 2
    assert said in err
    status, out, err = run("log", *arguments, "--sure")
    assert (status, err) == (0, "")
    assert out.startswith("Saved")


@pytest.mark.parametrize(
    "text", ["-30 g almonds", "0 g almonds", "nan g almonds", "1e99 g almonds", "30000 kg almonds"]
)
def test_an_impossible_amount_is_refused_even_when_the_person_is_sure(run: Run, text: str) -> None:
    status, out, err = run("log", text, "--sure")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert answer(run("day", "--json"))["entries"] == []


@pytest.mark.parametrize("text", ["3 flurbs of spinach", "2 xyzzy"])
def test_being_sure_never_accepts_an_unknown_food_or_unit(run: Run, text: str) -> None:
    assert run("log", text, "--sure")[0] == 2


def test_an_empty_text_is_nothing_to_log(run: Run) -> None:
    assert run("log", "") == (2, "", "Nothing was saved: the text names nothing to log.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["day", "yesterday-ish"], "is not a day like"), (["week", "2026-W60"], "is not a week like")],
)
def test_a_text_that_is_no_date_gets_one_sentence(run: Run, arguments: list[str], said: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_one_bad_line_of_many_does_not_cost_the_others(run: Run) -> None:
    status, out, err = run("log", "-", "--sure", stdin="30 g almonds\n2 xyzzy\n250 ml water\n")
    assert status == 2
    assert [len(json.loads(line)["saved"]) for line in out.splitlines()] == [1, 1]
    assert err.count("\n") == 1
    assert len(answer(run("day", "--json"))["entries"]) == 2


def test_a_week_has_means_over_logged_days_and_the_week_it_is_held_against(run: Run) -> None:
    for day, grams in (("2026-03-02", 100), ("2026-03-04", 200), ("2026-02-24", 50)):
        run("log", f"{grams} g almonds", "--day", day, "--sure")
    week = answer(run("week", "2026-W10", "--against", "2026-W09", "--json"))
    magnesium_mg = float(row_of("Almonds")["magnesium_mg"])
    assert (week["week"], week["days_logged"]) == ("2026-W10", 2)
    assert week["mean"]["magnesium_mg"] == pytest.approx(1.5 * magnesium_mg)
    assert week["days_reached"] == {"water": 0, "magnesium_mg": 1, "vitamin_d_ug": 0}
    assert week["against"]["week"] == "2026-W09"
    assert week["against"]["mean"]["magnesium_mg"] == pytest.approx(0.5 * magnesium_mg)
    assert week["difference"]["magnesium_mg"]["percent"] == pytest.approx(200)


def test_a_week_without_entries_has_no_means(run: Run) -> None:
    week = answer(run("week", "2020-W53", "--json"))
    assert (week["week"], week["against"]["week"], week["days_logged"]) == ("2020-W53", "2020-W52", 0)
    assert set(week["mean"].values()) == {None}


def test_a_week_says_what_made_it_and_its_lines_say_so_too(run: Run) -> None:
    run("log", "100 g almonds", "--day", "2026-03-02", "--sure")
    run("log", "50 g almonds and 300 ml water", "--day", "2026-02-24", "--sure")
    made = answer(run("week", "2026-W10", "--json"))["made_by"]["magnesium_mg"]
    magnesium_mg = float(row_of("Almonds")["magnesium_mg"])
    assert [one["name"] for one in made["week"]] == ["Almonds"]
    assert made["difference"][0]["name"] == "Almonds"
    assert made["difference"][0]["amount"] == pytest.approx(0.5 * magnesium_mg)
    status, out, err = run("week", "2026-W10")
    assert (status, err) == (0, "")
    assert out.startswith("2026-W10 against 2026-W09\n")
    assert f"Magnesium  a day from Almonds {magnesium_mg:.0f} mg\n" in out
    assert f"a day changed by Almonds +{0.5 * magnesium_mg:.0f} mg" in out
    assert "(1 of 7 days)" in out


def test_a_week_in_progress_is_held_against_the_same_days_and_the_lines_say_so(run: Run) -> None:
    with time_machine.travel(datetime(2026, 11, 18, 12, tzinfo=UTC), tick=False):
        for day, grams in (("2026-11-16", 100), ("2026-11-18", 500), ("2026-11-10", 50), ("2026-11-14", 400)):
            run("log", f"{grams} g almonds", "--day", day, "--sure")
        week = answer(run("week", "--json"))
        lines = run("week")[1]
    with time_machine.travel(datetime(2026, 11, 16, 12, tzinfo=UTC), tick=False):
        first = run("week")[1]
    magnesium_mg = float(row_of("Almonds")["magnesium_mg"])
    assert f"Magnesium  no average yet, {magnesium_mg:.0f} mg so far against" in first
    assert (week["week"], week["days_logged"], week["in_progress"]) == ("2026-W47", 1, "2026-11-18")
    assert week["mean"]["magnesium_mg"] == pytest.approx(magnesium_mg)
    assert week["against"]["mean"]["magnesium_mg"] == pytest.approx(0.5 * magnesium_mg)
    assert week["against"]["compared"] == ["2026-11-09", "2026-11-10"]
    assert week["note"] == "2026-W47 is still in progress: means are of Monday to Tuesday in both weeks."
    assert week["note"] in lines
    assert "(1 of 2 days)" in lines


def test_means_of_a_week_can_be_of_complete_days_alone(run: Run) -> None:
    run("log", "100 g almonds", "--day", "2026-03-02", "--sure")
    assert answer(run("week", "2026-W10", "--complete", "--json"))["mean_days"]["magnesium_mg"] == 0
    assert "Means and days reached are of days marked complete alone." in run("week", "2026-W10", "--complete")[1]


def test_the_demo_fills_an_empty_diary_once(run: Run) -> None:
    status, out, err = run("demo")
    assert (status, err) == (0, "")
    assert out.startswith("Filled the diary")
    last_week = Week.of(datetime.now(UTC).date()).shifted(-1)
    week = answer(run("week", str(last_week), "--json"))
    assert week["days_logged"] >= 5
    assert 200 < week["mean"]["magnesium_mg"] < 1200
    status, out, err = run("demo")
    assert (status, out) == (2, "")
    assert err.startswith("The diary is not empty")


def test_the_program_runs_as_a_module_and_exits_with_its_status(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'diary.db'}"
    command = [sys.executable, "-m", "tracker", "--db", database, "log", "2 xyzzy"]
    finished = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)
    assert finished.returncode == 2
    assert finished.stdout == ""
    assert "Traceback" not in finished.stderr
    assert finished.stderr.count("\n") == 1


def test_today_is_the_day_of_a_line_that_names_none(run: Run) -> None:
    run("log", "250 ml water")
    day = answer(run("day", "--json"))
    assert date.fromisoformat(day["day"]) == date.fromisoformat(day["entries"][0]["day"])


def test_a_blank_line_of_standard_input_saves_nothing_and_is_no_error(run: Run) -> None:
    status, out, err = run("log", "-", "--sure", stdin="30 g almonds\n\n  \n250 ml water\n")
    assert (status, err) == (0, "")
    saved = [json.loads(line) for line in out.splitlines()]
    assert [(line["line"], len(line["saved"])) for line in saved] == [
        ("30 g almonds", 1),
        ("", 0),
        ("  ", 0),
        ("250 ml water", 1),
    ]


def test_an_error_names_its_line_of_standard_input(run: Run) -> None:
    _, _, err = run("log", "-", stdin="30 g almonds\n2 xyzzy\n\n3 flurbs of spinach\n")
    assert [line.partition(" Nothing was saved. ")[0] for line in err.splitlines()] == ["line 2:", "line 4:"]


@pytest.mark.parametrize("text", ["xyzzy" * 200, "2 xyzzy, " * 200])
def test_an_error_does_not_repeat_a_long_text(run: Run, text: str) -> None:
    status, _, err = run("log", text)
    assert status == 2
    assert "xyzzy" in err
    assert len(err) < 400


@pytest.mark.parametrize(
    ("bad_rows", "said"),
    [
        (0, ""),
        (1, "1 row of the food table could not be read and is left out.\n"),
        (3, "3 rows of the food table could not be read and are left out.\n"),
    ],
)
def test_rows_of_the_food_table_that_are_left_out_are_told_in_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, bad_rows: int, said: str
) -> None:
    column = Problem("foods.csv", 1, "unknown column 'colour'")
    rows = tuple(Problem("foods.csv", line, "2 cells, not 17") for line in range(2, 2 + bad_rows))
    table = FoodTable(load_foods().foods, (column, *rows))
    monkeypatch.setattr(command_line, "load_foods", lambda: table)
    cached = (command_line._shared,)
    for function in cached:
        function.cache_clear()
    try:
        status, _, err = run("search", "almonds")
    finally:
        for function in cached:
            function.cache_clear()
    assert (status, err) == (0, said)


@pytest.fixture
def with_own(tmp_path: Path) -> OwnFood:
    """Fill the diary that `run` works on with an own food and a saved meal; give the food."""
    store = open_store(f"sqlite:///{tmp_path / 'diary.db'}")
    diary = Diary(store, ZoneInfo("UTC"))
    food = own_food("Crunchola 50/50", {"magnesium_mg": 120.0}, group="grains")
    own_foods.add(diary, food)
    meals.save(diary, "my porridge", [an_entry(grams=40.0, magnesium_mg=55.0), an_entry(name="Milk", grams=160.0)])
    store.close()
    return food


@pytest.mark.parametrize(
    ("options", "meals_logged"),
    [([], ["breakfast", "dinner", "dinner"]), (["--meal", "snack"], ["snack", "snack", "snack"])],
)
def test_the_meals_a_line_names_are_kept_unless_one_is_given(
    run: Run, options: list[str], meals_logged: list[str]
) -> None:
    line = "breakfast: 2 eggs; dinner: salmon 150 g, 2 kiwis"
    run("log", line, "--day", "2026-03-02", "--sure", *options)
    entries = answer(run("day", "2026-03-02", "--json"))["entries"]
    assert sorted(entry["meal"] for entry in entries) == sorted(meals_logged)
    moments = {entry["meal"]: entry["at"] for entry in entries}
    assert len(set(moments.values())) == len(set(meals_logged))  # each at its own meal's time


def test_a_meal_behind_a_food_is_kept(run: Run) -> None:
    run("log", "2 kiwis for dinner", "--day", "2026-03-02", "--sure")
    assert [entry["meal"] for entry in answer(run("day", "2026-03-02", "--json"))["entries"]] == ["dinner"]


def test_own_foods_and_saved_meals_of_the_diary_are_found_read_and_logged(run: Run, with_own: OwnFood) -> None:
    found = answer(run("search", "crunchola", "--json"))
    assert found[0] == {"id": with_own.id, "name": "Crunchola 50/50", "group": "grains", "source": "own"}
    line = "30 g crunchola 50/50 and half my porridge"
    items = answer(run("parse", line, "--json"))["items"]
    assert [(item["status"], item["kind"], item["food_id"], item["grams"]) for item in items] == [
        ("ready", "food", with_own.id, 30),
        ("ready", "meal", None, 100),
    ]
    assert items[1]["nutrients"]["magnesium_mg"] is None
    status, out, err = run("log", line, "--meal", "breakfast")
    assert (status, err, out.count("Saved")) == (0, "", 3)
    entries = answer(run("day", "--json"))["entries"]
    assert sorted((entry["name"], entry["grams"], entry["magnesium_mg"]) for entry in entries) == [
        ("Crunchola 50/50", 30, 36),
        ("Milk", 80, None),
        ("Spinach, cooked", 20, 27.5),
    ]


def test_reading_a_line_or_searching_makes_no_diary(run: Run, tmp_path: Path) -> None:
    assert answer(run("parse", "30 g almonds", "--json"))["items"][0]["status"] == "ready"
    assert answer(run("search", "almonds", "--json"))
    assert list(tmp_path.iterdir()) == []


def test_a_diary_that_cannot_be_read_is_said_rather_than_read_past(run: Run, tmp_path: Path) -> None:
    (tmp_path / "diary.db").write_bytes(b"garbage" * 1000)
    status, out, err = run("parse", "30 g almonds")
    assert (status, out) == (2, "")
    assert "cannot be read" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "The following arguments are required: COMMAND; see `python -m tracker --help`."),
        (("search",), "The following arguments are required: TEXT; see `python -m tracker --help`."),
        (("day", "--foo"), "Unrecognized arguments: --foo; see `python -m tracker --help`."),
        (("week", "--against"), "Argument --against: expected one argument; see `python -m tracker week --help`."),
        (
            ("search", "--limit", "0", "milk"),
            "Argument --limit: '0' is no whole number of 1 or more; see `python -m tracker search --help`.",
        ),
        (
            ("search", "--limit", "x\ny", "milk"),
            "Argument --limit: 'x\\ny' is no whole number of 1 or more; see `python -m tracker search --help`.",
        ),
    ],
)
def test_what_no_command_takes_is_refused_in_one_sentence(run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    assert run(*arguments) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize(
    ("arguments", "named"), [(("guess",), "'guess'"), (("log", "--meal", "tea", "milk"), "'tea'"), (("--db",), "--db")]
)
def test_a_wrong_word_is_named_without_the_usage(run: Run, arguments: tuple[str, ...], named: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert named in err
    assert "usage:" not in err
    assert len(err.splitlines()) == 1
