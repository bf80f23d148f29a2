"""What a column holds where its heading does not say; and no heading keeps anybody waiting."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ASKED = """
import sys
from core.readers import read
read("list.csv", (sys.argv[1] + ",username,followers\\n1,mira,5\\n2,tom,6\\n").encode())
"""


@pytest.mark.parametrize("heading", ["1" * 60 + "!", "1x" * 60 + "!", "1 " * 60 + "!"])
def test_a_heading_of_many_digits_is_read_in_no_time(heading: str) -> None:
    # In a process of its own: an endless search by a pattern cannot be broken off from outside.
    asked = [sys.executable, "-c", ASKED, heading]
    assert subprocess.run(asked, cwd=ROOT, timeout=60, check=False).returncode == 0
