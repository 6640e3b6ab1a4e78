"""Lengths of time: amounts and units as TIMEX3 writes them (`P3Y`, `PT2H30M`, `PXD`), and what lies
one away from a day. It knows no document."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from fractions import Fraction

from onrecord.annotate import calendar

_CLOCK = {"TS": "S", "TM": "M", "TH": "H"}
_WEEKS_AND_ON = {"DE": (10, "Y"), "CE": (100, "Y"), "H": (6, "M")}
_SMALLER = {"Y": (12, "M"), "W": (7, "D"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}
_SIZED = re.compile(r"(\d+|X)?([A-Z]+)")


def amount(told: str | None) -> Fraction | None:
    """What a number says: sums and products of figures; `None` for some, not known how many.

    >>> [str(amount(told)) for told in ("20+5", "2*100", "2+1/2", "X", "1,5", "1.500")]
    ['25', '200', '5/2', 'None', '3/2', '1500']
    """
    if not told or "X" in told:
        return None
    total = Fraction(0)
    for term in told.split("+"):
        product = Fraction(1)
        for factor in term.split("*"):
            product *= _figure(factor)
        total += product
    return total


def _figure(figure: str) -> Fraction:
    if "/" in figure:
        top, _, bottom = figure.partition("/")
        return Fraction(int(top), int(bottom))
    if re.fullmatch(r"\d+(?:[.,]\d{3})+", figure):
        return Fraction(int(re.sub("[.,]", "", figure)))
    return Fraction(figure.replace(",", "."))


def sized(unit: str) -> tuple[str, str]:
    """A unit that counts more than one: `2W` is two weeks, `XY` some years.

    >>> sized("2W"), sized("Y"), sized("XDE")
    (('2', 'W'), ('1', 'Y'), ('X', 'DE'))
    """
    found = _SIZED.fullmatch(unit)
    assert found
    return found[1] or "1", found[2]


def period(number: str | None, unit: str) -> str:
    """A length of time.

    >>> [period("3", "Y"), period("1+1/2", "TH"), period("X", "D"), period("2", "DE")]
    ['P3Y', 'PT1H30M', 'PXD', 'P20Y']
    """
    size, unit = sized(unit)
    many = amount(number or size)
    if many is None or size == "X":
        return _unknown(unit)
    if number and size != "1":
        many *= int(size)
    if unit in _WEEKS_AND_ON:
        factor, unit = _WEEKS_AND_ON[unit]
        many *= factor
    if many < 1 and unit in _SMALLER:
        factor, unit = _SMALLER[unit]
        many *= factor
    whole, rest = divmod(many, 1)
    text = _piece(int(whole), unit)
    if rest:
        if unit not in _SMALLER:
            return f"P{float(many):g}{unit}"
        factor, small = _SMALLER[unit]
        inner = round(rest * factor)
        joined = _CLOCK.get(small)
        if not joined:
            return f"{text}{inner}{small}"
        return f"{text}{'' if unit in _CLOCK else 'T'}{inner}{joined}"
    return text


def _piece(many: int, unit: str) -> str:
    return f"PT{many}{_CLOCK[unit]}" if unit in _CLOCK else f"P{many}{unit}"


def _unknown(unit: str) -> str:
    return f"PTX{_CLOCK[unit]}" if unit in _CLOCK else f"PX{unit}"


def away(told: Mapping[str, str], day: datetime.date, way: int) -> str | None:
    """The period that lies a duration away."""
    size, unit = sized(told["unit"])
    many = amount(told.get("n", size))
    if many is None or size == "X":
        return None
    if "n" in told:
        many *= int(size)
    if "n+" in told:
        many += amount(told["n+"]) or 0
    if unit == "Y" and many.denominator == 2:
        many, unit = many * 12, "M"
    if unit in {"DE", "CE"}:
        many, unit = many * {"DE": 10, "CE": 100}[unit], "Y"
    if unit in {"TS", "TM", "TH"}:
        return None
    return calendar.moved(day, way * round(many), unit)
