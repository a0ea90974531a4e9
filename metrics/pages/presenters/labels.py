"""Short words for what a KPI is: its function, its unit, which way is better."""

from django.utils.translation import gettext

from metrics.catalogue import Direction, Owner, Unit

KINDS = {Owner.SALESOPS: "s", Owner.SHARED: "b", Owner.REVOPS: "r"}


def owner_name(owner: Owner) -> str:
    return {Owner.SALESOPS: "SalesOps", Owner.SHARED: gettext("Shared"), Owner.REVOPS: "RevOps"}[owner]


def unit_text(unit: Unit) -> str:
    """What the KPI is measured in, as it stands beside its name."""
    return {
        Unit.COUNT: gettext("number"),
        Unit.SHARE: gettext("percent"),
        Unit.RATIO: gettext("ratio"),
        Unit.MONEY: gettext("amount"),
        Unit.MONEY_PER_DAY: gettext("amount per day"),
        Unit.DAYS: gettext("days"),
        Unit.MONTHS: gettext("months"),
    }[unit]


def direction_text(direction: Direction) -> str:
    return {
        Direction.HIGHER: gettext("higher is better"),
        Direction.LOWER: gettext("lower is better"),
        Direction.NONE: gettext("no value is better as such"),
    }[direction]
