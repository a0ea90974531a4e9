"""The parts that formulas are made of: what they are called, what they are, and what they are measured in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .values import Text


class Kind(StrEnum):
    """How a part is entered and checked."""

    COUNT = "count"
    MONEY = "money"
    DAYS = "days"
    PERCENT = "percent"
    SEVERAL_DAYS = "several_days"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Part:
    """One named part. The label goes on inside a sentence; `about` says what to count."""

    kind: Kind
    label: Text
    about: Text


def _part(kind: Kind, en: tuple[str, str], pl: tuple[str, str]) -> Part:
    return Part(kind, Text(en[0], pl[0]), Text(en[1], pl[1]))


PARTS: Mapping[str, Part] = {
    "won": _part(
        Kind.COUNT,
        ("deals won", "closed in the period as won"),
        ("wygrane szanse", "zamknięte w okresie jako wygrane"),
    ),
    "lost": _part(
        Kind.COUNT,
        ("deals lost", "closed in the period as lost"),
        ("przegrane szanse", "zamknięte w okresie jako przegrane"),
    ),
    "closed": _part(
        Kind.COUNT,
        ("deals closed", "won and lost together, closed in the period"),
        ("zamknięte szanse", "wygrane i przegrane razem, zamknięte w okresie"),
    ),
    "won_value": _part(
        Kind.MONEY,
        ("value of won deals", "amounts of all deals won, in one currency"),
        ("wartość wygranych szans", "kwoty wszystkich wygranych szans, w jednej walucie"),
    ),
    "lost_value": _part(
        Kind.MONEY,
        ("value of lost deals", "amounts of all deals lost, in one currency"),
        ("wartość przegranych szans", "kwoty wszystkich przegranych szans, w jednej walucie"),
    ),
    "closed_value": _part(
        Kind.MONEY,
        ("value of closed deals", "amounts of all deals won and lost, in one currency"),
        ("wartość zamkniętych szans", "kwoty wygranych i przegranych razem, w jednej walucie"),
    ),
    "rate": _part(
        Kind.PERCENT,
        ("close rate", "deals won ÷ deals closed, in percent"),
        ("skuteczność zamykania", "wygrane szanse ÷ zamknięte szanse, w procentach"),
    ),
    "won_days": _part(
        Kind.DAYS,
        ("days of all won deals", "from created to won, added up over all won deals"),
        ("dni wszystkich wygranych szans", "od utworzenia do wygranej, zsumowane dla wszystkich wygranych szans"),
    ),
    "closed_days": _part(
        Kind.DAYS,
        ("days of all closed deals", "from created to closed, added up over all won and lost deals"),
        (
            "dni wszystkich zamkniętych szans",
            "od utworzenia do zamknięcia, zsumowane dla wszystkich zamkniętych szans",
        ),
    ),
    "days": _part(
        Kind.SEVERAL_DAYS,
        ("days of each deal", "one number per deal, set apart by semicolons"),
        ("dni każdej szansy", "po jednej liczbie na szansę, rozdzielone średnikami"),
    ),
    "at_stage": _part(
        Kind.COUNT,
        ("leads at the stage", "open leads or deals that stand there on the day"),
        ("leady na etapie", "otwarte leady lub szanse, które są na nim danego dnia"),
    ),
    "open_leads": _part(
        Kind.COUNT,
        ("all open leads", "open leads or deals at all stages on the same day"),
        ("wszystkie otwarte leady", "otwarte leady lub szanse na wszystkich etapach tego samego dnia"),
    ),
    "stage_value": _part(
        Kind.MONEY,
        ("value at the stage", "amounts of what is open there, in one currency"),
        ("wartość na etapie", "kwoty otwartych szans na tym etapie, w jednej walucie"),
    ),
    "open_value": _part(
        Kind.MONEY,
        ("value of all that is open", "amounts at all stages, in one currency"),
        ("wartość wszystkich otwartych", "kwoty na wszystkich etapach, w jednej walucie"),
    ),
    "opportunities": _part(
        Kind.COUNT,
        ("qualified opportunities", "open and qualified today"),
        ("zakwalifikowane szanse", "dziś otwarte i zakwalifikowane"),
    ),
    "cycle_days": _part(
        Kind.DAYS,
        ("sales cycle in days", "average of won deals, from created to won"),
        ("cykl sprzedaży w dniach", "średnia wygranych szans, od utworzenia do wygranej"),
    ),
    "sales_cost": _part(
        Kind.MONEY,
        ("sales cost", "salaries, commission, tools and travel of the sales team in the period"),
        ("koszt sprzedaży", "wynagrodzenia, prowizje, narzędzia i podróże zespołu sprzedaży w okresie"),
    ),
    "marketing_cost": _part(
        Kind.MONEY,
        ("marketing cost", "salaries, media, events, tools and agencies in the period"),
        ("koszt marketingu", "wynagrodzenia, media, wydarzenia, narzędzia i agencje w okresie"),
    ),
    "media_cost": _part(
        Kind.MONEY,
        ("spend on media", "advertising only, in the period"),
        ("wydatki na media", "sama reklama, w okresie"),
    ),
    "new_customers": _part(
        Kind.COUNT,
        ("new customers", "customers who bought for the first time in the period"),
        ("nowi klienci", "klienci, którzy w okresie kupili po raz pierwszy"),
    ),
    "acquisition_cost": _part(
        Kind.MONEY,
        ("CAC", "cost to win one new customer"),
        ("CAC", "koszt pozyskania jednego nowego klienta"),
    ),
    "monthly_revenue": _part(
        Kind.MONEY,
        ("monthly revenue per customer", "average of the active customers"),
        ("miesięczny przychód z klienta", "średnia aktywnych klientów"),
    ),
    "margin": _part(
        Kind.PERCENT,
        ("gross margin", "what is left of revenue after the cost of delivering it, in percent"),
        ("marża brutto", "co zostaje z przychodu po odjęciu kosztu jego dostarczenia, w procentach"),
    ),
    "lifetime_value": _part(
        Kind.MONEY,
        ("lifetime value", "CLTV of an average customer"),
        ("wartość życiowa", "CLTV przeciętnego klienta"),
    ),
    "revenue": _part(
        Kind.MONEY,
        ("revenue per customer", "average of the active customers in one month or year"),
        ("przychód z klienta", "średnia aktywnych klientów za jeden miesiąc lub rok"),
    ),
    "revenue_period": _part(
        Kind.PERIOD,
        ("period of the revenue", "the time in which a customer brings this revenue"),
        ("okres przychodu", "czas, w którym klient przynosi ten przychód"),
    ),
    "churn_period": _part(
        Kind.PERIOD,
        ("period of the losses", "the time in which these customers left"),
        ("okres odejść", "czas, w którym ci klienci odeszli"),
    ),
    "horizon": _part(
        Kind.COUNT,
        ("horizon", "how many of these months or years to look ahead"),
        ("horyzont", "ile tych miesięcy lub lat wziąć pod uwagę"),
    ),
    "leads": _part(
        Kind.COUNT,
        ("new leads", "leads that came in during the period"),
        ("nowe leady", "leady pozyskane w okresie"),
    ),
    "mqls": _part(
        Kind.COUNT,
        ("MQLs", "leads that marketing qualified in the period"),
        ("MQL", "leady zakwalifikowane w okresie przez marketing"),
    ),
    "sqls": _part(
        Kind.COUNT,
        ("SQLs", "those of them that sales accepted"),
        ("SQL", "te z nich, które przyjęła sprzedaż"),
    ),
    "monthly_plans": _part(
        Kind.MONEY,
        ("monthly plans", "what they bring in a month"),
        ("plany miesięczne", "ile przynoszą w miesiącu"),
    ),
    "quarterly_plans": _part(
        Kind.MONEY,
        ("quarterly plans", "what they bring in a quarter; 0 if there are none"),
        ("plany kwartalne", "ile przynoszą w kwartale; 0, jeśli ich nie ma"),
    ),
    "yearly_plans": _part(
        Kind.MONEY,
        ("annual plans", "what they bring in a year; 0 if there are none"),
        ("plany roczne", "ile przynoszą w roku; 0, jeśli ich nie ma"),
    ),
    "renewed": _part(
        Kind.COUNT,
        ("contracts renewed", "those of them that were renewed"),
        ("odnowione umowy", "te z nich, które odnowiono"),
    ),
    "due": _part(
        Kind.COUNT,
        ("contracts up for renewal", "contracts whose term ended in the period"),
        ("umowy do odnowienia", "umowy, których okres skończył się w badanym czasie"),
    ),
    "start_mrr": _part(
        Kind.MONEY,
        ("MRR at the start", "recurring revenue of all customers on the first day"),
        ("MRR na początku", "przychód powtarzalny wszystkich klientów pierwszego dnia"),
    ),
    "expansion": _part(
        Kind.MONEY,
        ("expansion", "what these customers added, without price rises"),
        ("rozszerzenia", "o ile ci klienci zwiększyli przychód, bez podwyżek cen"),
    ),
    "contraction": _part(
        Kind.MONEY,
        ("contraction", "what customers who stayed cut"),
        ("zmniejszenia", "o ile zmniejszyli przychód klienci, którzy zostali"),
    ),
    "churned_mrr": _part(
        Kind.MONEY,
        ("churned MRR", "what customers who left had paid"),
        ("utracony MRR", "ile płacili klienci, którzy odeszli"),
    ),
    "lost_customers": _part(
        Kind.COUNT,
        ("customers lost", "those of them who left in the period"),
        ("utraceni klienci", "ci z nich, którzy odeszli w okresie"),
    ),
    "start_customers": _part(
        Kind.COUNT,
        ("customers at the start", "active on the first day"),
        ("klienci na początku", "aktywni pierwszego dnia"),
    ),
    "monthly": _part(
        Kind.PERCENT,
        ("monthly churn", "share of customers lost in a month, in percent"),
        ("churn miesięczny", "jaka część klientów odchodzi w miesiącu, w procentach"),
    ),
    "annual": _part(
        Kind.PERCENT,
        ("annual churn", "share of customers lost in a year, in percent"),
        ("churn roczny", "jaka część klientów odchodzi w roku, w procentach"),
    ),
    "revenue_now": _part(
        Kind.MONEY,
        ("revenue now", "of the whole period"),
        ("przychody teraz", "za cały okres"),
    ),
    "revenue_before": _part(
        Kind.MONEY,
        ("revenue before", "of an earlier period of the same length"),
        ("przychody wcześniej", "za wcześniejszy okres tej samej długości"),
    ),
    "inflation": _part(
        Kind.PERCENT,
        ("inflation", "over the same time, in percent"),
        ("inflacja", "w tym samym czasie, w procentach"),
    ),
    "gain": _part(
        Kind.MONEY,
        ("gain", "margin that the investment brought, or cost that it saved"),
        ("korzyść", "marża, którą przyniosła inwestycja, albo koszt, którego dzięki niej nie było"),
    ),
    "revenue_gain": _part(
        Kind.MONEY,
        ("revenue gained", "revenue that the investment brought"),
        ("uzyskany przychód", "przychód, który przyniosła inwestycja"),
    ),
    "cost": _part(
        Kind.MONEY,
        ("cost", "everything spent on it, working time included"),
        ("koszt", "wszystko, co na nią wydano, razem z czasem pracy"),
    ),
}
