"""Knows on which days a project may run and papers must be there."""
