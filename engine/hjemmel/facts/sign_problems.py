"""What can be wrong with the signs that a fact is written with."""

from hjemmel.facts.problem import Problem

UNSEEN_SIGN = Problem(
    "NTR530",
    "teksten har et tegn som ikke kan ses",
    """\
Teksten har et tegn som ikke vises, eller som styrer hvordan resten vises: et retningstegn, en myk
bindestrek, et nullbredde-tegn, et styretegn, et skjult linjeskift eller et løst tilleggstegn. To
tekster kan da se like ut uten å være det, og en skjerm kan vise noe annet enn det som står.

Eksempel: `{"tittel": "Tjenesten\\u202e"}`.

Slik retter du: slett tegnet, eller skriv teksten på nytt. Slike tegn følger ofte med når tekst
limes inn fra en nettside. Hardt og tynt mellomrom, tabulator og hard bindestrek regnes som vanlige,
og et linjeskift blir til « ↵ ».
""",
)

MISTAKEN_SIGN = Problem(
    "NTR531",
    "teksten har et tegn som ligner et annet",
    """\
Et siffer som ikke er 0–9, eller en bokstav fra et annet alfabet som ligner en av våre, i et ord som
ellers er norsk. Da blir navnet et annet enn det ser ut til.

Eksempel: `{"mottaker": "Hеlsedirektoratet"}`, der den første «е» er kyrillisk.

Slik retter du: skriv ordet på nytt med tastaturet. Greske bokstaver som ikke ligner våre («μg»),
hevet og senket skrift («CO₂») og ord som er skrevet helt i et annet alfabet, kan stå.
""",
)
