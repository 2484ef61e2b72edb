"""`ntr kontroller --lest`: the rules read back, of some norms alone if that is asked for."""

from support.command_line import Ntr


def test_one_norm_is_read_alone(ntr: Ntr) -> None:
    """A paragraph for each wording: its days, what it rests on, and what it says."""
    done = ntr("kontroller", "--lest", "--norm", "4-1/endringssøknad-mottaker")
    first, own, deciding, *wordings = done.stdout.splitlines()
    assert first.startswith(
        "§ 4-1, veilederen pkt. 4.1: krav «om rett mottaker av endringssøknaden», "
        "om endringssøknaden. "
    )
    assert first.endswith("Kjennemerke: 4-1/endringssøknad-mottaker.")
    assert own.startswith("Med egne ord: ")
    assert (
        deciding == "Hvilken ordlyd som gjelder, avgjøres av den dagen endringssøknaden ble sendt."
    )
    assert [each.split(",")[0] for each in wordings] == [
        "Ordlyd fra en dag i 2022 til og med en dag mellom 31. desember 2023 og 4. april 2024",
        "Ordlyd fra en dag mellom 1. januar 2024 og 5. april 2024",
    ]
    assert "Kravet gjelder når saken har en endringssøknad, og når " in wordings[0]
    assert [each.rpartition(". ")[2] for each in wordings] == [
        f"Kravet er oppfylt når endringssøknadens mottaker er {body}."
        for body in ("Helsedirektoratet", "departementet")
    ]


def test_norms_are_apart(ntr: Ntr) -> None:
    """An empty line stands between two, and nothing of what the rulebook declares before them."""
    done = ntr("kontroller", "--lest", "--norm", "4-2")
    parts = done.stdout.split("\n\n")
    assert len(parts) > 3
    assert all(each.startswith("§ 4-2") for each in parts)


def test_the_whole_rulebook_has_every_norm(ntr: Ntr) -> None:
    whole = ntr("kontroller", "--lest").stdout
    one = ntr("kontroller", "--lest", "--norm", "4-1/rett-mottaker").stdout
    assert one.strip() in whole
    assert "Begrepet tjenestetype er " in whole


def test_a_norm_alone_is_read_or_looked_up(ntr: Ntr) -> None:
    """The option means nothing by itself."""
    done = ntr("kontroller", "--norm", "4-2")
    assert done.exit_code == 2
    assert "--norm hører til --lest og --andre-steder" in done.stderr
