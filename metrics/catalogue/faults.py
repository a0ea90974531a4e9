"""What can be wrong with the numbers a KPI is computed from, and the sentence that says so in each language."""

from collections.abc import Mapping
from enum import StrEnum

from .values import Text


class Fault(StrEnum):
    """Why there is no value: an impossible input, or nothing to divide by."""

    NEGATIVE = "negative"
    NOT_WHOLE = "not_whole"
    RATE_OVER_ONE = "rate_over_one"
    MIXED_PERIODS = "mixed_periods"
    MIXED_CURRENCIES = "mixed_currencies"
    WON_OVER_CLOSED = "won_over_closed"
    WON_VALUE_OVER_CLOSED = "won_value_over_closed"
    NO_CLOSED_DEALS = "no_closed_deals"
    NO_CLOSED_VALUE = "no_closed_value"
    NO_WON_DEALS = "no_won_deals"
    NO_LOST_DEALS = "no_lost_deals"
    NO_LOST_VALUE = "no_lost_value"
    STAGE_OVER_OPEN = "stage_over_open"
    STAGE_VALUE_OVER_OPEN = "stage_value_over_open"
    NO_OPEN_DEALS = "no_open_deals"
    NO_OPEN_VALUE = "no_open_value"
    NO_CYCLE = "no_cycle"
    NO_NEW_CUSTOMERS = "no_new_customers"
    NO_MARGIN = "no_margin"
    NO_LEADS = "no_leads"
    NO_SQLS = "no_sqls"
    NO_MQLS = "no_mqls"
    SQLS_OVER_MQLS = "sqls_over_mqls"
    NO_RENEWALS_DUE = "no_renewals_due"
    RENEWED_OVER_DUE = "renewed_over_due"
    NO_STARTING_MRR = "no_starting_mrr"
    LOSSES_OVER_START = "losses_over_start"
    NO_CUSTOMERS = "no_customers"
    LOST_OVER_START = "lost_over_start"
    NO_CHURN = "no_churn"
    HORIZON_TOO_LONG = "horizon_too_long"
    NO_MONTHS = "no_months"
    NO_EARLIER_REVENUE = "no_earlier_revenue"
    INFLATION_TOO_LOW = "inflation_too_low"
    NO_COST = "no_cost"


class MetricError(ValueError):
    """The KPI has no value. `parts` are the names of the parts at fault, the arguments of the formula."""

    def __init__(self, fault: Fault, *parts: str) -> None:
        super().__init__(f"{fault}: {', '.join(parts)}" if parts else str(fault))
        self.fault = fault
        self.parts = parts

    def sentence(self, language: str, labels: Mapping[str, str]) -> str:
        """What is wrong, in `en` or `pl`; `labels` are the parts' names on screen."""
        named = ", ".join(labels.get(part, part) for part in self.parts)
        return SENTENCES[self.fault].in_language(language).replace("{part}", named)


