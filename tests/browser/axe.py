"""axe-core on the page as it stands: what a person with a screen reader or low sight would meet."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {resultTypes: ['violations'], runOnly: tags})"

# What Streamlit's own widgets do and no page can mend: rule, part of the element, why.
KNOWN: tuple[tuple[str, str, str], ...] = ()


def grave(page: Page) -> list[str]:
    """The serious and critical findings on the page, one sentence each, without those KNOWN."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, STANDARDS)["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {spot['html'][:200]} {spot['failureSummary']}"
        for rule in found
        if rule["impact"] in GRAVE
        for spot in rule["nodes"]
        if not any(name == rule["id"] and part in spot["html"] for name, part, _ in KNOWN)
    ]
