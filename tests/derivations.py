"""An oracle for what comparisons compute: it reads the printed formulas and works them out by itself."""

import re
from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

# What stands in cells of tables, beside the figures of the reports.
DERIVED = re.compile(
    r"(?:per year|per 10,000 people): [^;)|\n<]*, derived|(?:up|down) [^|;\n<]*?, derived|(?<=; )[^;)|\n<]*, derived"
    r"|derived: [^|\n<]*"
)
_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
_NUMBER = re.compile(r"−?\d(?:[\d,]*\d)?(?:\.\d+)?(?: (?:million|billion|trillion))?")
_FORMULA = re.compile(r'(?:derived: |"formula": ")([^|\n<"]+?)(?= \(What: |[|\n<"]|$)')
# By hand: jin, kilograms and tonnes in one another; and what is not one of the reports' own figures in other formulas.
_FACTORS = r"× (?:0\.0005|2,000|0\.001|1,000|0\.5|2)$"
_OWN = re.compile(rf"÷ (?:[2-9]|10)$|× 10,000$|{_FACTORS}")
_OPERATORS = {"−": lambda a, b: a - b, "÷": lambda a, b: a / b, "×": lambda a, b: a * b}


def _number(text: str) -> Fraction:
    bare, _, scale = text.replace(",", "").replace("−", "-").partition(" ")
    return Fraction(bare) * _SCALES.get(scale, 1)


def _worked_out(expression: str) -> Fraction:
    """`(64 − 52) ÷ 52`: parts in parentheses first, then from the left."""
    inner = re.match(r"\((.*)\)(.*)$", expression)
    if inner:
        rest = inner.group(2).strip()
        first = _worked_out(inner.group(1))
        tokens = rest.split(" ", 1) if rest else []
        return _OPERATORS[tokens[0]](first, _number(tokens[1])) if tokens else first
    parts = re.split(r" ([−÷×]) ", expression)
    result = _number(parts[0])
    for operator, operand in zip(parts[1::2], parts[2::2], strict=True):
        result = _OPERATORS[operator](result, _number(operand))
    return result


def wrong_formulas(text: str, *, true: Collection[Decimal]) -> list[str]:
    """The printed formulas with an operand that is none of the reports', or with another result than they come to.

    How many years a period has, 10,000 people and the factors of units are the program's own.
    """
    wrong = []
    formulas = [part for line in _FORMULA.findall(text) for part in line.strip().split("; ")]
    for formula in formulas:
        expression, _, result = formula.partition(" = ")
        expression = re.sub(r"\b(?:over|about|nearly|under|at least|at most|people)\b ?", "", expression)
        expression = re.sub(r"\s+", " ", expression).strip()
        own = _OWN.search(expression)
        operands = _NUMBER.findall(expression[: own.start()] if own else expression)
        rounded = "about" in result or "over" in result
        said = _NUMBER.search(result)
        if said is None or not operands:
            wrong.append(formula)
            continue
        value = _worked_out(expression) * (
            100 if result.endswith(" percent") and " points" not in result else 1
        )
        if "percentage points" in result:
            value = _worked_out(expression)
        digits = len(said.group().partition(" ")[0].partition(".")[2])
        scale = _SCALES.get(said.group().partition(" ")[2], 1)
        slack = Fraction(scale, 2 * 10**digits) if rounded else Fraction(0)
        known = all(
            _number(operand) in true or Decimal(str(float(_number(operand)))) in true for operand in operands
        )
        if not known or abs(value - _number(said.group())) > slack:
            wrong.append(formula)
    return wrong


def without_formula(text: str) -> list[str]:
    """What a cell calls derived though no printed formula comes to it."""
    results = {
        number.lstrip("−")
        for line in _FORMULA.findall(text)
        for part in line.split("; ")
        for number in _NUMBER.findall(part.partition(" = ")[2])
    }
    cells = [said for said in DERIVED.findall(text) if not said.startswith("derived: ")]
    cells = [re.sub(r"^per (?:year|10,000 people): ", "", said) for said in cells]
    return [said for said in cells if not set(_NUMBER.findall(said)) <= results]
