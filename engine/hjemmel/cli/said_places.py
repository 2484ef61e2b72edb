"""What somebody has said of where lists and databases are."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hjemmel.cli.exit_codes import stop
from hjemmel.facts.names import listed
from hjemmel.facts.vocabulary import Vocabulary

if TYPE_CHECKING:
    from hjemmel.facts.cell_locations import At
    from hjemmel.facts.database.address import Address


def said_lists(lists: Sequence[str], vocabulary: Vocabulary) -> "list[tuple[At, str]]":
    """The lists that are said to stand somewhere, and where."""
    from hjemmel.facts.sheet_roles import list_of, list_sheets

    found = []
    for each in lists:
        name, _, where = each.partition("=")
        at = list_of(name, vocabulary)
        if at is None:
            known = listed(".".join(one) for one in list_sheets(vocabulary).values())
            stop(f"«{name}» er ikke en liste", f"regelverket har {known}" if known else "")
        found.append((at, where or name))
    for at, where in found:
        if [one for one, _ in found].count(at) > 1:
            stop(f"listen «{'.'.join(at)}» er gitt to ganger", "samle radene ett sted")
        del where
    return found


def address_of(told: str | None) -> "Address":
    """Where the database is; the command ends where that is not said, or not as it should be."""
    from hjemmel.facts.database.address import address
    from hjemmel.files.refused import Refused

    found = address(told, os.environ)
    if isinstance(found, Refused):
        stop(found.reason, found.help)
    return found


def is_database_told() -> bool:
    """Whether the shell has told of a database."""
    from hjemmel.facts.database.address import WHOLE

    return bool(os.environ.get(WHOLE))
