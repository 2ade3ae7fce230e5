"""What the search is made of: a query's words, the rows of names, the weights in a name, and spelling."""