SENTENCES: Mapping[Fault, Text] = {
    Fault.NEGATIVE: Text("{part}: this cannot be less than 0.", "{part}: ta wartość nie może być mniejsza od 0."),
    Fault.NOT_WHOLE: Text("{part}: enter a whole number.", "{part}: podaj liczbę całkowitą."),
    Fault.RATE_OVER_ONE: Text(
        "{part}: this share cannot be more than 100%.", "{part}: ten udział nie może być większy niż 100%."
    ),
    Fault.MIXED_PERIODS: Text(
        "Revenue and churn are from different periods. Use a month for both, or a year for both.",
        "Przychód i odejścia klientów pochodzą z różnych okresów. Użyj w obu miejscach miesiąca albo w obu roku.",
    ),
    Fault.MIXED_CURRENCIES: Text(
        "The amounts are in different currencies. Enter all of them in one currency.",
        "Kwoty są w różnych walutach. Podaj wszystkie w jednej walucie.",
    ),
    Fault.WON_OVER_CLOSED: Text(
        "Deals won cannot be more than deals closed.",
        "Wygranych szans nie może być więcej niż zamkniętych.",
    ),
    Fault.WON_VALUE_OVER_CLOSED: Text(
        "The value of won deals cannot be more than the value of closed deals.",
        "Wartość wygranych szans nie może być większa niż wartość zamkniętych.",
    ),
    Fault.NO_CLOSED_DEALS: Text(
        "There are no closed deals yet, so there is nothing to compute from.",
        "Nie ma jeszcze zamkniętych szans sprzedaży, więc nie ma z czego liczyć.",
    ),
    Fault.NO_CLOSED_VALUE: Text(
        "The closed deals have no value, so the rate by value cannot be computed.",
        "Zamknięte szanse mają wartość zero, więc nie da się policzyć wskaźnika wartościowo.",
    ),
    Fault.NO_WON_DEALS: Text(
        "No deals are won yet, so there is nothing to compute from.",
        "Nie ma jeszcze wygranych szans sprzedaży, więc nie ma z czego liczyć.",
    ),
    Fault.NO_LOST_DEALS: Text(
        "No deals were lost, so the ratio has no value: there is nothing to divide by.",
        "Nie ma przegranych szans, więc stosunek nie ma wartości: nie ma przez co dzielić.",
    ),
    Fault.NO_LOST_VALUE: Text(
        "The lost deals have no value, so the ratio by value cannot be computed.",
        "Przegrane szanse mają wartość zero, więc nie da się policzyć stosunku wartościowo.",
    ),
    Fault.STAGE_OVER_OPEN: Text(
        "One stage cannot hold more leads than are open in all stages.",
        "Na jednym etapie nie może być więcej leadów niż na wszystkich etapach razem.",
    ),
    Fault.STAGE_VALUE_OVER_OPEN: Text(
        "One stage cannot be worth more than all stages together.",
        "Jeden etap nie może być wart więcej niż wszystkie etapy razem.",
    ),
    Fault.NO_OPEN_DEALS: Text(
        "Nothing is open, so there are no shares of it.",
        "Nie ma nic otwartego, więc nie da się policzyć udziałów.",
    ),
    Fault.NO_OPEN_VALUE: Text(
        "What is open has no value, so the shares by value cannot be computed.",
        "Otwarte szanse mają wartość zero, więc nie da się policzyć udziałów wartościowo.",
    ),
    Fault.NO_CYCLE: Text(
        "A cycle of 0 days would mean endless velocity. Enter the average length of won deals in days.",
        "Cykl o długości 0 dni oznaczałby nieskończoną szybkość. Podaj średnią długość wygranych szans w dniach.",
    ),
    Fault.NO_NEW_CUSTOMERS: Text(
        "There are no new customers in this period, so the cost of one cannot be computed.",
        "W tym okresie nie ma nowych klientów, więc nie da się policzyć kosztu jednego.",
    ),
    Fault.NO_MARGIN: Text(
        "A customer earns no margin, so the cost never comes back.",
        "Klient nie przynosi marży, więc koszt nigdy się nie zwróci.",
    ),
    Fault.NO_LEADS: Text(
        "There are no new leads in this period, so the cost of one cannot be computed.",
        "W tym okresie nie ma nowych leadów, więc nie da się policzyć kosztu jednego.",
    ),
    Fault.NO_SQLS: Text(
        "There are no SQLs in this period, so the cost of one cannot be computed.",
        "W tym okresie nie ma SQL, więc nie da się policzyć kosztu jednego.",
    ),
    Fault.NO_MQLS: Text(
        "There are no MQLs in this period, so the share that became SQLs cannot be computed.",
        "W tym okresie nie ma MQL, więc nie da się policzyć, jaka ich część stała się SQL.",
    ),
    Fault.SQLS_OVER_MQLS: Text(
        "SQLs cannot be more than the MQLs they came from. Count both for the same leads.",
        "SQL nie może być więcej niż MQL, z których powstały. Policz jedne i drugie dla tych samych leadów.",
    ),
    Fault.NO_RENEWALS_DUE: Text(
        "Nothing was up for renewal in this period, so there is no renewal rate.",
        "W tym okresie nic nie było do odnowienia, więc nie ma wskaźnika odnowień.",
    ),
    Fault.RENEWED_OVER_DUE: Text(
        "Contracts renewed cannot be more than contracts up for renewal.",
        "Odnowionych umów nie może być więcej niż umów do odnowienia.",
    ),
    Fault.NO_STARTING_MRR: Text(
        "There was no recurring revenue at the start, so there is nothing to compare with.",
        "Na początku nie było przychodów powtarzalnych, więc nie ma z czym porównać.",
    ),
    Fault.LOSSES_OVER_START: Text(
        "The customers of the start cannot lose more revenue than they brought at the start.",
        "Klienci z początku okresu nie mogą zmniejszyć przychodów bardziej, niż wynosiły one na początku.",
    ),
    Fault.NO_CUSTOMERS: Text(
        "There were no customers at the start, so there is no churn rate.",
        "Na początku nie było klientów, więc nie ma wskaźnika odejść.",
    ),
    Fault.LOST_OVER_START: Text(
        "Customers lost cannot be more than customers at the start.",
        "Klientów, którzy odeszli, nie może być więcej niż klientów na początku.",
    ),
    Fault.NO_CHURN: Text(
        "No customers left, so the lifetime has no end and the value no limit. Use the variant with a horizon.",
        "Nikt nie odszedł, więc czas życia klienta nie ma końca, a jego wartość granic. Użyj wariantu z horyzontem.",
    ),
    Fault.HORIZON_TOO_LONG: Text(
        "Choose a horizon of at most 1,200 months or years.",
        "Wybierz horyzont nie dłuższy niż 1 200 miesięcy lub lat.",
    ),
    Fault.NO_MONTHS: Text(
        "The period of an amount must be at least one month.",
        "Okres, za który jest kwota, musi mieć co najmniej miesiąc.",
    ),
    Fault.NO_EARLIER_REVENUE: Text(
        "There was no revenue in the earlier period, so there is nothing to compare with.",
        "We wcześniejszym okresie nie było przychodów, więc nie ma z czym porównać.",
    ),
    Fault.INFLATION_TOO_LOW: Text(
        "Prices cannot fall by 100% or more. Check the inflation rate.",
        "Ceny nie mogą spaść o 100% lub więcej. Sprawdź wskaźnik inflacji.",
    ),
    Fault.NO_COST: Text(
        "The cost is 0, so there is nothing to divide by.",
        "Koszt wynosi 0, więc nie ma przez co dzielić.",
    ),
}
