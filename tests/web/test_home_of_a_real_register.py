"""The first page where no demonstration was loaded."""

from datetime import date

import pytest

from tests.registry.entries import approved

pytestmark = pytest.mark.django_db


def test_a_real_register_is_not_called_a_demonstration(client):
    html = client.get("/").content.decode()

    assert "虚构" not in html
    assert html.count('<tr id="holder-') == 40
    assert "尚无数据：自查时该项显示为待核" in html


def test_a_name_with_markup_is_shown_as_text(client):
    approved(name_zh="<script>甲</script>", published_on=date(2022, 7, 1))

    html = client.get("/?on=2022-09-15").content.decode()

    assert "<script>甲" not in html
    assert "&lt;script&gt;甲" in html
