"""Plans, risks and charter use the words of the design.

The design's English plans are in note form; an imperative may stand before its words, and three ends have a
verb as in the design's mock ("admin is under 30% of the week").
"""

import re

import pytest

from assessments.content.advice import shipped_advice
from assessments.content.advice_values import Plan

ADVICE = shipped_advice()

# Per plan: the phases' actions and ends, then quarters two to four; in English and in Polish.
PLANS = {
    "salesops": (
        """name an owner · log a week of rep time · agree stage definitions · stages mean the same to every rep ·
        remove or automate the top three admin tasks · start a weekly forecast · coach on two loss reasons ·
        admin is under 30% of the week · playbook and training plan · five KPIs monthly · hand-over rules with
        marketing · forecast error is under 20% · cycle shorter, repeat check · decide on RevOps · pilot or
        deepen""",
        """wyznacz osobę odpowiedzialną · przez tydzień mierz, na co idzie czas handlowców · uzgodnij definicje
        etapów · każdy handlowiec tak samo rozumie etapy · usuń lub zautomatyzuj trzy największe zadania
        administracyjne · zacznij co tydzień robić prognozę · przećwicz z handlowcami dwa powody przegranych ·
        administracja zajmuje mniej niż 30% tygodnia · przygotuj podręcznik sprzedaży i plan szkoleń · co
        miesiąc sprawdzaj pięć KPI · ustal z marketingiem zasady przekazywania leadów · błąd prognozy jest
        mniejszy niż 20% · krótszy cykl sprzedaży, ponowne sprawdzenie · decyzja w sprawie RevOps · pilotaż albo
        pogłębienie zmian""",
    ),
    "revops": (
        """sponsor and charter · map the path from first contact to renewal · list tools and numbers · one page
        everyone signs · shared definitions (qualified lead, churn, ARR) · weekly revenue meeting · fix the two
        worst hand-overs · hand-over losses are halved · one revenue dashboard · segment and price test · growth
        plan with milestones · each team reports from the same numbers · tool decision · retention and upsell
        programme · new segment""",
        """znajdź sponsora i przygotuj kartę odpowiedzialności · rozpisz drogę klienta od pierwszego kontaktu do
        odnowienia · spisz narzędzia i liczby · jest jedna strona, pod którą podpisują się wszyscy · ustal
        wspólne definicje: lead kwalifikowany, odejścia klientów (churn), ARR · wprowadź cotygodniowe spotkanie
        o przychodach · napraw dwa najsłabsze miejsca przekazywania spraw · strat przy przekazywaniu spraw jest
        o połowę mniej · uruchom jeden panel przychodów · przetestuj segment i cenę · ułóż plan wzrostu z
        kamieniami milowymi · każdy zespół raportuje na podstawie tych samych liczb · decyzja o narzędziach ·
        program utrzymania klientów i dosprzedaży · nowy segment""",
    ),
    "both": (
        """write the charter first · one keeper per KPI · shared backlog · no task has two owners · SalesOps:
        forecast and admin · RevOps: definitions and hand-overs · marketing and sales agree on a qualified lead
        · joint dashboard · joint review · next-quarter plan · one meeting, one set of numbers · stop-or-go ·
        pricing and retention · benefits review""",
        """zacznij od karty odpowiedzialności · wyznacz jednego opiekuna każdego KPI · załóż wspólną listę zadań ·
        żadne zadanie nie ma dwóch odpowiedzialnych · SalesOps: prognoza i administracja · RevOps: definicje i
        przekazywanie spraw · marketing i sprzedaż są zgodne, czym jest lead kwalifikowany · wspólny panel ·
        wspólny przegląd · plan na kolejny kwartał · jest jedno spotkanie i jeden zestaw liczb · decyzja „dalej
        czy stop” · ceny i utrzymanie klientów · podsumowanie korzyści""",
    ),
}
NOT_YET = [
    (
        "owner for the top topic and a measurement",
        "wyznacz osobę odpowiedzialną za najważniejszy temat i sposób pomiaru",
    ),
    ("smallest fix", "wprowadź najmniejszą poprawkę"),
    ("repeat the three questions", "odpowiedz ponownie na trzy pytania"),
]
RISKS = {
    "salesops": (
        """becomes a report desk / same admin hours / admin hours is its first KPI / lead supply thins / fewer new
        names per rep / quarterly review / churn and pricing ownerless / renewals discussed late / interim owner""",
        """zespół zmienia się w biuro raportów / handlowcom nie ubywa administracji / czas na administrację to jego
        pierwszy KPI / dopływ leadów słabnie / mniej nowych kontaktów na handlowca / przegląd co kwartał / nikt
        nie odpowiada za odejścia klientów (churn) i ceny / rozmowy o odnowieniach zaczynają się za późno /
        wyznacz osobę tymczasowo odpowiedzialną""",
    ),
    "revops": (
        """reps lose their support / admin hours and cycle time rise / named sales contact in RevOps / change
        fatigue / three tools at once / one system at a time / no authority across teams / decisions reopened /
        sponsor at board level""",
        """handlowcy tracą wsparcie / rośnie czas administracji i wydłuża się cykl sprzedaży / wyznacz w RevOps
        osobę do kontaktu ze sprzedażą / zmęczenie zmianami / trzy narzędzia wdrażane naraz / wdrażaj po jednym
        systemie / RevOps nie może decydować za zespoły / raz podjęte decyzje wracają / sponsor w zarządzie""",
    ),
    "both": (
        """overlap / two versions of one number / charter + one keeper per KPI / tug over CRM / duplicate fields /
        one change board / cost before effect / no KPI moves by month 6 / stop-or-go date""",
        """dublowanie zadań / dwie wersje tej samej liczby / karta odpowiedzialności i jeden opiekun każdego KPI /
        spór o CRM / zdublowane pola / jedno grono decydujące o zmianach / koszty przed efektami / żaden KPI nie
        drgnął do 6. miesiąca / ustalona data decyzji „dalej czy stop”""",
    ),
    "sequence": (
        """second step never comes / review moved twice / date in the plan now / first team takes the second’s
        tasks badly / backlog / interim owners listed""",
        """drugi krok nie następuje / przegląd przełożono już dwa razy / wpisz datę do planu już teraz / pierwszy
        zespół słabo radzi sobie z zadaniami drugiego / rosną zaległości / lista osób tymczasowo
        odpowiedzialnych""",
    ),
    "revops_absorbs": (
        """sales knowledge lost / forecast error rises / transition list with dates / reps leave early / pipeline
        drops / tell the plan, keep key people""",
        """przepada wiedza o sprzedaży / rośnie błąd prognozy / lista przekazania z terminami / handlowcy odchodzą
        za wcześnie / lejek się kurczy / przedstaw plan i zatrzymaj kluczowe osoby""",
    ),
    "not_yet": (
        """drift / same answers in 6 months / three no-hire actions with owners""",
        """odkładanie na później / te same odpowiedzi za 6 miesięcy / trzy działania bez zatrudniania, każde z
        osobą odpowiedzialną""",
    ),
}
CHARTER = """\
Sales strategy, targets, rep feedback | Strategia sprzedaży, cele, informacja zwrotna dla handlowców | SalesOps
| Head of sales | Sales process, fewer non-selling tasks | Proces sprzedaży, mniej zadań niezwiązanych ze
sprzedażą | SalesOps | RevOps | Sales data quality | Jakość danych sprzedażowych | SalesOps | RevOps | Forecast
| Prognozowanie sprzedaży | SalesOps | RevOps | Team organisation, onboarding, training | Organizacja zespołu,
wdrażanie nowych osób, szkolenia | SalesOps (or enablement) | Head of sales | Rep performance and tools | Wyniki
i narzędzia handlowców | SalesOps | RevOps | Target segments and plan to reach them | Segmenty docelowe i plan
dotarcia do nich | Marketing, interim | RevOps | Long-term revenue strategy and its short-term goals |
Długofalowa strategia przychodów i wynikające z niej cele krótkoterminowe | CEO, interim | RevOps | Process
across revenue teams | Wspólny proces zespołów odpowiadających za przychody | CEO, interim | RevOps |
Communication between revenue teams | Komunikacja między zespołami odpowiadającymi za przychody | CEO, interim |
RevOps | Technology choice across teams | Wybór technologii wspólnej dla zespołów | IT or SalesOps, interim |
RevOps | Price design and tests | Ustalanie i testowanie cen | Product or finance, interim | RevOps | Upsell and
cross-sell | Dosprzedaż i sprzedaż krzyżowa | Customer success, interim | RevOps | Churn reduction |
Ograniczanie odejść klientów (churn) | Customer success, interim | RevOps | Positioning | Pozycjonowanie oferty
i marki | Marketing, interim | RevOps with marketing | Lead qualification (MQL → SQL) and hand-over |
Kwalifikacja leadów (MQL → SQL) i przekazywanie ich do sprzedaży | Marketing + SalesOps | RevOps + sales"""


