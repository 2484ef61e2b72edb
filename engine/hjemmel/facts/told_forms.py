"""The words in which a template tells the form of a column.

They are what gives its row of explanations away, whatever rulebook it was made from: every cell of
that row has some of them.
"""

TRUTH = "Ja eller nei."
ASSESSED = "Ja eller nei er hva vurderingen ble. Tom betyr at det ikke er vurdert."
PRESENCE = "Ja, nei eller tom. Tom betyr ja når du svarer på noe om den, ellers nei."
TEXT = "Tekst."
GROUNDS = "Tekst, som et møte eller et brev."
ACT = "Dato, som 15.03.2024, eller «ikke utført»."
DAY = "Dato, som 15.03.2024. Tom betyr i dag."
DAY_ASSESSED = "Dato, som 15.03.2024. Tom betyr at den ikke er kjent."
YEAR = "Årstall."
QUARTER = "Kvartal, som 2024-K1."
MONTH = "Måned, som 2024-03."
WHOLE = "Helt tall."
FRACTION = "Tall, med komma før desimaler."
MONEY = "Beløp i kroner."
MONTHS = "Tid, som «5 år» eller «18 måneder»."
DAYS = "Tid, som «30 dager»."
ENTRIES = "Fyll ut listen. Her: tom, «ingen», eller «minst» hvis den er ufullstendig."

VALUES = "Én av: "
REGISTER = "Navn fra registeret «"
HOLDER = "Navnet på organet. Tom betyr "
MEMBERS = "Liste med ; mellom, eller «ingen». Hvert ledd: "
"""These begin what is told, and the rulebook says the rest."""

_FORMS = (
    TRUTH, ASSESSED, PRESENCE, TEXT, GROUNDS, ACT, DAY, DAY_ASSESSED, YEAR, QUARTER, MONTH, WHOLE,
    FRACTION, MONEY, MONTHS, DAYS, ENTRIES, VALUES, REGISTER, HOLDER, MEMBERS,
)  # fmt: skip


def tells_a_form(text: str) -> bool:
    """Whether a text is such as a template tells of a column."""
    plain = " ".join(text.split())
    return any(each.strip() in plain for each in _FORMS)
