"""The options that several commands share, and the forms of what people write."""

from datetime import date
from pathlib import Path

import click

from hjemmel.cli.exit_codes import stop
from hjemmel.source.days import read_day

OPTIONS = "[VALG]"


class Day(click.ParamType[date]):
    """A day in the ways that people write one: «2024-06-01», «1.6.2024», «1. juni 2024»."""

    name = "dato"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or a message that says how to write one."""
        del param, ctx
        if isinstance(value, date):
            return value
        day = read_day(str(value))
        if day is None:
            stop(f"«{value}» er ingen dato",
                 "skriv datoen som 2024-06-01, 1.6.2024 eller \"1. juni 2024\"")  # fmt: skip
        return day


FILE = click.Path(path_type=Path)
BOOKS = click.option(
    "--regelverk",
    "books",
    metavar="R",
    multiple=True,
    help="regelverk ved navn, fil eller mappe, med alt det bygger på (alle når ingen er nevnt)",
)
DAY = click.option(
    "--per",
    "day",
    metavar="DATO",
    type=Day(),
    help="dagen det vurderes per (ellers sakens vurderingsdato, ellers i dag)",
)
DAYS = click.option(
    "--per",
    "days",
    metavar="DATO",
    multiple=True,
    type=Day(),
    help="dagen det vurderes per (ellers sakens vurderingsdato, ellers i dag); "
    "gitt to ganger: hva som skiller de to dagene, og hvorfor",
)
NORMS = click.option(
    "--norm",
    "norms",
    metavar="ID",
    multiple=True,
    help="bare denne normen (4-2/to-helseregioner), eller en hel bestemmelse (4-2, ern)",
)
NOTHING_PRESUMED = click.option(
    "--uten-formodninger",
    "told_only",
    is_flag=True,
    help="legg ingenting til grunn: det ingen har fortalt, er ukjent",
)
TO = click.option(
    "--ut", "to", metavar="FIL", type=FILE, help="skriv til en fil i stedet for til skjermen"
)
