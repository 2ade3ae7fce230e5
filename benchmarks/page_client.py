"""A browser without a screen: asks a running Streamlit app to draw a page again, times it and counts what it sends.

It speaks the protocol of streamlit's own frontend, so that what is measured is what a browser waits for.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets import Subprotocol
from websockets.sync.client import ClientConnection, connect

ROOT: Final = Path(__file__).resolve().parent.parent
ZONE: Final = "Europe/Berlin"
START_SECONDS: Final = 40


@dataclass(frozen=True, slots=True)
class Drawn:
    """One rerun as the browser sees it: seconds until the last message, and bytes received."""

    seconds: float
    received_bytes: int


@contextmanager
def served(app: Path, database: Path | None = None) -> Iterator[str]:
    """Serve an app with the project's own configuration from `app`'s folder; give its host and port."""
    if not (app.parent / ".streamlit").exists():
        shutil.copytree(ROOT / ".streamlit", app.parent / ".streamlit")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    if database is not None:
        environment["TRACKER_DATABASE_URL"] = f"sqlite:///{database}"
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.headless=true", f"--server.port={port}"]
    process = subprocess.Popen(command, cwd=app.parent, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(f"http://localhost:{port}/_stcore/health")
        yield f"localhost:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _wait(url: str) -> None:
    for _ in range(START_SECONDS * 10):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{url} does not answer")


class Window:
    """One browser session on an app."""

    def __init__(self, host: str, page: str = "", query: str = "") -> None:
        """Open the session and draw its page for the first time.

        page: as in the address, empty for the first one. query: what follows the question mark.
        """
        self._page, self._query = page, query
        self._socket: ClientConnection = connect(
            f"ws://{host}/_stcore/stream", subprotocols=[Subprotocol("streamlit")], max_size=None, compression=None
        )
        self.fragment_ids: list[str] = []
        self.rerun()

    def rerun(self, fragment_id: str = "") -> Drawn:
        """Draw the page again, or one fragment of it. Raises RuntimeError when it shows an error: that is no page."""
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.page_name = self._page
        message.rerun_script.fragment_id = fragment_id
        message.rerun_script.context_info.timezone = ZONE
        self._acknowledge_at_once()
        start = time.perf_counter()
        self._socket.send(message.SerializeToString())
        received = 0
        while True:
            self._acknowledge_at_once()
            frame = self._socket.recv(timeout=30)
            received += len(frame)
            answer = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
            if answer.HasField("delta") and answer.delta.fragment_id not in ("", *self.fragment_ids):
                self.fragment_ids.append(answer.delta.fragment_id)
            _refuse_failure(answer)
            # A page that is left and entered again ends more than one script; only the last is not followed by a rerun.
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished in (
                ForwardMsg.FINISHED_SUCCESSFULLY,
                ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
            ):
                return Drawn(time.perf_counter() - start, received)

    def _acknowledge_at_once(self) -> None:
        """Keep the kernel from holding back acknowledgements, which the server waits for: 40 ms of nobody's work.

        Linux forgets the wish after a while, so it is renewed for each message.
        """
        if hasattr(socket, "TCP_QUICKACK"):
            self._socket.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)

    def close(self) -> None:
        """End the session."""
        self._socket.close()


def _refuse_failure(answer: ForwardMsg) -> None:
    element = answer.delta.new_element
    if element.WhichOneof("type") == "exception":
        raise RuntimeError(f"The page failed: {element.exception.message}")
    if element.WhichOneof("type") == "alert" and element.alert.format == Alert.ERROR:
        raise RuntimeError(f"The page failed: {element.alert.body}")
