"""Why a file cannot be used, or a row of it: one sentence each, in both languages."""

from enum import StrEnum

from metrics.catalogue.values import Text

LONGEST_SHOWN, LONGEST_LIST = 60, 300


class Trouble(StrEnum):
    """Why a whole file cannot be used."""

    EMPTY = "empty"
    NO_ROWS = "no_rows"
    ONE_COLUMN = "one_column"
    NOT_UTF8 = "not_utf8"
    WRONG_ENCODING = "wrong_encoding"
    UNKNOWN_ENCODING = "unknown_encoding"
    NUL = "nul"
    NOT_CSV = "not_csv"
    LONG_LINE = "long_line"
    LONG_CELL = "long_cell"
    QUOTES = "quotes"
    MANY_COLUMNS = "many_columns"
    MANY_ROWS = "many_rows"
    BIG = "big"
    REPEATED_HEADER = "repeated_header"
    NO_HEADER = "no_header"
    COLUMN_TWICE = "column_twice"
    NO_FIELD = "no_field"
    UNREADABLE = "unreadable"
    NEEDED = "needed"
    DATES_UNCLEAR = "dates_unclear"
    DECIMAL_UNCLEAR = "decimal_unclear"
    NO_DATES = "no_dates"
    NO_CURRENCY = "no_currency"
    NO_PIPELINE = "no_pipeline"
    NO_USABLE = "no_usable"
    NO_PAIR = "no_pair"
    NO_STATUS = "no_status"
    NO_RATE = "no_rate"
    NO_DAY = "no_day"


class ScorecardError(ValueError):
    """The file cannot be used as it is. `values` are what the sentence names."""

    def __init__(self, trouble: Trouble, **values: object) -> None:
        self.trouble = trouble
        lists = {"known", "headers", "fields"}
        self.values = {
            name: shown(str(value), LONGEST_LIST if name in lists else LONGEST_SHOWN) for name, value in values.items()
        }
        super().__init__(self.sentence("en"))

    def sentence(self, language: str) -> str:
        """What is wrong and what to do, in `en` or `pl`."""
        return SENTENCES[self.trouble].in_language(language).format_map(self.values)


