"""The rulebooks that the tests of the façade share."""

import pytest

import hjemmel
from support.engine_texts import PARKING


@pytest.fixture(scope="session")
def parking() -> hjemmel.Rulebook:
    """A small rulebook from a text."""
    return hjemmel.load_texts({"parkering": PARKING})


@pytest.fixture(scope="session")
def shipped() -> hjemmel.Rulebook:
    """The regulation that comes along."""
    return hjemmel.load("forskrift_kap4")
