"""The three qualities: what the evidence suggests, and when a person overrides it."""

import pandas as pd
import pytest

from core import tables
from core.locale import Writing
from core.scoring import vetting
from core.scoring.brand import Brand

TEA = Brand("Kettle", values="slow mornings, honest tea", topics="tea", deal_breakers="gambling")


def found(**frames: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {**tables.none(), **frames}


def suggested(findings: tuple[vetting.Finding, ...]) -> dict[str, str]:
    return {finding.quality: finding.suggested for finding in findings}


def test_without_evidence_everything_is_unknown_and_nothing_is_no(accounts) -> None:
    for given in (found(), found(accounts=accounts(handle=["ann"]))):
        findings = vetting.findings(given, TEA, Writing())
        assert suggested(findings) == dict.fromkeys(vetting.QUESTIONS, vetting.UNKNOWN)
        assert all(finding.why.endswith(".") for finding in findings)


def test_evidence_speaks_for_or_asks_for_a_look(accounts, posts) -> None:
    tea = ["Loose leaf tea on a slow morning, brewed with honest leaves #tea"] * 12
    given = found(accounts=accounts(handle=["ann"]), posts=posts("ann", [1.0] * 12, caption=tea))
    assert suggested(vetting.findings(given, TEA, Writing())) == {
        "fit": vetting.YES,
        "conversation": vetting.UNKNOWN,
        "reputation": vetting.YES,
    }
    loud = [*tea[:10], "Gambling tonight, you fucking idiot", "Tea"]
    given = found(accounts=accounts(handle=["ann"]), posts=posts("ann", [1.0] * 12, caption=loud))
    fit, _, name = vetting.findings(given, TEA, Writing())
    assert (fit.suggested, name.suggested) == (vetting.LOOK, vetting.LOOK)
    assert "gambling" in fit.why
    assert name.why == "1 post is worth reading yourself; 12 captions read."


def test_comments_are_held_against_what_is_usual(accounts, posts) -> None:
    comments = pd.DataFrame(
        {
            "platform": "instagram",
            "handle": "ann",
            "post_id": [f"p{place % 8}" for place in range(160)],
            "author": [f"a{place}" for place in range(160)],
            "text": ["Where did you get that kettle, and how long does it take to boil?"] * 160,
        }
    )
    given = found(
        accounts=accounts(handle=["ann"], followers=[4000.0]),
        comments=tables.conform(comments, "comments"),
    )
    talk = vetting.findings(given, TEA, Writing())[1]
    assert talk.suggested == vetting.YES
    assert "52% are usual" in talk.why


@pytest.mark.parametrize(
    ("evidence", "answer", "against"),
    [
        (vetting.YES, "yes", False),
        (vetting.YES, "no", True),
        (vetting.LOOK, "yes", True),
        (vetting.UNKNOWN, "yes", True),
        (vetting.LOOK, "no", False),
        (vetting.YES, "open", False),
    ],
)
def test_an_answer_against_the_evidence_is_an_override(evidence, answer, against) -> None:
    assert vetting.overrides(evidence, answer) is against
