"""What was worked out from a diary, kept until the diary changes: to see it again costs its drawing alone.

It is kept under the edition of the diary, which every change renews, whichever program makes it, and the day in
progress; so no window, and no second server, shows figures that are no longer true.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, wraps
from typing import TypeVar

from tracker.diary import Diary

MadeT = TypeVar("MadeT")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for; the diary it is worked out from does not tell one question from another, its edition does."""

    edition: str
    today: date
    what: tuple[Hashable, ...]
    diary: Diary = field(compare=False)


def remembered(most: int) -> Callable[[Callable[..., MadeT]], Callable[..., MadeT]]:
    """Return a decorator for what works something out: `make(diary, *what)`, from the diary and `what` alone.

    What it returns is shared by sessions: nobody may change it. most: how many answers are kept.
    """

    def decorate(make: Callable[..., MadeT]) -> Callable[..., MadeT]:
        @lru_cache(maxsize=most)
        def kept(asked: _Asked) -> MadeT:
            return make(asked.diary, *asked.what)

        @wraps(make)
        def remembering(diary: Diary, *what: Hashable) -> MadeT:
            return kept(_Asked(diary.edition, diary.today(), what, diary))

        return remembering

    return decorate
