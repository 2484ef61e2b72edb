"""What all tests share: the option that writes printed texts anew, and kept bytecode."""

import os

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """A process that a test starts finds the engine as it was compiled before, also where the
    environment says that Python is not to write that down; the checkout stays as it is."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(config.rootpath / ".pytest_cache" / "bytecode")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="skriv «tekst» i gullsidene på nytt; det som er skrevet for hånd, røres ikke",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True where printed texts are to be written anew."""
    return bool(request.config.getoption("--update-golden"))
