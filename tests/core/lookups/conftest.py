"""Look-ups against the stand-ins: a store, a server of this machine, and the run in between."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pytest

import core.store
from core import lookups
from core.store import Store
from tests.standins import server, transport
from tests.standins.faults import Fault
from tests.standins.server import Running

GOOD = {
    "microscope_youtube_key": "good-key",
    "microscope_instagram_token": "good-token",
    "microscope_x_token": "good-bearer",
}
PATIENCE = 240  # seconds that a loaded machine may take; never waited for when all is well


@dataclass
class Desk:
    """What a test needs to look somebody up."""

    store: Store
    network: Running
    told: dict[str, float | int] = field(default_factory=dict)

    def settings(self) -> lookups.Settings:
        """Quick settings, with the stand-ins at the other end."""
        quick = {"pace": 1e6, "longest_pause": 0.01, "timeout": PATIENCE, **self.told}
        return lookups.Settings(transport=transport.way_to(self.network.port), **quick)

    def fault(self, kind: str, word: str = "", times: int = 1, value: float = 1.0) -> None:
        """Switches a fault on."""
        self.network.faults.switched.append(Fault(kind, word, times, value))

    def open(self, accounts: dict[str, list[str]], **depth: int) -> str:
        """Keeps who is to be asked for."""
        pairs = [(platform, handle) for platform, many in accounts.items() for handle in many]
        frame = pd.DataFrame(pairs, columns=["platform", "handle"])
        errand = lookups.of_handles(frame, lookups.Depth(**depth))
        return self.store.lookups.open(errand.kind, errand.rows, errand.asked)

    def go(self, run_id: str, secrets: dict[str, str] | None = None) -> pd.DataFrame:
        """Runs until the run ends by itself; one line a handle."""
        known = lookups.Secrets.found(GOOD if secrets is None else secrets)
        thread = lookups.Runner(self.store.lookups, self.settings()).start(run_id, known)
        assert thread is not None
        thread.join(PATIENCE)
        assert not thread.is_alive()
        return self.store.lookups.rows(run_id)

    def look(self, accounts: dict[str, list[str]], **depth: int) -> dict[str, str]:
        """Handle → state."""
        rows = self.go(self.open(accounts, **depth))
        return dict(zip(rows["handle"], rows["state"], strict=True))


@pytest.fixture
def network() -> Iterator[Running]:
    """The stand-ins, fresh."""
    with server.running() as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, network: Running, blank: Path) -> Iterator[Desk]:
    """A store of one's own beside the stand-ins."""
    file = shutil.copy(blank, tmp_path / "microscope.db")
    store = core.store.open(f"sqlite:///{file.as_posix()}")
    yield Desk(store, network)
    store.close()


@pytest.fixture
def open_errand(desk: Desk) -> Callable[[lookups.Errand], tuple[str, pd.DataFrame]]:
    """Runs any errand: the run's id and its rows."""

    def run(errand: lookups.Errand) -> tuple[str, pd.DataFrame]:
        run_id = desk.store.lookups.open(errand.kind, errand.rows, errand.asked)
        return run_id, desk.go(run_id)

    return run
