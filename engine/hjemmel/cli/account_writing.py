"""A new edition entered in the account: the lines shown first, and written when that is asked."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.output import rewrite_file
from hjemmel.cli.telling import say
from hjemmel.files.reading import MOST_TEXT, read
from hjemmel.files.refused import Refused
from hjemmel.files.text_form import form_of
from hjemmel.source.days import day_in_words
from hjemmel.traceability.editions.comparing import Edition
from hjemmel.traceability.editions.entering import Entered, entered
from hjemmel.traceability.ledger import Ledger
from hjemmel.traceability.reading import SENTENCES, SET_ASIDE


def enter(edition: Edition, ledger: Ledger, folder: Path, since: date) -> None:
    """Show the lines that differ, and write the files anew."""
    places = (folder / SENTENCES, folder / SET_ASIDE)
    was = tuple(map(_content, places))
    sentences, aside = (each.decode("utf-8-sig").replace("\r\n", "\n") for each in was)
    made = entered(edition, ledger, sentences, aside, since)
    say()
    if not made.lines:
        say("Redegjørelsen er som den var; ingenting er skrevet.")
        return
    say(f"Ført inn i redegjørelsen, fra {day_in_words(since)}:")
    _show(made.lines)
    for place, before, text in zip(places, was, (made.sentences, made.set_aside), strict=True):
        content = form_of(before).of(text)
        if content != before:
            rewrite_file(content, place, before)
            say(f"{place} er skrevet på nytt")
    say("Nye setninger er ført opp uten norm; ntr dekning sier hvilke.")


def _show(lines: Sequence[Entered]) -> None:
    for each in lines:
        if each.before:
            say(f"  - {each.before.replace(chr(9), '  ')}")
        say(f"  + {each.now.replace(chr(9), '  ')}")


def _content(path: Path) -> bytes:
    found = read(path, MOST_TEXT)
    if isinstance(found, Refused):
        stop(f"{path}: {found.reason}", found.help)
    return found
