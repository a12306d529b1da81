"""Firefox as it is released, driven through WebDriver BiDi, which it speaks by itself."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import websocket

from tests.engines.engine import HEIGHT, WIDTH, Engine
from upkeep.engines import find_firefox

_READY = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_EVENTS = ["log.entryAdded", "network.beforeRequestSent", "network.fetchError", "network.responseCompleted"]
_TIMEOUT_SECONDS = 60

# Firefox asks its maker for news, lists and experiments; a test machine asks nobody.
_QUIET = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutConfig.showWarning": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "messaging-system.rsexperimentloader.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "nimbus.rollouts.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.server": "data:,",
}


class Firefox(Engine):
    """One Firefox with a profile of its own, and one page."""

    def __init__(self) -> None:
        self._profile = tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _QUIET.items()]
        Path(self._profile.name, "user.js").write_text("".join(lines), encoding="utf-8")
        self._process, address = _start(self._profile.name)
        self._socket = websocket.create_connection(f"{address}/session", suppress_origin=True, timeout=_TIMEOUT_SECONDS)
        self._sent = 0
        self._events: list[dict[str, Any]] = []
        self._send("session.new", capabilities={})
        self._send("session.subscribe", events=_EVENTS)
        # A tab of our own: the first one never has the keyboard's focus without a screen.
        self._page = self._send("browsingContext.create", type="tab")["context"]
        self._send("browsingContext.activate", context=self._page)
        phone = {"width": WIDTH, "height": HEIGHT}
        self._send("browsingContext.setViewport", context=self._page, viewport=phone)

    def open(self, address: str) -> None:
        for target in ("about:blank", address):
            self._send("browsingContext.navigate", context=self._page, url=target, wait="complete")

    def evaluate(self, expression: str) -> Any:
        answer = self._send(
            "script.evaluate",
            expression=f"JSON.stringify({expression})",
            target={"context": self._page},
            awaitPromise=True,
        )
        if answer["type"] != "success":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"].get("value", "null"))

    def click(self, selector: str) -> None:
        self.show(selector)
        locator = {"type": "css", "value": selector}
        found = self._send("browsingContext.locateNodes", context=self._page, locator=locator, maxNodeCount=1)
        element = {"type": "element", "element": {"sharedId": found["nodes"][0]["sharedId"]}}
        pointer = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": element},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": pointer})

    def type(self, text: str) -> None:
        keys = text.replace("\n", "\ue007")
        presses = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keyboard", "actions": presses})

    def faults(self, addresses: Iterable[str], home: str) -> list[str]:
        found = []
        for address in addresses:
            self._events.clear()
            self._send("browsingContext.navigate", context=self._page, url=address, wait="complete")
            # What the page said while it loaded arrives before the answer to this.
            self.evaluate("true")
            seen = (_fault(event, home) for event in self._events)
            found += [f"{address}: {fault}" for fault in seen if fault]
        return found

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(timeout=_TIMEOUT_SECONDS)
        self._profile.cleanup()

    def _act(self, source: dict[str, Any]) -> None:
        self._send("input.performActions", context=self._page, actions=[source])

    def _send(self, method: str, **params: Any) -> dict[str, Any]:
        """The result of one command; events that come before it are kept."""
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv())
            if message["type"] == "event":
                self._events.append(message)
            elif message["id"] == self._sent:
                break
        if message["type"] == "error":
            raise RuntimeError(f"{method}: {message['error']}: {message['message']}")
        return message["result"]


def _start(profile: str) -> tuple[subprocess.Popen[str], str]:
    options = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
    command = [find_firefox(), *options, "about:blank"]
    # As root Firefox insists on a home that is root's.
    home = {**os.environ, "HOME": profile}
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    process = subprocess.Popen(command, env=home, **pipes)
    for line in process.stderr:
        ready = _READY.search(line)
        if ready:
            # It writes on; a full pipe would stop it.
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return process, ready[1]
    raise RuntimeError("Firefox ended before it could be driven")


def _fault(event: dict[str, Any], home: str) -> str | None:
    params = event["params"]
    address = params.get("request", {}).get("url", "")
    match event["method"]:
        case "log.entryAdded":
            return f"console: {params['text']}"
        # What was still under way when the next page was opened did not fail.
        case "network.fetchError" if params["errorText"] != "NS_BINDING_ABORTED":
            return f"failed: {address}: {params['errorText']}"
        case "network.responseCompleted" if params["response"]["status"] >= 400:
            return f"{params['response']['status']}: {address}"
        case "network.beforeRequestSent" if not address.startswith((home, "data:", "blob:", "about:")):
            return f"outside: {address}"
    return None
