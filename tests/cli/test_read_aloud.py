"""`ntr kontroller --lest`: the rules read back, of some norms alone if that is asked for."""

from support.command_line import Ntr


def test_one_norm_is_read_alone(ntr: Ntr) -> None:
    """A paragraph for each wording: its days, what it rests on, and what it says."""
    done = ntr("kontroller", "--lest", "--norm", "4-1/rett-mottaker")
    first, own, deciding, *wordings = done.stdout.splitlines()
    assert first.startswith("§ 4-1 første ledd: krav «om rett mottaker», om søknaden. ")
    assert first.endswith("Kjennemerke: 4-1/rett-mottaker.")
    assert own.startswith("Med egne ord: ")
    assert deciding == "Hvilken ordlyd som gjelder, avgjøres av den dagen søknaden ble sendt."
    assert [each.split(",")[0] for each in wordings] == [
        "Ordlyd fra 1. januar 2011 til og med 31. desember 2021",
        "Ordlyd fra 1. januar 2022 til og med 31. desember 2023",
        "Ordlyd fra 1. januar 2024",
    ]
    assert wordings[1].endswith(
        "Kravet gjelder når saken har en søknad. "
        "Kravet er oppfylt når søknadens mottaker er Helsedirektoratet."
    )


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
