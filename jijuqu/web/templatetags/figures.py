"""Figures as the pages show them: areas in mu with two decimals, shares as per cent with one."""

from django import template

from jijuqu.land.measures import MU_M2

register = template.Library()


@register.filter
def mu(area_m2: float) -> str:
    """Write an area in square metres as mu, without the unit: '1,234.50'."""
    return f"{area_m2 / MU_M2:,.2f}"


@register.filter
def metres(length_m: float) -> str:
    """Write a length in metres with one decimal, without the unit: '4,450.1'."""
    return f"{length_m:,.1f}"


@register.filter
def percent(share: float) -> str:
    """Write a share from 0 to 1 as per cent: '9.8%'."""
    return f"{share:.1%}"


@register.filter
def whole_percent(share: float) -> str:
    """Write a limit that is a share as per cent without decimals: '10%'."""
    return f"{share:.0%}"
