"""axe-core on the page as it stands: what a person with a screen reader or low sight would meet."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {resultTypes: ['violations'], runOnly: tags})"

# What Streamlit's own widgets do and no page can mend: rule, part of the finding, why.
KNOWN = (
    (
        "color-contrast",
        "foreground color: #ffffff, background color: #4da3d9",
        "dark theme: names chosen in a list of many are white on the hue that tabs are written in",
    ),
    (
        "color-contrast",
        "foreground color: #1d618b, background color: #15181d",
        "dark theme: Streamlit darkens the words of a plain button while the pointer is on it",
    ),
)


def grave(page: Page) -> list[str]:
    """The serious and critical findings on the page, one sentence each, without those KNOWN."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, STANDARDS)["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {spot['html'][:200]} {spot['failureSummary']}"
        for rule in found
        if rule["impact"] in GRAVE
        for spot in rule["nodes"]
        if not any(name == rule["id"] and part in spot["failureSummary"] for name, part, _ in KNOWN)
    ]
