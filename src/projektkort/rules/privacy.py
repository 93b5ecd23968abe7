"""Knows what is private in a document that will be published; personal numbers are looked for in every document."""
