"""What all tests share: the option that writes printed texts anew."""

import pytest


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
