"""One tap that stars a food, or takes its star; the same wherever a food is opened."""

from tracker.again.stars import star, unstar
from tracker.ui import actions
from tracker.ui.actions import Action


def turn(food_id: str, name: str, starred: bool) -> None:
    """Star a food, or take the star it has; from a callback. name: as the confirmation calls it."""
    if starred:
        actions.perform(Action(f"Took the star from {name}", lambda diary, _sure: unstar(diary, food_id), food_id))
    else:
        actions.perform(Action(f"Starred {name}", lambda diary, _sure: star(diary, food_id), food_id))
