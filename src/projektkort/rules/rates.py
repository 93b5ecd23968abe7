"""Knows what costs are that are reckoned by a rate: flat rates, hours of voluntary work, hours of a year."""
