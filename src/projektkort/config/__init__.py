"""Configuration: what `projekt.toml`, or `[tool.projekt]` of `pyproject.toml`, says about the files below it."""

from projektkort.config.faults import BrokenConfiguration, Fault, Known
from projektkort.config.model import EMPTY, Configuration, Pool, Settings
from projektkort.config.nearest import Configurations

__all__ = ["EMPTY", "BrokenConfiguration", "Configuration", "Configurations", "Fault", "Known", "Pool", "Settings"]