def plan_in(plan: Plan, language: str) -> list[str]:
    shown = [text for phase in plan.phases for text in (*phase.actions, phase.done_when)]
    return [text.in_language(language) for text in (*shown, *plan.year[1:])]


def words(design: str, separator: str) -> list[str]:
    """The parts of a text, wherever its lines break."""
    return [" ".join(part.split()) for part in re.split(rf"\s{re.escape(separator)}\s", design)]


def differing(shown: list[str], design: list[str]) -> list[str]:
    """The texts that do not end with the words of the design, whatever the case of the first letter."""
    pairs = zip(shown, design, strict=True)
    return [text for text, wanted in pairs if not text.casefold().endswith(wanted.casefold())]


@pytest.mark.parametrize("key", PLANS)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_plans_are_those_of_the_design(key: str, language: str) -> None:
    assert differing(plan_in(ADVICE.plan(key), language), words(PLANS[key][language == "pl"], "·")) == []


def test_polish_plans_add_verbs_to_the_joint_review_only() -> None:
    added = [
        text
        for key, design in PLANS.items()
        for text, wanted in zip(plan_in(ADVICE.plan(key), "pl"), words(design[1], "·"), strict=True)
        if text.casefold() != wanted.casefold()
    ]

    assert added == ["Uruchom wspólny panel", "Przeprowadź wspólny przegląd", "Ułóż plan na kolejny kwartał"]


