"""Dates as people write them: 今天, 3月12日, 2026-3-12, 2026年3月."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from yizhan.commands.interview.question import Choice, UnclearError
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.text import Text

_WORDS = {
    "今天": 0,
    "今日": 0,
    "today": 0,
    "昨天": -1,
    "昨日": -1,
    "yesterday": -1,
    "前天": -2,
    "大前天": -3,
    "明天": 1,
    "tomorrow": 1,
    "后天": 2,
}
_FULL = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_SHORT = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日号]?")
_YEAR = re.compile(r"(\d{4})年?")

_FORM = Text(
    "看不懂“{typed}”这个日期；可以写 今天、昨天、3月12日、2026-3-12，只知道月份就写 2026-3。",
    "“{typed}” is no date; write today, yesterday, 3-12, 2026-3-12, or 2026-3 for a month.",
)
_NO_YEAR = Text("“{typed}”没有写年份。", "“{typed}” lacks the year.")
_NEVER = Text("日历上没有 {typed} 这一天。", "There is no such day as {typed}.")
_EARLY = Text(
    "{found} 太早了，要在 {day} 或者以后{why}。", "{found} is too early: {day} or later{why}."
)
_LATE = Text(
    "{found} 太晚了，要在 {day} 或者以前{why}。", "{found} is too late: {day} or earlier{why}."
)
NO_WHY = Text("", "")
NO_FUTURE = Text("（还没发生的事不能记）", " (nothing is recorded before it happened)")


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date may mean.

    Attributes:
        first: no reading of the date may be wholly before it.
        last: no reading of the date may be wholly after it.
        why_first: the reason, as it ends a sentence.
        why_last: the same for ``last``.
        whole: for a partial date, every reading has to be within.
    """

    first: date | None = None
    last: date | None = None
    why_first: Text = NO_WHY
    why_last: Text = NO_WHY
    whole: bool = False

    def refuse(self, found: PartialDate) -> None:
        """Raise where a date is outside.

        Raises:
            UnclearError: too early or too late.
        """
        start, end = (
            (found.earliest, found.latest) if self.whole else (found.latest, found.earliest)
        )
        if self.first is not None and start < self.first:
            text = _EARLY.format(found=found, day=self.first, why=self.why_first)
            raise UnclearError(text)
        if self.last is not None and end > self.last:
            raise UnclearError(_LATE.format(found=found, day=self.last, why=self.why_last))

    def holds(self, day: date) -> bool:
        """Whether a day is within."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads an answer as a date for the file.

    Attributes:
        as_of: what “today” means.
        span: the days allowed.
    """

    as_of: date
    span: Span

    def __call__(self, typed: str) -> str | int:
        """The date, of which the year may be left out."""
        found = parse(typed, self.as_of, self.span)
        self.span.refuse(found)
        return written(found)

    def exactly(self, typed: str) -> str | int:
        """The date as it was said; a year that was left out is not guessed at."""
        value = self(typed)
        if _SHORT.fullmatch(_plain(typed)):
            meant = str(value)
            raise UnclearError(_NO_YEAR.format(typed=typed), (Choice(meant, Text(meant, meant)),))
        return value


def reader(as_of: date, span: Span) -> Reader:
    """What reads an answer as a date for the file."""
    return Reader(as_of, span)


def written(found: PartialDate) -> str | int:
    """A date as it is in a file, where a bare year is a number."""
    return int(found.text) if len(found.text) == 4 else found.text


def suggested(as_of: date, span: Span) -> Choice | None:
    """Today, where it is allowed."""
    if not span.holds(as_of):
        return None
    return Choice(as_of.isoformat(), Text(f"今天 {as_of}", f"today, {as_of}"))


def parse(typed: str, as_of: date, span: Span) -> PartialDate:
    """Read a date.

    A day without a year is the one nearest to today among those allowed.

    Raises:
        UnclearError: no date, or none that the calendar has.
    """
    text = _plain(typed)
    if text in _WORDS:
        return PartialDate.of(as_of + timedelta(days=_WORDS[text]))
    if match := _FULL.fullmatch(text) or _DIGITS.fullmatch(text):
        return _partial(typed, *match.groups())
    if match := _SHORT.fullmatch(text):
        return _without_year(typed, match, as_of, span)
    if match := _YEAR.fullmatch(text):
        return _partial(typed, match.group(1))
    raise UnclearError(_FORM.format(typed=typed))


def _plain(typed: str) -> str:
    return "".join(unicodedata.normalize("NFKC", typed).split()).casefold()


def _without_year(typed: str, match: re.Match[str], as_of: date, span: Span) -> PartialDate:
    days: list[PartialDate] = []
    for year in range(as_of.year - 4, as_of.year + 5):  # 29 February comes every fourth year
        try:
            days.append(_partial(typed, str(year), *match.groups()))
        except UnclearError:
            continue
    if not days:
        raise UnclearError(_NEVER.format(typed=typed))
    allowed = [day for day in days if span.holds(day.earliest)]
    return min(allowed or days, key=lambda day: abs(day.earliest - as_of))


def _partial(typed: str, *parts: str | None) -> PartialDate:
    text = "-".join(part.zfill(2) for part in parts if part is not None)
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise UnclearError(_NEVER.format(typed=typed)) from None
