"""What can be computed for each KPI: the formula as shown, the parts it asks for, and the function that computes it."""

from collections.abc import Mapping

from .customers import CUSTOMERS
from .deals import DEALS
from .leads import LEADS
from .revenue import REVENUE
from .values import Calculation, Given

CALCULATIONS: Mapping[str, tuple[Calculation, ...]] = {**DEALS, **LEADS, **CUSTOMERS, **REVENUE}

__all__ = ["CALCULATIONS", "Calculation", "Given"]
