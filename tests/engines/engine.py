"""What every engine under test can do; one module beside this one speaks to each."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any

WIDTH, HEIGHT = 390, 844
"""A phone's screen, in CSS pixels."""

_AT_ONCE = '{block: "center", behavior: "instant"}'
_FRAMES_SECONDS = 0.1


class Engine(ABC):
    """One started browser with one page."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Open *address* afresh (also when only the part after # differs) and wait until it has loaded."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """Value of a JavaScript *expression* in the page (what JSON can hold)."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Click the first element that matches, as a reader would."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type *text* with the keyboard into what has the focus; `\\n` is Enter, `\\ue015` arrow down."""

    @abstractmethod
    def faults(self, addresses: Iterable[str], home: str) -> list[str]:
        """What went wrong while opening each address: errors, console messages, failed requests, or
        requests for anything that does not begin with *home*."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def wait(self, expression: str, seconds: float = 5) -> Any:
        """The first truthy value of *expression*; raises `TimeoutError` with what it was last."""
        last = None
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            last = self.evaluate(expression)
            if last:
                return last
            time.sleep(0.05)
        raise TimeoutError(f"{expression} stayed {json.dumps(last)}")

    def focus(self, selector: str) -> None:
        """Give the first element that matches the focus."""
        self.evaluate(f"document.querySelector({json.dumps(selector)}).focus() ?? true")

    def show(self, selector: str) -> None:
        """Bring the first element that matches to the middle of the screen."""
        scroll = f"document.querySelector({json.dumps(selector)}).scrollIntoView({_AT_ONCE}) ?? true"
        # Parts that are drawn only when they come near change their height: a second look finds the place.
        self.evaluate(scroll)
        time.sleep(_FRAMES_SECONDS)
        self.evaluate(scroll)
