"""What every page of the desk shows."""

from django import template

from jijuqu.web.desk.menu import desk_bar

register = template.Library()
register.filter("desk_bar", desk_bar)
