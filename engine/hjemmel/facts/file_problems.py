"""What can be wrong with a file as a whole, or with how it is written."""

from hjemmel.facts.problem import Problem

UNREADABLE_FILE = Problem(
    "NTR501",
    "filen kan ikke leses",
    """\
Filen finnes ikke, er sperret, er skadet, er for stor eller har et format som ikke leses. Det
samme gjelder en tabell i en database som ikke finnes, eller ikke svarer. Ingen saker er lest.

Eksempel: filen heter `portefolje.docx`.

Slik retter du: sjekk navnet og at du har tilgang. Saker leses fra `.json`, `.jsonl`, `.yaml`,
`.csv`, `.xlsx` og `.parquet`. En arbeidsbok med passord må lagres uten passord, og en gammel
`.xls` må lagres på nytt som «Excel-arbeidsbok (.xlsx)».
""",
)

BROKEN_SYNTAX = Problem(
    "NTR502",
    "filen følger ikke formatet sitt",
    """\
Innholdet er ikke riktig skrevet JSON, YAML eller CSV, for eksempel fordi et tegn mangler.
Det som kan leses sikkert, er lest; resten er satt til side.

Eksempel: `{"sak": "A", "tjeneste": {}` mangler den siste krøllparentesen.

Slik retter du: gå til stedet meldingen nevner. Feilen står der eller like foran. I CSV må en
tekst som inneholder skilletegnet, stå i anførselstegn, og hver linje må ha like mange felt som
overskriften. I YAML kan du ikke bruke tabulator til innrykk, og heller ikke merkelapper (`!`)
eller henvisninger (`&` og `*`): skriv verdien helt ut.
""",
)

READER_FAULT = Problem(
    "NTR545",
    "leseren stanset",
    """\
Leseren møtte noe i filen som den ikke er laget for, og stanset. Meldingen sier hva feilen heter
og hvor i programmet den kom. Ingen saker som står etter det, er lest fra filen. De andre filene
er lest som vanlig.

Eksempel: en arbeidsbok som er skadet på en måte Excel tåler, men leseren ikke.

Slik retter du: åpne filen i programmet den er laget med, og lagre den på nytt, eller lagre den i
et annet format. Skjer det igjen, er det en feil i programmet: meld fra, og legg ved filen.
""",
)

DUPLICATE_KEY = Problem(
    "NTR508",
    "samme opplysning er gitt to ganger",
    """\
En nøkkel eller en kolonne står to ganger, så det er uklart hvilken som gjelder. Understrek og
mellomrom regnes som samme tegn: `antall_steder` og `antall steder` er samme nøkkel.

Eksempel: `{"tjeneste": {"navn": "A", "navn": "B"}}`.

Slik retter du: behold den ene. Er det to kilder som sier hver sitt, skriver du dem som en liste:
`"navn": [{"verdi": "A", "kilde": "søknaden"}, {"verdi": "B", "kilde": "årsrapporten"}]`.
""",
)

DUPLICATE_CASE = Problem(
    "NTR509",
    "to saker har samme navn",
    """\
Hver sak må ha sitt eget navn (`sak`), ellers kan ikke svarene skilles fra hverandre. Den første
saken er lest; de neste med samme navn er satt til side.

Eksempel: to rader med `L-OUS-21` i kolonnen `sak`.

Slik retter du: gi den ene saken et annet navn, eller ta den bort.
""",
)

MISSING_LIBRARY = Problem(
    "NTR510",
    "et tillegg mangler",
    """\
Excel og YAML leses og skrives med tillegg som ikke er med i grunnpakken.

Eksempel: du vil lese `saker.xlsx`, men har bare installert `hjemmel`.

Slik retter du: skriv `pip install "hjemmel[excel]"` eller `pip install "hjemmel[yaml]"`, eller
lagre filen som CSV eller JSON, som alltid kan leses.
""",
)

TOO_DEEP = Problem(
    "NTR514",
    "opplysningene ligger for dypt inni hverandre",
    """\
Parenteser eller innrykk ligger i flere lag enn en sak kan ha.

Eksempel: `[[[[[[ … ]]]]]]` med hundrevis av lag.

Slik retter du: sjekk at filen ikke er skadet eller satt sammen feil. En sak har sjelden mer enn
fem lag: sak, gruppe, opplysning, liste, oppføring.
""",
)

WRONG_ENCODING = Problem(
    "NTR515",
    "teksten er lagret med feil tegnsett",
    """\
Filen er ikke lagret som UTF-8, har nulltegn, eller har linjeskift av flere slag. Da kan ikke
teksten leses sikkert, og æ, ø og å ville blitt feil.

Eksempel: en CSV-fil lagret som «CSV (semikolondelt)» i Excel, med tegnsettet Windows-1252.

Slik retter du: velg «Lagre som» og «CSV UTF-8 (semikolondelt)» i Excel. I andre programmer
velger du tegnsettet UTF-8.
""",
)

EMPTY_FILE = Problem(
    "NTR516",
    "filen eller arket er tomt",
    """\
Det er ingen saker i filen. Vi sier fra om det, siden en tom fil oftest er en feil: kanskje ble den
lagret for tidlig, eller sakene står i et annet ark.

Eksempel: en CSV-fil med bare overskriften.

Slik retter du: fyll inn minst én sak, eller ta filen bort. `ntr skjema` lager en mal.
""",
)
