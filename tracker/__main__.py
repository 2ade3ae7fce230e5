"""The command line: the same functions the pages call.

`python -m tracker [--db URL] COMMAND`. Answers go to standard output, each refusal to standard error in one sentence
with exit status 2. TEXT may be `-`: one a line from standard input, one JSON value a line out.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any, Final, NoReturn, cast

import tzlocal

from tracker import days, report, suggest_report, week_report
from tracker.again import suggestions
from tracker.again.habits import foods_of
from tracker.days import DateError, Week
from tracker.demo import fill_with_demo
from tracker.diary import Diary
from tracker.entries import MEALS, Entry, Meal
from tracker.errors import RefusedError, TrackerError
from tracker.foods import load_foods
from tracker.overlay import Foods
from tracker.parse import Item, entries_of_item
from tracker.settings import Settings
from tracker.store import open_store, open_store_if_there
from tracker.suggesting.exclusions import WORDS
from tracker.suggesting.named import exclusions_of

REFUSED: Final = 2


class UsageError(RefusedError):
    """Words after `python -m tracker` that no command takes."""

    def __init__(self, message: str, program: str) -> None:
        said = " ".join(message.split())
        super().__init__(f"{said[:1].upper()}{said[1:].rstrip('.')}; see `{program} --help`.")


class _Parser(argparse.ArgumentParser):
    """Refuses as all else is refused, in one sentence, where argparse would print its usage."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self.prog)


class ItemsNotReadyError(RefusedError):
    """A line was not saved because some of it must be asked first."""

    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__(f"Nothing was saved. {report.questions(items)}")


