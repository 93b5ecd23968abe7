"""Knows which papers must come along with an application."""
