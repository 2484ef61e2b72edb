"""`ntr forklar MAPPE --sak SAK`: a row of a result, from the file it came from."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.telling import say, tell
from hjemmel.core.program import Program
from hjemmel.core.schema import CASE
from hjemmel.facts.headings import Headings
from hjemmel.facts.translation import Translation
from hjemmel.facts.vocabulary import Vocabulary

if TYPE_CHECKING:
    from hjemmel.archive.account import Account
    from hjemmel.archive.parts import FoundRow
    from hjemmel.archive.reasons import Key
    from hjemmel.case.statements import Case


def is_result(path: Path) -> bool:
    """Whether something may be a result: a folder is."""
    return path.is_dir()


@frozen(eq=False)
class Result:
    """A result, and what the run was that it came of."""

    folder: Path
    account: "Account"
    key: "Key"


@frozen(eq=False)
class Replayed:
    """A row as a case again, and the day that it was judged on."""

    case: "Case"
    day: date


def result(folder: Path) -> Result:
    """The result in a folder; the command ends where there is none."""
    try:
        from hjemmel.archive.account import read_account
    except ImportError:
        stop("Parquet kan ikke leses uten tillegget for kolonner",
             'skriv pip install "hjemmel[kolonner]"')  # fmt: skip
    found = read_account(folder)
    if found is None:
        stop(f"mappen {folder} er ikke et resultat fra ntr vurder --format parquet",
             "gi mappen som ble skrevet med --ut, eller filen med saken")  # fmt: skip
    return Result(folder, *found)


def replayed(
    of: Result, called: str | None, program: Program, wanted: Collection[str],
    translation: Translation,
) -> Iterator[Replayed]:  # fmt: skip
    """The rows of a case. Where one cannot be read again, what the result itself says is told."""
    from hjemmel.archive.account import of_columns
    from hjemmel.archive.parts import DAY, rows_called
    from hjemmel.archive.replay import case_of, is_as_it_was, is_of_a_file

    account = of.account
    if called is None:
        stop("hvilken sak skal forklares?", "si det med --sak, som den heter i kolonnen «sak»")
    missing = sorted(set(wanted) - set(account.norms))
    if missing:
        stop(f"resultatet har ikke normen {missing[0]}", "den ble ikke vurdert den gangen")
    if of_columns(translation) != account.columns:
        stop("sakene ble lest med en annen --kolonner enn nå", "gi den som ble brukt den gangen")
    found = list(rows_called(of.folder, len(account.pieces), called))
    if not found:
        stop(f"resultatet har ingen sak som heter «{called}»", "sjekk navnet i kolonnen «sak»")
    headings = Headings(Vocabulary.of(program.schema), translation)
    for each in found:
        if program.fingerprint != account.fingerprint:
            tell("merk: regelverket er endret siden; dette er hva resultatet selv sier")
            _tell_said(each, of.key, wanted)
        elif not is_of_a_file(account, each):
            tell("merk: saken kom fra en database, som kan være endret siden; dette er hva "
                 "resultatet selv sier")  # fmt: skip
            _tell_said(each, of.key, wanted)
        elif not is_as_it_was(account, each):
            tell("merk: filen som saken kom fra, er borte eller endret; dette er hva resultatet "
                 "selv sier")  # fmt: skip
            _tell_said(each, of.key, wanted)
        else:
            yield Replayed(case_of(account, each, headings, program.schema), each.said[DAY])


def _tell_said(found: "FoundRow", key: "Key", wanted: Collection[str]) -> None:
    """How norms stand in a row, and the facts that decide or are missing."""
    from hjemmel.archive.replay import where_from
    from hjemmel.archive.said import said

    say(where_from(found))
    for norm in wanted:
        told = said(found, key, norm)
        say(f"  {norm}: {told.outcome}")
        if told.wording:
            say(f"    ordlyd: {told.wording}")
        for words in dict.fromkeys(says for says, _ in told.why):
            about = [_called(each) for says, each in told.why if says == words]
            say(f"    {words}: {', '.join(about)}")


def _called(fact: tuple[str, ...]) -> str:
    """A fact by its heading in a table; of a record alone, whether the case has it."""
    if fact[0] == CASE:
        return "vurderingsdagen"
    if len(fact) > 1:
        return ".".join(fact)
    is_question = " " in fact[0]
    return fact[0] if is_question else f"om saken har {fact[0]}"
