"""Knows what is asked about each file: the command's request, and what the configuration near the file adds."""

from __future__ import annotations

from functools import lru_cache

from projektkort.config import Configurations, Settings
from projektkort.engine.request import Request
from projektkort.frozen import Frozen, replace
from projektkort.source import Found

KEPT = 64  # requests; the files of a run are asked about in a few ways


class Asked(Frozen):
    """The request of the command, and where configuration is asked for; None: nowhere."""

    request: Request
    configurations: Configurations | None = None

    def of(self, file: Found) -> Request:
        """The request for one file. What the command says stands above what is configured."""
        settings = self.configurations.for_file(file.path) if self.configurations is not None else None
        return _request(self.request, settings, file.named)


@lru_cache(KEPT)
def _request(request: Request, settings: Settings | None, named: bool) -> Request:
    if settings is None:
        return replace(request, named=named)
    return replace(
        request,
        configured=settings.schema,
        schemas=settings.schemas,
        select=request.select or settings.select,
        ignore=request.ignore | settings.ignore,
        levels=settings.levels,
        publish=request.publish or settings.publish or None,
        named=named,
    )
