"""Streamlit as it is, with the stand-ins at the other end of every look-up.

python -m tests.standins.app 8620 run app.py --server.port=8618      (8620: where the stand-ins are)
"""

import sys

from streamlit.web import cli

from core import lookups
from pages.parts.cached import lookups as room
from tests.standins.transport import way_to


def main() -> None:
    """Starts Streamlit with what stands behind the port."""
    port = int(sys.argv.pop(1))
    room.settings = lambda: lookups.Settings(transport=way_to(port), pace=1e6, lease=5.0)
    cli.main(prog_name="streamlit")


if __name__ == "__main__":
    main()
