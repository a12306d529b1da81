"""Does work beside other work, in a process of its own: Python's threads share one core."""

from __future__ import annotations

import gc
import multiprocessing
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

Result = TypeVar("Result")

_FORKED = multiprocessing.get_context("fork")
"""A fork has everything that is loaded, and holds the build's lock as long as it lives."""


def beside(work: Callable[..., Result], *arguments: object) -> Callable[[], Result]:
    """Begin `work(*arguments)`; gives a function that waits for what it returns, or raises what it raised."""
    gc.freeze()  # what is there now stays shared: no collection in the fork touches, and so copies, it
    receiver, sender = _FORKED.Pipe(duplex=False)
    process = _FORKED.Process(target=_tell_outcome, args=(sender, work, arguments), daemon=True)
    process.start()
    sender.close()

    def result() -> Result:
        try:
            value, error = receiver.recv()
        except EOFError:
            raise RuntimeError(f"{work.__name__} was ended from outside") from None
        finally:
            receiver.close()
            process.join()
        if error:
            raise error
        return value

    return result


def _tell_outcome(sender: Connection, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
    try:
        outcome = work(*arguments), None
    except KeyboardInterrupt:
        return
    except Exception as error:
        error.add_note(traceback.format_exc())
        outcome = None, error
    sender.send(outcome)
