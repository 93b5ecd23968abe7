"""Knows how a batch is spread over the workers of a dask.distributed scheduler, wherever they run.

Paths travel there and results back, documents never: all must find the files by the same paths.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import closing, contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, TypeVar

from projektkort import __version__
from projektkort.batch.run import Task, run
from projektkort.source import Found

if TYPE_CHECKING:
    from distributed import Client

Value = TypeVar("Value")

PACKAGE = "projektkort"
PATIENCE = 5  # seconds, in which a scheduler answers and a worker of it is there


class NoCluster(Exception):  # noqa: N818 - says what it is, as the other exceptions of the house
    """A scheduler that cannot be used, or no longer; the text says why."""


def spread(files: Iterable[Found], task: Task[Value], address: str) -> Generator[Value, None, None]:
    """What `run` gives, done by the workers of the scheduler at an address such as tcp://10.0.0.7:8786.

    A chunk whose worker dies is done by another one. Raises NoCluster.
    """
    with _connected(address) as client:
        workers = _Workers(client)
        with closing(run(files, task, executor=workers, width=sum(client.nthreads().values()))) as values:
            for value in values:
                if not workers.are_there:
                    raise NoCluster(f"the scheduler “{address}” is gone.")
                yield value


class _Workers(Executor):
    """The workers of a client. When the scheduler is gone nothing more is taken, which would be waited for in vain."""

    def __init__(self, client: Client) -> None:
        self._client, self._executor = client, client.get_executor(pure=False)
        self.are_there = True

    def submit(self, fn: Callable[..., Value], /, *args: Any, **kwargs: Any) -> Future[Value]:
        """Gives a task to a worker, and to another one should that die."""
        self.are_there = self.are_there and self._client.status == "running"
        if not self.are_there:
            raise RuntimeError("the scheduler is gone")
        future: Future[Value] = self._executor.submit(fn, *args, **kwargs)
        return future


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    """A client of the scheduler, when all there run the same projektkort as we do."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, which few have
    except ImportError as missing:
        raise NoCluster("a scheduler needs the extra “cluster”: pip install 'projektkort[cluster]'") from missing
    _ask(address)
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what goes wrong, we say ourselves
    with Client(address, timeout=PATIENCE, set_as_default=False) as client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as fault:
            raise NoCluster(f"the scheduler “{address}” has no workers.") from fault
        _compare(client)
        yield client


def _ask(address: str) -> None:
    """Raises NoCluster where no scheduler answers: a client that found none would keep us at the end."""
    import asyncio  # noqa: PLC0415 - distributed has loaded it

    from distributed import Security, rpc  # noqa: PLC0415 - an extra, which few have

    async def identity() -> dict[str, object]:
        async with rpc(address, connection_args=Security().get_connection_args("client")) as scheduler:
            return dict(await scheduler.identity())

    try:
        answers = asyncio.run(asyncio.wait_for(identity(), PATIENCE)).get("type") == "Scheduler"
    except ValueError as fault:
        raise NoCluster(f"“{address}” is no address of a scheduler, such as tcp://10.0.0.7:8786.") from fault
    except OSError as fault:
        raise NoCluster(f"there is no scheduler that answers at “{address}”.") from fault
    if not answers:
        raise NoCluster(f"what answers at “{address}” is no scheduler.")


def _compare(client: Client) -> None:
    """Raises NoCluster where a worker has another version than we, or none."""
    for worker, theirs in sorted(client.run(version, PACKAGE, on_error="return").items()):
        if theirs != __version__:
            has = f"{PACKAGE} {theirs}" if isinstance(theirs, str) else f"no {PACKAGE}"
            raise NoCluster(f"the worker {worker} has {has}, and here is {__version__}. All must have the same.")
