"""What the tests of the syntax share: the grammar as one text."""

import pytest

from hjemmel.resources import text


@pytest.fixture(scope="session")
def grammar() -> str:
    """The grammar files, joined as the parser wants them."""
    files = ("ntr.lark", "bokmaal.lark", "literals.lark")
    return "\n".join(text("grammar", file) for file in files)
