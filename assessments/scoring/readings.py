"""How the four gates are read: cautiously, both ways, and whether a blank one is needed (method.md 3.3 and 3.4)."""

from collections.abc import Iterator, Mapping
from itertools import product

from .decision import Decision, decisions
from .values import CAUTIOUS, GATES, Constants, Readings

Gates = Mapping[str, bool | None]


def reported_readings(gates: Gates) -> Readings:
    """Readings of the reported outcome: unknown and blank gates cautious, B no, K yes, A no, D no (method.md 3.4)."""
    known = (gates.get(gate) for gate in GATES)
    return Readings(*(care if seen is None else seen for seen, care in zip(known, CAUTIOUS, strict=True)))


def possible_readings(gates: Gates) -> tuple[Readings, ...]:
    """All 2^k readings of the k unknown gates; a blank gate stays cautious (method.md 3.4)."""
    return tuple(_combinations(gates, [gate for gate in GATES if gate in gates and gates[gate] is None]))


def needed_gates(gates: Gates, grade_s: int, grade_r: int, constants: Constants) -> tuple[str, ...]:
    """Blank gates whose switch changes outcome, mode or `first` at the central grades (method.md 3.3)."""
    blank = [gate for gate in GATES if gate not in gates]
    cells = {r: decisions(r, constants)[grade_s][grade_r] for r in _combinations(gates, blank)} if blank else {}
    return tuple(gate for gate in blank if _matters(GATES.index(gate), cells))


def flipped(readings: Readings, place: int) -> Readings:
    """The readings with the gate at `place` (0..3 of B, K, A, D) read the other way."""
    return Readings(*(not seen if i == place else seen for i, seen in enumerate(readings)))


def _combinations(gates: Gates, both_ways: list[str]) -> Iterator[Readings]:
    """Readings with the listed gates over both values, no before yes, the others as reported."""
    reported = reported_readings(gates)
    choices = [(False, True) if gate in both_ways else (reported[i],) for i, gate in enumerate(GATES)]
    return (Readings(*choice) for choice in product(*choices))


def _matters(place: int, cells: Mapping[Readings, Decision]) -> bool:
    return any(_advice(cell) != _advice(cells[flipped(readings, place)]) for readings, cell in cells.items())


def _advice(cell: Decision) -> tuple[object, ...]:
    return cell.outcome, cell.mode, cell.first
