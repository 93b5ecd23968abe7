"""Knows whether the numbers of organisations and accounts can be right."""
