"""Whose district it is that a file names: by code, by name, or as a management committee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from jijuqu.registry.models import QuotaHolder
from jijuqu.registry.queries import holders_on
from jijuqu.tables.named import in_page_language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

NOT_WRITTEN = "-"  # the one district of a file without a column of districts


class Districts:
    """The quota holders of a day, found by what files call them."""

    def __init__(self, on: date) -> None:
        self._holders: dict[str, QuotaHolder] = {}
        for each in holders_on(on):
            for called in (each.name_in_clusters, each.name_zh, each.code):
                self._holders[called] = each

    def holder(self, written: str) -> QuotaHolder | None:
        """Return the holder that a file means; None where nobody on the list is called so."""
        return self._holders.get(written.strip())

    def name(self, written: str) -> str:
        """Say a district in the language of the page; as the file has it where nobody knows it."""
        holder = self.holder(written)
        if written == NOT_WRITTEN:
            return _("未写明区县")
        return in_page_language(holder.name_zh, holder.short_en) if holder else written

    def outlined(self, written: Iterable[str]) -> list[QuotaHolder]:
        """Return, with their outlines, those that a file means and that have one."""
        codes = {holder.pk for each in written if (holder := self.holder(each))}
        return list(QuotaHolder.objects.filter(pk__in=codes, outline_wkb__isnull=False))
