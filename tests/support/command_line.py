"""What the tests of the command share: a case, and the two ways to run a command."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

ENGINE = Path(__file__).resolve().parents[2] / "engine"
CASE: dict[str, Any] = {
    "sak": "L-OUS-21",
    "tittel": "Eksempeltjenesten",
    "vurderingsdato": "2024-05-01",
    "tjeneste": {
        "type": "flerregional behandlingstjeneste",
        "godkjent": True,
        "steder": [
            {"helseforetak": "Oslo universitetssykehus HF", "helseregion": "Helse Sør-Øst"},
            {"helseforetak": "Akershus universitetssykehus HF", "helseregion": "Helse Sør-Øst"},
        ],
    },
}
MET = CASE["tjeneste"] | {
    "steder": [
        {"helseforetak": "Oslo universitetssykehus HF", "helseregion": "Helse Sør-Øst"},
        {"helseforetak": "Helse Bergen HF", "helseregion": "Helse Vest"},
    ]
}
"""As `CASE`, but in two regions."""

Ntr = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[str]"]


def write(path: Path, content: object) -> Path:
    """Write a case as JSON."""
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return path