def test_plan_for_not_yet_is_that_of_the_design() -> None:
    first = [phase.actions[0] for phase in ADVICE.plan("not_yet").phases]

    assert differing([text.en for text in first], [english for english, _ in NOT_YET]) == []
    assert differing([text.pl for text in first], [polish for _, polish in NOT_YET]) == []


def test_second_team_is_prepared_with_data_charter_and_budget() -> None:
    for key, name in (("sequence_salesops", "RevOps"), ("sequence_revops", "SalesOps")):
        later = ADVICE.plan(key).later

        assert later is not None
        assert later.done_when.en == f"data, charter and budget are ready for {name}"
        assert later.done_when.pl == f"są dane, karta odpowiedzialności i budżet na {name}"


@pytest.mark.parametrize("key", RISKS)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_risks_are_those_of_the_design(key: str, language: str) -> None:
    parts = [text for risk in ADVICE.risks(key) for text in (risk.risk, risk.sign, risk.response)]

    assert differing([text.in_language(language) for text in parts], words(RISKS[key][language == "pl"], "/")) == []


def test_charter_is_that_of_the_design() -> None:
    shown = [
        text
        for duty in ADVICE.duties
        for text in (
            duty.task.en,
            duty.task.pl,
            duty.owners["only_salesops"].owner.en,
            duty.owners["only_revops"].owner.en,
        )
    ]

    assert shown == words(CHARTER, "|")
