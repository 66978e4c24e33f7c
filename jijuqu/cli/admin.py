"""The commands for the administrators whom nobody can help on a page: the first ones, and the last one locked out."""

from __future__ import annotations

from typing import Annotated

import typer

from jijuqu.cli.server import migrate
from jijuqu.cli.speech import language_of, refuse
from jijuqu.words import command_line as words
from jijuqu.words.text import Message

ROLES = ("security_admin", "system_admin", "auditor")

app = typer.Typer(no_args_is_help=True)


@app.command("create", help=words.HELP["admin_create"])
def create(
    username: Annotated[str, typer.Argument(help="用户名")],
    name: Annotated[str, typer.Option(help="姓名")],
    role: Annotated[str, typer.Option(help=f"角色：{' / '.join(ROLES)}")] = ROLES[0],
    lang: Annotated[str, typer.Option("--lang", help="zh 或 en")] = "zh",
) -> None:
    """Enter the first administrator of a kind and print the initial password, to be changed at the first sign-in.

    Further people are entered on 账号与授权 by the security administrator; where there is one already, this refuses.
    """
    language = language_of(lang)
    if role not in ROLES:
        refuse([Message("not_a_choice", {"option": "--role", "value": role, "choices": " / ".join(ROLES)})], language)
    migrate()
    from django.core.exceptions import ValidationError
    from django.db import transaction
    from django.utils import timezone, translation

    from jijuqu.accounts.actions import appoint, enter_person
    from jijuqu.accounts.models import Organisation, Person
    from jijuqu.accounts.queries import holding
    from jijuqu.procedure.roles import Role

    today = timezone.localdate()
    if there := holding(Role(role), today).first():
        refuse([Message("administrator_there", {"username": there.username})], language)
    commission = Organisation.objects.get(pk="commission")
    person = Person(username=username, name=name, organisation=commission)
    try:
        with transaction.atomic(), translation.override("en" if language == "en" else "zh-hans"):
            password = enter_person(person, actor=None)
            appoint(person, commission, Role(role), first_day=today, actor=None)
    except ValidationError as error:
        refuse([Message("not_entered", {"reason": " ".join(error.messages)})], language)
    typer.echo(words.ADMINISTRATOR_ENTERED.say(language, username=person.username, password=password))


@app.command("reset", help=words.HELP["admin_reset"])
def reset(
    username: Annotated[str, typer.Argument(help="用户名")],
    lang: Annotated[str, typer.Option("--lang", help="zh 或 en")] = "zh",
) -> None:
    """Give a security administrator who cannot sign in a new initial password; the second factor is set up anew.

    Everybody else is helped by the security administrator on 账号与授权.
    """
    language = language_of(lang)
    migrate()
    from django.db import transaction
    from django.utils import timezone

    from jijuqu.accounts.actions import reset_password, reset_second_factor
    from jijuqu.accounts.queries import holding
    from jijuqu.procedure.roles import Role

    person = holding(Role.SECURITY_ADMIN, timezone.localdate()).filter(username__iexact=username).first()
    if person is None:
        refuse([Message("no_such_administrator", {"username": username})], language)
    with transaction.atomic():
        password = reset_password(person, actor=None, reason="jijuqu admin reset")
        reset_second_factor(person, actor=None, reason="jijuqu admin reset")
    typer.echo(words.ADMINISTRATOR_RESET.say(language, username=person.username, password=password))