class NothingToLogError(RefusedError):
    """A line without any food, drink or supplement."""

    def __init__(self) -> None:
        super().__init__("Nothing was saved: the text names nothing to log.")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 2 refused."""
    try:
        arguments = _arguments(_parser(), argv)
        return cast("int", arguments.run(arguments))
    except TrackerError as error:
        return _refuse(error)
    except BrokenPipeError:
        return 0


def _arguments(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> argparse.Namespace:
    # A line to log may begin with a minus ("-30g almonds"); what is no option of ours is that text.
    arguments, rest = parser.parse_known_args(argv)
    if rest:
        if len(rest) > 1 or getattr(arguments, "text", "") is not None:
            parser.error(f"unrecognized arguments: {' '.join(rest)}")
        arguments.text = rest[0]
    if getattr(arguments, "text", "") is None:
        parser.error("the following arguments are required: TEXT")
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m tracker", description=__doc__, allow_abbrev=False)
    parser.add_argument(
        "--db", metavar="URL", help="the database; else TRACKER_DATABASE_URL, secrets.toml, your data folder"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], help_text: str) -> argparse.ArgumentParser:
        # Only the long --help: "-ham" is a line of text.
        sub = commands.add_parser(name, help=help_text, description=help_text, add_help=False, allow_abbrev=False)
        sub.add_argument("--help", action="help", help="show this help")
        sub.set_defaults(run=run)
        return sub

    search = command("search", _search, "find foods by name")
    search.add_argument("text", nargs="?", metavar="TEXT")
    search.add_argument("--limit", type=_count, default=10, metavar="N", help="at most so many foods (10)")
    parse = command("parse", _parse, "read a line of text; saves nothing")
    parse.add_argument("text", nargs="?", metavar="TEXT")
    log = command("log", _log, "save a line of text if every item of it is ready")
    log.add_argument("text", nargs="?", metavar="TEXT")
    log.add_argument("--day", metavar="D", help="the day, as 2026-11-22 (today)")
    log.add_argument("--meal", choices=MEALS, help="the meal (as TEXT names it, else by the time of day)")
    log.add_argument("--sure", action="store_true", help="save an unlikely amount or date without asking")
    day = command("day", _day, "the totals of a day")
    day.add_argument("day", nargs="?", metavar="D", help="the day, as 2026-11-22 (today)")
    week = command("week", _week, "the means of a week")
    week.add_argument("week", nargs="?", metavar="WEEK", help="the week, as 2026-W47 (this week)")
    week.add_argument("--against", metavar="WEEK", help="the week to compare with (the one before)")
    week.add_argument("--complete", action="store_true", help="means over days marked complete alone")
    gap = command("suggest", _suggest, "what would close the gap of a day, in foods")
    gap.add_argument("--day", metavar="D", help="the day, as 2026-11-22 (today)")
    gap.add_argument("--kcal", type=_kcal, metavar="N", help="the most energy of one way (your setting, else 800)")
    without = f"what to leave out (your setting): {', '.join(WORDS)}, none, or the names of foods (almonds, tofu)"
    gap.add_argument("--without", metavar="GROUP,...", help=without)
    for sub in (search, parse, log, day, week, gap):
        sub.add_argument("--json", action="store_true", help="answer in JSON, numbers not rounded")
    command("demo", _demo, "fill an empty diary with twelve weeks of plausible meals")
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of 1 or more")
    return int(text)


def _kcal(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of kcal, such as 500") from None


def _diary(arguments: argparse.Namespace) -> Diary:
    return Diary(open_store(arguments.db), tzlocal.get_localzone())


@cache
def _shared() -> Foods:
    """Return what finds the foods of the table, which all share."""
    table = load_foods()
    if sentence := report.left_out_sentence(table):
        print(sentence, file=sys.stderr)
    return Foods.of(table)


def _foods(arguments: argparse.Namespace) -> tuple[Foods, Settings]:
    """Return what finds foods for the person of the diary, and their settings.

    Reading alone makes no diary: where there is none yet, only the foods of the table are found.
    """
    store = open_store_if_there(arguments.db)
    if store is None:
        return _shared(), Settings()
    diary = Diary(store, tzlocal.get_localzone())
    return foods_of(diary, _shared()), diary.settings


def _each(text: str, answer: Callable[[str], int]) -> int:
    """Answer one text, or one a line of standard input; a refused line is named and does not cost the others."""
    if text != "-":
        return answer(text)
    status = 0
    for number, line in enumerate(sys.stdin, start=1):
        try:
            status = max(status, answer(line.rstrip("\n")))
        except TrackerError as error:
            status = _refuse(error, f"line {number}: ")
        sys.stdout.flush()
    return status


def _search(arguments: argparse.Namespace) -> int:
    index = _foods(arguments)[0].index

    def answer(text: str) -> int:
        foods = [hit.food for hit in index.search(text, arguments.limit)]
        if arguments.json or arguments.text == "-":
            _print_json([report.food_json(food) for food in foods])
        elif foods:
            _print_lines(f"{food.id:32} {food.group:12} {food.name}" for food in foods)
        else:
            print("No food of that name. Try fewer or other words.")
        return 0

    return _each(arguments.text, answer)


def _parse(arguments: argparse.Namespace) -> int:
    foods, settings = _foods(arguments)

    def answer(text: str) -> int:
        items = foods.reader.read(text, pint_ml=settings.pint_ml)
        if arguments.json or arguments.text == "-":
            _print_json({"line": text, "items": [item.as_json() for item in items]})
        else:
            _print_lines(map(report.item_line, items))
        return 0

    return _each(arguments.text, answer)


def _log(arguments: argparse.Namespace) -> int:
    diary = _diary(arguments)
    foods = foods_of(diary, _shared())
    on = days.parse_day(arguments.day) if arguments.day else diary.today()
    usage = diary.usage()

    def answer(text: str) -> int:
        if arguments.text == "-" and not text.strip():
            _print_json({"line": text, "saved": []})
            return 0
        items = foods.reader.read(text, familiar=usage, pint_ml=diary.settings.pint_ml)
        asked = [item for item in items if item.status == "ask" and not (arguments.sure and item.confirmable)]
        if asked:
            raise ItemsNotReadyError(asked)
        if not items:
            raise NothingToLogError
        entries: list[Entry] = []
        for item in items:
            at, meal = _when(diary, on, arguments.meal or item.eaten_at)
            entries += entries_of_item(item, foods.table, day=on, at=at, meal=meal)
        change = diary.log(entries, sure=arguments.sure)
        if arguments.json or arguments.text == "-":
            _print_json({"line": text, "saved": [report.entry_json(diary.person_id, entry) for entry in change.after]})
        else:
            _print_lines(f"Saved {report.entry_line(entry)}" for entry in change.after)
        return 0

    return _each(arguments.text, answer)


def _when(diary: Diary, on: date, meal: str | None) -> tuple[datetime, Meal]:
    """Return the moment and meal of an entry: now if it is the meal of this hour, else its usual time."""
    known_meal = cast("Meal", meal) if meal else days.meal_at(diary.now().time())
    return diary.moment_of(on, known_meal), known_meal


def _day(arguments: argparse.Namespace) -> int:
    diary = _diary(arguments)
    day = diary.day(days.parse_day(arguments.day) if arguments.day else diary.today())
    if arguments.json:
        _print_json(report.day_json(diary.person_id, day))
    else:
        _print_lines(report.day_lines(day))
    return 0


def _week(arguments: argparse.Namespace) -> int:
    diary = _diary(arguments)
    first = diary.settings.first_weekday
    week = Week.parse(arguments.week, first) if arguments.week else Week.of(diary.today(), first)
    try:
        against = Week.parse(arguments.against, first) if arguments.against else week.shifted(-1)
    except OverflowError:
        raise DateError(str(week), "a week that has one before it") from None
    comparison = diary.compare_weeks(week, against, only_complete=arguments.complete)
    if arguments.json:
        _print_json(week_report.week_json(comparison))
    else:
        _print_lines(week_report.week_lines(comparison))
    return 0


def _suggest(arguments: argparse.Namespace) -> int:
    diary = _diary(arguments)
    table = _shared().table
    wishes = diary.settings.wishes
    if arguments.without is not None:
        wishes = replace(wishes, exclusions=exclusions_of(arguments.without, table, _shared().index))
    if arguments.kcal is not None:
        wishes = replace(wishes, energy_cap_kcal=arguments.kcal)
    day = diary.day(days.parse_day(arguments.day) if arguments.day else diary.today())
    found = suggestions.suggestion(diary, table, day, wishes)
    if arguments.json:
        _print_json(suggest_report.suggestion_json(found))
    else:
        wished = suggest_report.wishes_words(wishes, table)
        _print_lines(suggest_report.suggestion_lines(found, diary.settings.units, wished))
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    diary = _diary(arguments)
    entries = fill_with_demo(diary, _shared().table, _shared().reader)
    print(f"Filled the diary with {entries} entries of twelve weeks.")
    return 0


def _refuse(error: TrackerError, where: str = "") -> int:
    print(f"{where}{error}", file=sys.stderr)
    return REFUSED


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, allow_nan=False))


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


if __name__ == "__main__":
    sys.exit(main())
