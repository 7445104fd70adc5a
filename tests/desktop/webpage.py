"""Chromium's remote debugging port: a small WebSocket client, and the web chat page it is used on."""

from __future__ import annotations

import base64
import json
import os
import socket
import struct
import urllib.request
from typing import Any

PAGE = """<!doctype html><html lang=zh><meta charset=utf-8><title>%(title)s</title>
<style>body{margin:8px;font:15px sans-serif}#log{height:200px;overflow:auto;border:1px solid #ccc}
.box{width:95%%;height:110px;border:1px solid #888;white-space:pre-wrap;overflow:auto;margin-top:6px;display:block}</style>
<div id=log></div><textarea id=area class=box></textarea><div id=rich class=box contenteditable></div>
<script>
const sent = [], pastes = [];
const value = e => e.tagName == 'TEXTAREA' ? e.value : e.innerText;
for (const e of [area, rich]) {
  e.addEventListener('keydown', k => {
    if (k.key != 'Enter' || k.shiftKey || k.isComposing) return;
    k.preventDefault();
    sent.push(value(e));
    log.textContent += value(e) + '\\n';
    e.tagName == 'TEXTAREA' ? e.value = '' : e.innerText = '';
  });
  e.addEventListener('paste', p => pastes.push([e.id, [...p.clipboardData.types]]));
}
area.focus();
</script></html>"""


class Socket:
    """As much of RFC 6455 as one local, well-behaved server needs."""

    def __init__(self, host: str, port: int, path: str) -> None:
        self.socket = socket.create_connection((host, port), 10)
        self.buffer = b""
        try:
            self._shake_hands(f"{host}:{port}", path)
        except OSError:
            self.socket.close()
            raise

    def _shake_hands(self, host: str, path: str) -> None:
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        while b"\r\n\r\n" not in self.buffer:
            self.buffer += self._more()
        head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
        if b" 101 " not in head.partition(b"\r\n")[0]:
            raise ConnectionError(head.decode("latin-1"))

    def _more(self) -> bytes:
        got = self.socket.recv(1 << 16)
        if not got:
            raise ConnectionError("closed")
        return got

    def _read(self, n: int) -> bytes:
        while len(self.buffer) < n:
            self.buffer += self._more()
        out, self.buffer = self.buffer[:n], self.buffer[n:]
        return out

    def send(self, text: str) -> None:
        """One masked text frame."""
        data, mask = text.encode(), os.urandom(4)
        size = len(data)
        length = bytes([0x80 | size]) if size < 126 else b"\xfe" + struct.pack(">H", size)
        if size > 0xFFFF:
            length = b"\xff" + struct.pack(">Q", size)
        self.socket.sendall(b"\x81" + length + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data)))

    def receive(self) -> str:
        """The next text message, its parts joined."""
        parts = []
        while True:
            head, size = self._read(2)
            size &= 127
            if size > 125:
                size = int.from_bytes(self._read(2 if size == 126 else 8), "big")
            data = self._read(size)
            if head & 15 in (0, 1):
                parts.append(data)
                if head & 128:
                    return b"".join(parts).decode()
            elif head & 15 == 8:
                raise ConnectionError("closed")

    def close(self) -> None:
        """Close without ceremony."""
        self.socket.close()


class Page:
    """One page of a running Chromium."""

    def __init__(self, port: int) -> None:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=10) as answer:
            pages = json.load(answer)
        page = next(p for p in pages if p["type"] == "page")
        self.ws = Socket("127.0.0.1", port, "/" + page["webSocketDebuggerUrl"].split("/", 3)[3])
        self.id = 0

    def call(self, method: str, **params: Any) -> Any:
        """One protocol call; its result."""
        self.id += 1
        self.ws.send(json.dumps({"id": self.id, "method": method, "params": params}))
        while True:
            answer = json.loads(self.ws.receive())
            if answer.get("id") == self.id:
                return answer["result"]

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True)["result"]
        if result.get("subtype") == "error":
            raise ValueError(result["description"])
        return result.get("value")

    def close(self) -> None:
        """Close the connection."""
        self.ws.close()
