"""What all tests share: the same random examples every time, printed texts anew, kept bytecode."""

import os

import pytest
from hypothesis import settings

# A change is not refused by chance: new examples are for who asks for them (`make grundig`).
settings.register_profile("same", derandomize=True)
settings.register_profile("anew", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


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
