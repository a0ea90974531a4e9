"""The formulas of the sixteen KPIs: pure functions on exact fractions, the only place where a KPI is computed.

Every one takes whole numbers or fractions and returns a fraction; MetricError, with a sentence in both languages,
where the parts are impossible or there is nothing to divide by. Shares are 0..1.
"""

from .checks import Number
from .customers import Timed, annual_churn, churn_rate, cltv, cltv_capped, monthly_churn
from .deals import (
    average_deal,
    close_rate,
    close_rate_by_value,
    median_of_counts,
    pipeline_velocity,
    sales_cycle,
    sales_cycle_median,
    stage_share,
    stage_share_by_value,
    time_to_close,
    time_to_close_mean,
    win_loss,
    win_loss_by_value,
    win_loss_of_rate,
)
from .intervals import FEW, wilson_interval
from .leads import (
    cac,
    cac_of_media,
    cac_payback,
    cost_per_lead,
    cost_per_sql,
    margin_gain,
    roi,
    sql_rate,
    value_to_cost,
)
from .revenue import arr, growth, grr, monthly_amount, mrr, nrr, real_growth, renewal_rate, upsell_rate

__all__ = [
    "FEW",
    "Number",
    "Timed",
    "annual_churn",
    "arr",
    "average_deal",
    "cac",
    "cac_of_media",
    "cac_payback",
    "churn_rate",
    "close_rate",
    "close_rate_by_value",
    "cltv",
    "cltv_capped",
    "cost_per_lead",
    "cost_per_sql",
    "growth",
    "grr",
    "margin_gain",
    "median_of_counts",
    "monthly_amount",
    "monthly_churn",
    "mrr",
    "nrr",
    "pipeline_velocity",
    "real_growth",
    "renewal_rate",
    "roi",
    "sales_cycle",
    "sales_cycle_median",
    "sql_rate",
    "stage_share",
    "stage_share_by_value",
    "time_to_close",
    "time_to_close_mean",
    "upsell_rate",
    "value_to_cost",
    "wilson_interval",
    "win_loss",
    "win_loss_by_value",
    "win_loss_of_rate",
]
