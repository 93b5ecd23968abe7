"""Knows who is behind a project: the applicant, the partners, and how they are spelt."""
