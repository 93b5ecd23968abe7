"""`publiccode.yml` has what the standard demands (version 0.4), and says what is so."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from conftest import ROOT
from projektkort import __version__
from projektkort.locale import LANGUAGES

STATUS = {"concept", "development", "beta", "stable", "obsolete"}
KINDS = {"web", "desktop", "iot", "mobile", "backend", "other"}
TYPES = {"library", "configurationFiles", "addon", *(f"standalone/{kind}" for kind in KINDS)}
MAINTENANCE = {"internal", "contract", "community", "none"}


@pytest.fixture(scope="module")
def said() -> dict[str, Any]:
    loaded = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_what_the_standard_demands_is_there(said: dict[str, Any]) -> None:
    assert said["publiccodeYmlVersion"] == "0.4"
    assert isinstance(said["name"], str)
    assert urlsplit(said["url"]).scheme == "https"
    assert set(said["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert said["developmentStatus"] in STATUS
    assert said["softwareType"] in TYPES
    assert said["maintenance"]["type"] in MAINTENANCE
    assert all(each["name"] for each in said["maintenance"]["contacts"])
    assert isinstance(said["localisation"]["localisationReady"], bool)


@pytest.mark.parametrize("language", ["en", "da"])
def test_descriptions_have_their_lengths(said: dict[str, Any], language: str) -> None:
    told = said["description"][language]
    assert 0 < len(told["shortDescription"]) <= 150
    assert 150 <= len(told["longDescription"]) <= 10_000
    assert all(len(feature) <= 100 for feature in told["features"])
    assert told["features"]


def test_it_says_what_is_so(said: dict[str, Any]) -> None:
    assert said["softwareVersion"] == __version__
    assert said["legal"]["license"] == "MIT"
    assert sorted(said["localisation"]["availableLanguages"]) == sorted(LANGUAGES)
