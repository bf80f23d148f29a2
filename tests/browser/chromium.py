"""The Chromium that browser tests drive: one that is there, else one fetched once.

`python tests/browser/chromium.py` makes sure of it before the tests begin.
"""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = (
    "--no-sandbox",  # inside containers; only our own pages are opened
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no other host can be reached
)
PACKAGES = {  # with the library that Playwright's driver needs and a bare system lacks
    "apt-get": "apt-get update && apt-get install -y --no-install-recommends chromium libatomic1",
    "dnf": "dnf install -y chromium libatomic",
    "pacman": "pacman -Sy --noconfirm chromium",
}
SENTENCE = (
    "The browser tests need Chromium. None was found or could be fetched: install Chromium or "
    "Google Chrome, or name one with CHROMIUM=/path/to/chromium, and run this again."
)


def launch(playwright: Playwright) -> Browser | None:
    """The first Chromium that starts: $CHROMIUM, the system's, Playwright's own; None if none."""
    found = [shutil.which(name) for name in NAMES]
    paths = [os.environ.get("CHROMIUM"), *found, *PLACES, playwright.chromium.executable_path]
    for path in paths:
        if path and shutil.which(path):
            try:
                return playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            except Error as why:
                sys.stderr.write(f"{path} does not start: {str(why).splitlines()[0]}\n")
    return None


def drives() -> bool:
    """Whether Playwright's driver starts; what it lacks goes to standard error."""
    asked = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(asked, stdout=subprocess.DEVNULL, check=False).returncode == 0


def starts() -> bool:
    """Whether some Chromium starts on this machine, and can be driven."""
    if not drives():
        return False
    with sync_playwright() as playwright:
        browser = launch(playwright)
        if browser:
            browser.close()
        return browser is not None


def download() -> None:
    """Fetch Playwright's own Chromium."""
    sys.stderr.write("Fetching Chromium for the browser tests (once) ...\n")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def install() -> None:
    """Ask the system's package manager for Chromium, where that needs no password."""
    rights = [] if getattr(os, "geteuid", lambda: 1)() == 0 else ["sudo", "-n"]
    for manager, command in PACKAGES.items():
        if shutil.which(manager) and (not rights or shutil.which("sudo")):
            subprocess.run([*rights, "sh", "-c", command], check=False)
            return


if __name__ == "__main__":
    for fetch in (download, install):
        if starts():
            break
        fetch()
    else:
        if not starts():
            sys.exit(SENTENCE)
