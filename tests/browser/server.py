"""A Microscope server of one's own: another port, another database, gone afterwards."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds that a loaded machine may take to start


@dataclass(frozen=True, slots=True)
class Server:
    """One running server: its address, its process, the file with everything it printed."""

    url: str
    process: int
    output: Path

    def said(self) -> str:
        """Everything the server has printed so far."""
        return self.output.read_text(encoding="utf-8", errors="replace")


def database(folder: Path) -> str:
    """The address of the database of a server that runs in `folder`."""
    return f"sqlite:///{(folder / 'microscope.db').as_posix()}"


@contextmanager
def running(
    folder: Path, script: Path = ROOT / "app.py", standins: int | None = None
) -> Iterator[Server]:
    """A server of `script` on a free port, with the database in `folder`; a new one if none.

    `standins` is the port at which its look-ups find the networks' stand-ins.
    """
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    output = folder / "server.txt"
    launcher = ["streamlit"] if standins is None else ["tests.standins.app", str(standins)]
    command = [sys.executable, "-m", *launcher, "run", str(script)]
    command += ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    command += ["--browser.gatherUsageStats=false", "--server.fileWatcherType=none"]
    environment = {**os.environ, "MICROSCOPE_DATABASE_URL": database(folder)}
    with output.open("wb") as sink:
        process = subprocess.Popen(
            command, cwd=script.parent, env=environment, stdout=sink, stderr=subprocess.STDOUT
        )
    try:
        _wait(url, process, output)
        yield Server(url, process.pid, output)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[bytes], output: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.02)
    raise RuntimeError(f"The server did not start. It said:\n{output.read_text()}")
