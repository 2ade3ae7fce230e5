"""Verbs on what a person logs again: own foods, starred foods, saved meals, the foods of a meal.

Each takes the `Diary` of the person first. What changes something is one transaction and returns the `Change` it made,
which `Diary.undo` takes back.
"""
