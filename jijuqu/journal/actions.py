"""Everything that writes the journal."""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.models import ForeignKey
from django.utils import timezone

from jijuqu.journal import hashing
from jijuqu.journal.attachments import path_of
from jijuqu.journal.chain import event_digest, key_for, lock_end, signed_event
from jijuqu.journal.covered import coverage
from jijuqu.journal.models import Attachment, Event, Paper, PersonalSalt
from jijuqu.journal.stored import columns, model_of, row_digest, row_key, stored_rows

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from django.contrib.auth.base_user import AbstractBaseUser
    from django.db.models import Model

SALT_BYTES = 16
RECORDED_ALONG = {Attachment._meta.label_lower, Paper._meta.label_lower}  # with every row that points to them
Keys = dict["type[Model]", set[Any]]


def record(  # noqa: PLR0913 - an act has that many sides, each named where it is recorded
    act: str,
    subject: str,
    *,
    actor: AbstractBaseUser | None,
    on: datetime.date,
    wrote: Iterable[Model] = (),
    removed: Iterable[Model | str] = (),
    details: Mapping[str, Any] | None = None,
    paper: Paper | None = None,
) -> Event:
    """Append one act to the chain, as the last thing in the transaction that did it.

    `act` is like "cases.approve", `subject` like "case:12"; `actor` None where the system itself acts; `on` the day
    the act counts for. `wrote` names every row of a covered table that the act made or changed, `removed` every row it
    deleted (the row before its deletion, or its `row_key`). `details` is JSON and holds no personal data. The paper,
    and the attachments that the written rows point to, are recorded with them.

    The lock on the chain is taken here and held to the end of the transaction: take every other lock before.
    Raises TransactionManagementError outside a transaction, LookupError for a row of a table that is not covered,
    KeyFileError where the journal cannot be signed, ValidationError for words that are too long.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "record() belongs into the transaction of what it records: wrap both in transaction.atomic()"
        )
    number, previous = lock_end()
    rows = _digests([*wrote, *([paper] if paper else [])])
    rows |= dict.fromkeys(row if isinstance(row, str) else row_key(row) for row in removed)
    event = Event(
        number=number + 1,
        act=act,
        subject=subject,
        on=on,
        entered_at=timezone.now(),
        actor_id=actor.pk if actor else None,
        details=json.loads(json.dumps(details or {}, cls=DjangoJSONEncoder, allow_nan=False)),
        rows=rows,
        paper_id=paper.pk if paper else None,
        algorithm=hashing.algorithm(),
        previous=previous,
    )
    event.clean_fields(exclude={"actor", "paper", "digest", "signature"})
    event.digest = event_digest(vars(event))
    event.signature = key_for(number).sign(signed_event(event.digest)).hex()
    event.save(force_insert=True)
    return event


def forget_past(row: Model) -> None:
    """Throw away what would let somebody guess the personal data that a row held: the salt of its earlier digests.

    To be called where a row's personal data is removed, before that act is recorded with the row among `wrote`.
    """
    PersonalSalt.objects.update_or_create(row=row_key(row), defaults={"salt": secrets.token_bytes(SALT_BYTES)})


def enter_paper(paper: Paper) -> Paper:
    """Enter a paper from outside; the act that it closes is then recorded with it. Raises ValidationError."""
    paper.full_clean()
    paper.save(force_insert=True)
    return paper


@transaction.atomic
def remove_attachment(attachment: Attachment, *, actor: AbstractBaseUser, on: datetime.date, reason: str) -> Event:
    """Remove the file of an attachment for good, as where it holds personal data that must go; its row stays."""
    attachment.removed_at = timezone.now()
    attachment.save(update_fields=["removed_at"])
    subject = f"attachment:{attachment.pk}"
    transaction.on_commit(partial(path_of(attachment.pk).unlink, missing_ok=True))
    return record(
        "journal.remove_attachment", subject, actor=actor, on=on, wrote=[attachment], details={"reason": reason}
    )


def _digests(rows: Iterable[Model]) -> dict[str, str | None]:
    """Return the digests of rows and of the papers and attachments they point to, by the rows' names."""
    algorithm = hashing.algorithm()
    digests: dict[str, str | None] = {}
    wanted: Keys = defaultdict(set)
    for row in rows:
        row_key(row)
        wanted[model_of(row)].add(row.pk)
    while wanted:
        further: Keys = defaultdict(set)
        for model, keys in wanted.items():
            found = dict(stored_rows(model, columns(model), keys))
            salts = _salts(found) if coverage(model).personal else {}
            for name, values in found.items():
                digests[name] = row_digest(name, values, salts.get(name), algorithm)
            for field in columns(model):
                if isinstance(field, ForeignKey) and field.related_model._meta.label_lower in RECORDED_ALONG:
                    further[field.related_model] |= {values[field.attname] for values in found.values()} - {None}
        wanted = {model: keys for model, keys in further.items() if keys}
    return digests


def _salts(names: Iterable[str]) -> dict[str, bytes]:
    """Return the salt of each row with personal data, making those that are missing."""
    wanted = set(names)
    PersonalSalt.objects.bulk_create(
        (PersonalSalt(row=name, salt=secrets.token_bytes(SALT_BYTES)) for name in wanted), ignore_conflicts=True
    )
    salts = PersonalSalt.objects.filter(row__in=wanted).values_list("row", "salt")
    return {name: bytes(salt) for name, salt in salts}
