"""Downloads as networks pack them, for the tests that read them."""

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any, Final

PARTIAL: Final[Mapping[str, Any]] = {  # of an X archive that names a part it does not hold
    "userInfo": {"userName": "our_shop", "displayName": "Our Shop"},
    "archiveInfo": {"isPartialArchive": True},
    "dataTypes": {
        "follower": {
            "files": [
                {"fileName": "data/follower.js", "count": "2"},
                {"fileName": "data/follower-part1.js", "count": "4000"},
            ]
        }
    },
}


def zipped(members: Mapping[str, Any]) -> bytes:
    """A ZIP of the members; what is neither text nor bytes goes in as JSON."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(
                name, content if isinstance(content, bytes | str) else json.dumps(content)
            )
    return made.getvalue()
