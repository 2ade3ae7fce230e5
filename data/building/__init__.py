"""The steps of `make foods`: from two packaged copies of USDA data to foods.csv and portions.csv.

One module a step, in the order in which build_foods.py takes them: sources, update, water, omit, names, twins, groups,
staples, portions, output.
"""
