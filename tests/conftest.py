"""Knows what several test modules need: the real documents where they are to be had, and the examples."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True, scope="session")
def no_users_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is run before any test has a cache of its own leaves that of the user alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PROJEKT_CACHE_DIR", str(tmp_path_factory.mktemp("shared-cache")))
        patch.delenv("CI", raising=False)
        yield


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache for this test alone; it comes into being when something is put into it.

    Nor does it matter where the tests are run: in CI no lines of documents are shown.
    """
    monkeypatch.delenv("CI", raising=False)
    folder = tmp_path_factory.mktemp("cache") / "projektkort"
    monkeypatch.setenv("PROJEKT_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def documents() -> Path:
    """The folder with the real documents (seeds, corpus, data), which are no part of the project."""
    folder = os.environ.get("PROJEKT_DOCUMENTS")
    if not folder:
        pytest.skip("not run: PROJEKT_DOCUMENTS is not set")
    return Path(folder).resolve(strict=True)


@pytest.fixture
def examples() -> Path:
    """The folder of examples as it lies in the checkout."""
    return ROOT / "examples"


@pytest.fixture
def at_root(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The checkout as the current folder, so that relative paths are those a user would type."""
    monkeypatch.chdir(ROOT)
    return ROOT


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