def shown(text: str, longest: int = LONGEST_SHOWN) -> str:
    """A text from a file as a sentence can hold it: on one line, without what cannot be seen, and not too long."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text[: longest + 1])
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


SENTENCES = {
    Trouble.EMPTY: Text(
        "The file is empty. Export it again and choose it once more.",
        "Plik jest pusty. Wyeksportuj go jeszcze raz i wybierz ponownie.",
    ),
    Trouble.NO_ROWS: Text(
        "The file has a header and no rows below it. Export it again, with data.",
        "Plik ma nagłówek, ale nie ma pod nim żadnych wierszy. Wyeksportuj go jeszcze raz, razem z danymi.",
    ),
    Trouble.ONE_COLUMN: Text(
        "The first row holds one column only. Save the file as CSV, with commas, semicolons or tabs between columns.",
        "Pierwszy wiersz ma tylko jedną kolumnę. Zapisz plik jako CSV z kolumnami rozdzielonymi przecinkami,"
        " średnikami lub tabulatorami.",
    ),
    Trouble.NOT_UTF8: Text(
        "The file is not written in UTF-8. Say which encoding it has; it looks like {guess}.",
        "Plik nie jest zapisany w UTF-8. Wskaż jego kodowanie; wygląda na {guess}.",
    ),
    Trouble.WRONG_ENCODING: Text(
        "The file is not written in {encoding}. Choose another encoding.",
        "Plik nie jest zapisany w kodowaniu {encoding}. Wybierz inne.",
    ),
    Trouble.UNKNOWN_ENCODING: Text(
        "There is no encoding {encoding}. Choose one of {known}.",
        "Nie ma kodowania {encoding}. Wybierz jedno z: {known}.",
    ),
    Trouble.NUL: Text(
        "The file holds NUL characters, so it is not plain text. Save it as CSV in UTF-8.",
        "Plik zawiera znaki NUL, więc nie jest zwykłym tekstem. Zapisz go jako CSV w UTF-8.",
    ),
    Trouble.NOT_CSV: Text(
        "The file is {kind}, not CSV. Save it as CSV and choose it again.",
        "Plik to {kind}, a nie CSV. Zapisz go jako CSV i wybierz ponownie.",
    ),
    Trouble.LONG_LINE: Text(
        "Row {row} or a row near it is longer than {most} bytes. Check whether a quotation mark is missing there.",
        "Wiersz {row} lub wiersz obok jest dłuższy niż {most} bajtów. Sprawdź, czy nie brakuje tam cudzysłowu.",
    ),
    Trouble.LONG_CELL: Text(
        "A cell in row {row} or after it is longer than {most} characters. Check whether a quotation mark is missing.",
        "Komórka w wierszu {row} lub dalej jest dłuższa niż {most} znaków. Sprawdź, czy nie brakuje cudzysłowu.",
    ),
    Trouble.QUOTES: Text(
        "In row {row} or after it a quotation mark is not closed, or text follows a closing one. Correct that row.",
        "W wierszu {row} lub dalej cudzysłów nie jest zamknięty albo po zamykającym stoi tekst. Popraw ten wiersz.",
    ),
    Trouble.MANY_COLUMNS: Text(
        "The file has {found} columns, more than {most}. Export only the columns you need.",
        "Plik ma {found} kolumn, czyli więcej niż {most}. Wyeksportuj tylko potrzebne kolumny.",
    ),
    Trouble.MANY_ROWS: Text(
        "The file has more than {most} rows. Export a shorter time, or use the scorecard command, which has no limit.",
        "Plik ma więcej niż {most} wierszy. Wyeksportuj krótszy okres albo użyj polecenia scorecard, które nie ma"
        " limitu.",
    ),
    Trouble.BIG: Text(
        "The file is larger than {most} MB. Export a shorter time or fewer columns.",
        "Plik jest większy niż {most} MB. Wyeksportuj krótszy okres albo mniej kolumn.",
    ),
    Trouble.REPEATED_HEADER: Text(
        "The header “{header}” stands above {count} columns. Rename them, or name the column by its number, #1 for the"
        " first.",
        "Nagłówek „{header}” stoi nad {count} kolumnami. Zmień nazwy albo podaj numer kolumny, #1 to pierwsza.",
    ),
    Trouble.NO_HEADER: Text(
        "No column is headed “{header}”. The headers are: {headers}",
        "Żadna kolumna nie ma nagłówka „{header}”. Nagłówki to: {headers}",
    ),
    Trouble.COLUMN_TWICE: Text(
        "The column “{header}” is chosen for {fields}. Choose one column for each.",
        "Kolumna „{header}” jest wybrana dla pól: {fields}. Wybierz dla każdego inną.",
    ),
    Trouble.NO_FIELD: Text(
        "There is no field “{field}”. The fields are {known}.",
        "Nie ma pola „{field}”. Pola to {known}.",
    ),
    Trouble.UNREADABLE: Text(
        "The file {file} cannot be read: {reason}.",
        "Nie da się odczytać pliku {file}: {reason}.",
    ),
    Trouble.NEEDED: Text(
        "No column was found for {field}. Say which one it is: {field}=header.",
        "Nie znaleziono kolumny dla pola {field}. Wskaż ją: {field}=nagłówek.",
    ),
    Trouble.DATES_UNCLEAR: Text(
        "“{example}” in the column “{header}” can be read as day/month or as month/day. Say which: dmy or mdy.",
        "„{example}” w kolumnie „{header}” można odczytać jako dzień/miesiąc albo miesiąc/dzień. Wskaż: dmy lub mdy.",
    ),
    Trouble.NO_DATES: Text(
        "There is no order of dates called {dates}. Choose dmy (31/12/2025), mdy (12/31/2025) or ymd (2025-12-31).",
        "Nie ma kolejności dat {dates}. Wybierz dmy (31/12/2025), mdy (12/31/2025) lub ymd (2025-12-31).",
    ),
    Trouble.DECIMAL_UNCLEAR: Text(
        "“{example}” in the column “{header}” can be about a thousand or about one. Say which mark sets decimals apart:"
        " a comma or a point.",
        "„{example}” w kolumnie „{header}” może znaczyć około tysiąca albo około jednego. Wskaż znak dziesiętny:"
        " przecinek lub kropkę.",
    ),
    Trouble.NO_CURRENCY: Text(
        "No row is in the currency {currency}. The file has {known}.",
        "Żaden wiersz nie jest w walucie {currency}. W pliku są: {known}.",
    ),
    Trouble.NO_PIPELINE: Text(
        "No row is in the pipeline {pipeline}. The file has {known}.",
        "Żaden wiersz nie należy do lejka {pipeline}. W pliku są: {known}.",
    ),
    Trouble.NO_USABLE: Text(
        "None of the {count} rows of {kind} can be used: {cause} in row {row} and others. Found: {found}.",
        "Żaden z wierszy ({count}) pliku {kind} nie nadaje się do użycia: {cause} w wierszu {row} i innych."
        " Znaleziono: {found}.",
    ),
    Trouble.NO_PAIR: Text(
        "“{text}” is not of the form name=value, as {option} needs.",
        "„{text}” nie ma postaci nazwa=wartość, jakiej wymaga {option}.",
    ),
    Trouble.NO_STATUS: Text(
        "There is no status {status}. A value means won, lost or open.",
        "Nie ma statusu {status}. Wartość może znaczyć won, lost lub open.",
    ),
    Trouble.NO_RATE: Text(
        "“{text}” is no rate for {option}. Write a share or a percentage, for example 0.8 or 80%.",
        "„{text}” nie jest wskaźnikiem dla {option}. Podaj udział lub procent, na przykład 0,8 lub 80%.",
    ),
    Trouble.NO_DAY: Text(
        "“{text}” is no day. Write it as year-month-day, for example 2025-12-31.",
        "„{text}” nie jest datą. Zapisz ją jako rok-miesiąc-dzień, na przykład 2025-12-31.",
    ),
}
