"""The command `ntr`: talks to people. Commands are imported when they are called."""

import sys
from importlib import import_module

import click

from hjemmel import __version__

_COMMANDS = {
    "vurder": "vurderer en eller flere saker",
    "forklar": "gir hele begrunnelsen for en norm, eller forklarer en feilkode",
    "kontroller": "kontrollerer regelfiler",
    "formater": "skriver regelfiler på den ene faste måten",
    "skjema": "viser hvilke opplysninger et regelverk spør etter",
}

FAULT_OF_OURS = 3


class _Commands(click.Group):
    """The commands by name; the module of each is named after it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"hjemmel.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help text, without importing the commands."""
        with formatter.section("Kommandoer"):
            formatter.write_dl(list(_COMMANDS.items()))

    def main(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        """Norwegian in UTF-8 whatever the terminal says; a fault of ours is said to be ours."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            return super().main(*args, **kwargs)  # type: ignore[arg-type]
        except BrokenPipeError:  # the reader of the pipe has gone, as `head` does
            sys.stderr.close()
            sys.exit(0)
        except Exception as fault:  # noqa: BLE001 - the last line of defence
            click.echo(f"Feil i programmet, ikke i det du skrev: {fault!r}", err=True)
            click.echo("Meld fra til dem som vedlikeholder hjemmel, med kommandoen du skrev.",
                       err=True)  # fmt: skip
            sys.exit(FAULT_OF_OURS)


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["--hjelp", "-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--versjon", message="ntr %(version)s", help="viser utgaven")
def main() -> None:
    """Regelverk som kan leses opp, kjøres og bevises."""
