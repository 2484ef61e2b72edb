"""Why a name is not changed, and what to do instead."""

from attrs import frozen


@frozen
class RenameRefused:
    """The reason, and advice where there is some; both for people."""

    reason: str
    help: str = ""


NOTHING_HERE = RenameRefused(
    "her står ingenting som kan få et nytt navn",
    "stå på en opplysning, en verdi, et begrep, et register, en rolle eller tittelen til en norm",
)
OF_THE_LANGUAGE = RenameRefused("dette er et ord i språket, og kan ikke få et nytt navn")
A_SOURCE = RenameRefused(
    "en kilde får ikke nytt navn herfra, fordi den står med flere former i alle hjemlene",
    "endre «kilde»-linjen, og rett hjemlene som kontrollen da sier fra om",
)
SEVERAL_NORMS = RenameRefused(
    "her er flere normer nevnt under ett", "stå på tittelen til normen du vil gi et nytt navn"
)
AN_ITEM = RenameRefused(
    "tittelen til et strekpunkt er også nøkkelen det har i verdikter og prøver",
    "skriv punktet som en norm for seg med «kjennemerke», eller endre tittelen og prøvene for hånd",
)
EMPTY = RenameRefused("det nye navnet er tomt")
SIGNS = RenameRefused(
    "det nye navnet har et tegn som ikke kan stå i et navn",
    "skriv navnet med bokstaver, tall, blanke og bindestrek",
)


def unreadable(file: str) -> RenameRefused:
    """Where what is there before has errors, nobody can tell whether the meaning is kept."""
    return RenameRefused(
        f"{file} har feil, og da kan ingen se om reglene betyr det samme etterpå",
        "rett feilene først",
    )


def would_be_wrong(name: str, message: str, file: str, line: int) -> RenameRefused:
    """The rules would not be read with the new name."""
    return RenameRefused(f"«{name}» kan ikke være navnet: {file}:{line}: {message}",
                         "velg et annet navn")  # fmt: skip


def would_mean_another(name: str, file: str, line: int) -> RenameRefused:
    """The rules would be read, but not as before."""
    return RenameRefused(
        f"med «{name}» ville {file}:{line} vist til noe annet enn før", "velg et annet navn"
    )


def in_two(file: str, line: int) -> RenameRefused:
    """«ikke» stands within the name, and the new one has no place for it."""
    return RenameRefused(
        f"i {file}:{line} står «ikke» inne i navnet, og det nye navnet har ingen plass til det",
        "velg et navn som begynner med et verb og har flere ord, eller skriv om leddet først",
    )
