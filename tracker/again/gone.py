"""What was offered with one tap and is there no more."""

from tracker.errors import RefusedError


class GoneError(RefusedError):
    """What was offered is not the person's any more: it was deleted after the page was drawn."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} was deleted in another window, so nothing was logged.")
