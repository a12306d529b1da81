"""WebKit as WebKitGTK ships it, driven through its own WebDriver on a screen in memory."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import NoSuchFrameException
from selenium.webdriver.common.by import By
from selenium.webdriver.webkitgtk.service import Service

from tests.engines.engine import HEIGHT, WIDTH, Engine
from upkeep.engines import find_mini_browser, find_screen, find_webkit_driver

_SECONDS_A_WALK = 180
_CONSOLE = "CONSOLE "

# A driven WebKit tells nobody what its console said; an undriven one writes it to the terminal.
# So faults are looked for by opening each page in turn inside this one.
# Each has a frame of its own, since one that only went on within its file would not load.
_WALK = """<!doctype html><meta charset="utf-8"><body><script>
const addresses = %s;
let at = -1;
function next() {
  at += 1;
  if (!addresses[at]) { console.log("walk: done"); return; }
  const frame = document.createElement("iframe");
  Object.assign(frame, { width: 390, height: 844, src: addresses[at] });
  frame.onload = () => { console.log("walk: opened " + addresses[at]); setTimeout(next, 60); };
  document.body.replaceChildren(frame);
}
setTimeout(next, 60);
</script>
"""


class WebKit(Engine):
    """One WebKitGTK browser with one page."""

    def __init__(self) -> None:
        self._ending = contextlib.ExitStack()
        self._environment = self._ending.enter_context(_environment())
        service = Service(executable_path=find_webkit_driver(), env=self._environment)
        options = webdriver.WebKitGTKOptions()
        options.binary_location = find_mini_browser()
        options.add_argument("--automation")
        self._driver = webdriver.WebKitGTK(options=options, service=service)
        self._driver.set_window_size(WIDTH, HEIGHT)

    def open(self, address: str) -> None:
        self._driver.get("about:blank")
        self._driver.get(address)

    def evaluate(self, expression: str) -> Any:
        return self._driver.execute_script(f"return ({expression})")

    def wait(self, expression: str, seconds: float = 5) -> Any:
        with contextlib.suppress(NoSuchFrameException):  # the page was being left just then
            return super().wait(expression, seconds)
        return super().wait(expression, seconds)

    def click(self, selector: str) -> None:
        self.show(selector)
        self._driver.find_element(By.CSS_SELECTOR, selector).click()

    def type(self, text: str) -> None:
        self._driver.switch_to.active_element.send_keys(text.replace("\n", "\ue007"))

    def faults(self, addresses: Iterable[str], home: str) -> list[str]:
        # An address outside *home* needs no look of its own: the pages' policy refuses it aloud.
        addresses = list(addresses)
        with tempfile.TemporaryDirectory() as folder:
            walk = Path(folder, "walk.html")
            walk.write_text(_WALK % json.dumps(addresses), encoding="utf-8")
            lines = _console(walk.as_uri(), self._environment, _SECONDS_A_WALK)
            return _unexpected(lines, addresses)

    def close(self) -> None:
        self._driver.quit()
        self._ending.close()


@contextlib.contextmanager
def _environment() -> Iterator[dict[str, str]]:
    """A screen in memory, and folders of its own for what WebKit keeps."""
    screen = [find_screen(), "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    server = subprocess.Popen(screen, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    with tempfile.TemporaryDirectory(prefix="webkit-", ignore_cleanup_errors=True) as home:
        try:
            places = dict.fromkeys(["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"], home)
            display = f":{server.stdout.readline().strip()}"
            yield {**os.environ, **places, "DISPLAY": display, "GTK_A11Y": "none", "NO_AT_BRIDGE": "1"}
        finally:
            server.terminate()
            server.wait(timeout=10)


def _console(address: str, environment: dict[str, str], seconds: float) -> Iterator[str]:
    """Lines that WebKit's console shows from opening *address* until the walk is done."""
    command = [find_mini_browser(), "--enable-write-console-messages-to-stdout=true", address]
    # Despite its option's name the console comes out as standard error, among GTK's own words.
    console = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True, "errors": "replace"}
    process = subprocess.Popen(command, env=environment, **console)
    late = threading.Timer(seconds, process.terminate)
    late.start()
    try:
        for line in process.stderr:
            if "walk: done" in line:
                return
            if _CONSOLE in line:
                yield line.strip()
        yield f"the walk was not done after {seconds:.0f} s"
    finally:
        late.cancel()
        process.terminate()
        process.wait(timeout=10)


def _unexpected(lines: Iterable[str], addresses: list[str]) -> list[str]:
    """What is not the walk's own word, with the page that was then being opened; and pages never opened."""
    found, opened = [], []
    for line in lines:
        if "walk: opened " in line:
            opened.append(line.split("walk: opened ", 1)[1])
        else:
            at = addresses[min(len(opened), len(addresses) - 1)]
            found.append(f"{at}: console: {line}")
    return found + [f"{address}: not opened" for address in addresses if address not in opened]
