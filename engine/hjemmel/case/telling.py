"""What was stated, in a few words, and what two sources must share to agree."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import assert_never

from hjemmel.case.statements import (
    Assessment,
    Content,
    Entries,
    NotDone,
    Pending,
    Unreadable,
    Unrecognised,
)
from hjemmel.core.schema import Validity
from hjemmel.source.days import day_in_words
from hjemmel.source.moment import Moment, moment_in_words, period_in_words


def comparable(content: Content) -> object:
    """What two sources must share to agree: not who says it, the order of a list, nor what a
    register says besides."""
    match content:
        case Entries():
            members = Counter(
                frozenset((key, comparable(each.content)) for key, said in member.items()
                          for each in said if not each.follows_from)
                if isinstance(member, Mapping) else comparable(member)
                for member in content.members
            )  # fmt: skip
            none = frozenset(map(frozenset, content.none))
            return Entries, content.complete, frozenset(members.items()), none
        case Assessment():
            return bool, content.positive
        case Pending():
            return Pending
        case _:
            return type(content), content


def told(content: Content) -> str:  # noqa: C901 - a line each
    """A statement's content in a few words."""
    match content:
        case bool():
            return "ja" if content else "nei"
        case Assessment():
            return "positiv" if content.positive else "negativ"
        case Entries():
            count = len(content.members)
            return f"{count} {'oppføring' if count == 1 else 'oppføringer'}"
        case Pending():
            return f"avventer {content.words}"
        case NotDone():
            return "ikke utført"
        case Unrecognised():
            return content.text
        case Unreadable():
            return content.reason
        case date():
            return day_in_words(content)
        case Moment():
            return moment_in_words(content)
        case _ if isinstance(content, (str, int)) or content is not None:
            return str(content)
        case _:
            assert_never(content)


def not_recognised(content: Unrecognised | Unreadable) -> str:
    """Why nothing is known of what was told."""
    if isinstance(content, Unreadable) or content.reason:
        return content.reason
    nearest = f", mente du {' eller '.join(content.nearest)}?" if content.nearest else ""
    return f"«{content.text}» står ikke i registeret{nearest}"


def not_in_use(name: Content, validity: Validity) -> str:
    """«Nord HF gjelder til og med 31. desember 2024, avløst av Sør HF»."""
    after = f", avløst av {validity.successor}" if validity.successor else ""
    return f"{name} gjelder {period_in_words(validity.start, validity.end)}{after}"


def with_place(words: str, place: str) -> str:
    """The words, and where what they are about stands."""
    return f"{words} ({place})" if place else words
