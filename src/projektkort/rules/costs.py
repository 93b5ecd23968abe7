"""Knows what may be wrong with a single cost: one that the fund never pays, one too large, one told twice, VAT."""
