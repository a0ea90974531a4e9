"""What is printed for one item: the engine's result in the words of the output, exact values as strings."""

import json
from fractions import Fraction
from typing import Any

from assessments.scoring import DK, FunctionScore, Nearest, Result

encode = json.JSONEncoder(separators=(",", ":")).encode  # plain ASCII, so it can be printed anywhere


def advice(result: Result) -> dict[str, Any]:
    """Every field of the output that the result decides; null where method.md 3.5 says so."""
    return {
        "recommendation": result.recommendation,
        "mode": result.mode,
        "first": result.first,
        "later": result.later,
        "outcome": result.outcome,
        "salesops": _score(result.salesops),
        "revops": _score(result.revops),
        "robustness": _exact(result.robustness),
        "acceptability": _shares(result),
        "reachable": result.reachable,
        "distance": result.distance,
        "nearest": _nearest(result.nearest),
        "strength": result.strength,
        "close_call": result.close_call,
        "flags": result.flags,
        "missing": result.missing,
        "next_question": result.next_question,
    }


def _score(score: FunctionScore) -> dict[str, Any]:
    return {"need": str(score.need), "range": [str(score.low), str(score.high)], "grade": score.grade}


def _exact(share: Fraction | None) -> str | None:
    return None if share is None else str(share)


def _shares(result: Result) -> dict[str, str] | None:
    shares = result.acceptability
    return None if shares is None else {outcome: str(share) for outcome, share in shares.items()}


def _nearest(nearest: Nearest | None) -> dict[str, Any] | None:
    if nearest is None:
        return None
    changes = [
        {"criterion": change.code, "from": None if change.before == DK else change.before, "to": change.after}
        for change in nearest.changes
    ]
    return {"outcome": nearest.outcome, "changes": changes}
