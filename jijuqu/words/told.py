"""What is said where a stated figure and the measured one differ."""

from jijuqu.words.text import Text

SENTENCES = {
    "stated_differs": Text(
        "“{name}”申报{stated:,.2f}亩，实测{measured:,.2f}亩，相差超过1%；以实测为准，请核对申报数或边界文件。",
        "“{name}” is stated as {stated:,.2f} mu and measured as {measured:,.2f} mu, more than 1 % apart; the measure "
        "counts. Check the statement or the boundary file.",
    ),
    "stated_over_all_land": Text(
        "“{name}”申报{stated:,.2f}亩，超过全部用地实测的{all:,.2f}亩，不予采用；请核对申报数或边界文件。",
        "“{name}” is stated as {stated:,.2f} mu, more than all the land as measured ({all:,.2f} mu), so it is not used. "
        "Check the statement or the boundary file.",
    ),
}
