"""The parts of `tracker.suggest`: what is left of a day, the foods that may close it, the programme and its solver."""
