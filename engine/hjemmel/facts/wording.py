"""How values and types are told in messages."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import assert_never

from hjemmel.core.types import (
    Assessed,
    Date,
    Days,
    Enumerated,
    Fraction,
    Listed,
    Money,
    Month,
    Months,
    Quarter,
    Registered,
    Row,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)
from hjemmel.facts.names import composed, listed, quoted


def told(raw: object) -> str:  # noqa: C901 - one line for each kind of value
    """A raw value in a few words: «tallet 3»."""
    match raw:
        case None:
            return "ingenting (null)"
        case bool():
            return "ja (true)" if raw else "nei (false)"
        case int() | Decimal():
            return f"tallet {number(raw)}"
        case float():
            return f"tallet {raw:.15g}".replace(".", ",")
        case str():
            return f"teksten {quoted(composed(raw))}" if raw.strip() else "en tom tekst"
        case datetime():
            return f"tidspunktet {raw:%Y-%m-%d %H:%M}"
        case date():
            return f"datoen {raw.isoformat()}"
        case time():
            return f"klokkeslettet {raw:%H:%M}"
        case timedelta():
            return "en varighet"
        case Mapping():
            keys = listed(str(each) for each in list(raw)[:4])
            return f"en gruppe med nøklene {keys}" if raw else "en tom gruppe ({})"
        case list():
            return "en liste" if raw else "en tom liste"
        case _:
            return "en ukjent slags verdi"


def number(value: int | Decimal) -> str:
    """The number as it is written in Norwegian, cut short."""
    text = str(value).replace(".", ",")
    return text if len(text) <= 40 else text[:40] + "…"


def expected(kind: Type | Row) -> str:  # noqa: C901, PLR0912 - one line for each type
    """What a type asks for: «ja eller nei»."""
    match kind:
        case Truth():
            return "ja eller nei"
        case Text():
            return "en tekst"
        case Date():
            return "en dato, som 2024-03-15"
        case Year():
            return "et årstall fra 1800 til 2199"
        case Quarter():
            return "et kvartal, som 2024-K1"
        case Month():
            return "en måned, som 2024-03"
        case Whole():
            return "et helt tall"
        case Fraction():
            return "et tall"
        case Money():
            return "et beløp i kroner"
        case Months():
            return "en tid i år og måneder, som «5 år» eller «18 måneder»"
        case Days():
            return "en tid i dager, som «30 dager»"
        case Enumerated():
            return f"en verdi av «{kind.name}»"
        case Registered():
            return f"et navn fra registeret «{kind.name}»"
        case Assessed():
            return "en vurdering: ja eller nei"
        case Row():
            return f"en oppføring av «{kind.name}», som en gruppe med nøkler"
        case Listed():
            return "en liste, der hvert ledd er " + expected(kind.element)
        case _:
            assert_never(kind)
