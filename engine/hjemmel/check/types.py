"""The types by the names that authors use."""

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
    Scalar,
    Text,
    Truth,
    Type,
    Whole,
    Year,
)

BUILT_IN: dict[str, Scalar] = {
    "ja eller nei": Truth(),
    "tekst": Text(),
    "dato": Date(),
    "årstall": Year(),
    "kvartal": Quarter(),
    "måned": Month(),
    "heltall": Whole(),
    "desimaltall": Fraction(),
    "beløp": Money(),
    "tidsrom i måneder": Months(),
    "tidsrom i dager": Days(),
}

_SHOWN = {
    Truth: "ja eller nei", Text: "en tekst", Date: "en dato", Year: "et årstall",
    Quarter: "et kvartal", Month: "en måned",
    Whole: "et tall", Fraction: "et desimaltall", Money: "et beløp", Months: "et tidsrom i måneder",
    Days: "et tidsrom i dager",
}  # fmt: skip


def shown(kind: Type | Row) -> str:
    """A type in a message."""
    match kind:
        case Enumerated() | Registered():
            return f"en verdi av «{kind.name}»"
        case Assessed():
            return "en vurdering"
        case Listed():
            return "en liste"
        case Row():
            return f"en oppføring av «{kind.name}»"
        case (
            Truth()
            | Text()
            | Date()
            | Year()
            | Quarter()
            | Month()
            | Whole()
            | Fraction()
            | Money()
            | Months()
            | Days()
        ):
            return _SHOWN[type(kind)]
        case _:
            assert_never(kind)
