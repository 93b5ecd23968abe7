"""Knows what shares the amounts are of each other, as the document tells them and as the fund demands."""
