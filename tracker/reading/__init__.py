"""How a line of text is read: tokens, numbers, measures, weights, the parts of a line and the foods they name.

`tracker.quantities` and `tracker.parse` are the doors; nothing else outside this room needs to look in.
"""
