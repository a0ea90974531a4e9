"""How far a rate from few cases can be trusted."""

from fractions import Fraction

from metrics.catalogue.faults import Fault
from metrics.catalogue.rounding import rounded, square_root

from .checks import demand, demand_counts

Z = Fraction("1.959963984540054")  # 97.5th percentile of the standard normal distribution, 15 decimal places
PLACES = 10
FEW = 30  # closed deals, under which a rate is shown with its interval


def wilson_interval(successes: int, cases: int) -> tuple[Fraction, Fraction]:
    """The Wilson score interval at 95 % of successes / cases, both ends rounded half up to 10 decimal places.

    (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n), without continuity correction (Wilson 1927). All but
    the square root is exact, and the root is cut after 15 places. MetricError for successes > cases or no cases.
    """
    demand_counts(successes=successes, cases=cases)
    demand(successes <= cases, Fault.WON_OVER_CLOSED, "successes", "cases")
    demand(cases > 0, Fault.NO_CLOSED_DEALS, "cases")
    share, z2 = Fraction(successes, cases), Z * Z
    middle = share + z2 / (2 * cases)
    reach = Z * square_root(share * (1 - share) / cases + z2 / (4 * cases * cases), PLACES + 5)
    scale = 1 + z2 / cases
    low = rounded((middle - reach) / scale, PLACES) if successes else Fraction(0)
    high = rounded((middle + reach) / scale, PLACES) if successes < cases else Fraction(1)
    return low, high
