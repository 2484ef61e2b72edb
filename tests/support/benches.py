"""Benches that tests ask of, and the answers as they are read by a page."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from hjemmel.engine import shipped_sentences, shipped_texts
from hjemmel.workbench.protocol import Session
from support.engine_texts import PARKING

DAY = "2024-03-01"
CASES = (
    {"sak": "bil", "tittel": "Bilen", "plass": {"kjøretøy": "bil", "timer": 2, "takst": 30}},
    {"sak": "sykkel", "plass": {"kjøretøy": "sykkel", "timer": 5}},
    {"sak": "tom", "plass": {}},
)
"""Cases of the parking rulebook."""


def parking(**given: Any) -> Session:
    """A bench of the small rulebook and its cases."""
    lines = "\n".join(json.dumps(each, ensure_ascii=False) for each in CASES)
    texts = {"parkering": PARKING}
    return Session.start({"texts": texts, "portfolio": lines, "day": DAY, **given})


@cache
def regulation() -> dict[str, Any]:
    """What a bench of the regulation that comes along is given; not to be changed."""
    portfolio = Path(__file__).resolve().parents[2] / "data" / "portefolje.jsonl"
    return {
        "texts": shipped_texts(),
        "names": ["forskrift_kap4", "erne"],
        "sentences": shipped_sentences(),
        "portfolio": portfolio.read_text("utf-8"),
        "day": DAY,
    }


def ask(session: Session, method: str, *arguments: Any) -> Any:
    """The answer; the test fails where there is none."""
    told = json.loads(session.call(method, arguments))
    assert "error" not in told, told
    return told["answer"]


def refused(session: Session, method: str, *arguments: Any) -> dict[str, str]:
    """Why there is no answer; the test fails where there is one."""
    told: dict[str, dict[str, str]] = json.loads(session.call(method, arguments))
    assert set(told) == {"error"}, told
    return told["error"]


def words(rows: Sequence[dict[str, Any]]) -> set[tuple[str, str, str | None, str | None]]:
    """The turned verdicts of a comparison, without their roles."""
    return {
        (
            each["case"], each["norm"], each["before"] and each["before"][0],
            each["after"] and each["after"][0],
        )
        for each in rows
    }  # fmt: skip
