"""The plot as it was handed in."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from jijuqu.web.public.plot_source import PlotSource, harmless


@given(st.text(max_size=400))
@example("..")
@example("a/../../etc/passwd")
@example("C:\\图\\界线.dxf")
@example("\x00")
@example("𠮷" * 300 + ".shp")
def test_whatever_a_file_is_called_it_is_put_into_the_folder_made_for_it(name: str) -> None:
    with PlotSource("survey_file", name, b"1").as_file() as path:
        assert path.read_bytes() == b"1"
        assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert not path.parent.exists()


def test_a_name_of_letters_and_digits_stays_as_it_is() -> None:
    assert harmless("忠县二期（红线）-2022.v1.gpkg") == "忠县二期（红线）-2022.v1.gpkg"
