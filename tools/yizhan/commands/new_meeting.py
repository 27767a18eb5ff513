"""What ``yizhan new meeting`` asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yizhan.commands.interview import search
from yizhan.commands.interview.dates import Span
from yizhan.commands.interview.fields import BY_SEMICOLONS, SEVERAL, SEVERAL_BY
from yizhan.commands.interview.question import Choice, Interview, Question, UnclearError
from yizhan.commands.interview.session import Session, dated
from yizhan.commands.new_shared import Draft, Sheet, ask_id, ask_place, ask_source, finish
from yizhan.facts.follow_up import TaskProgress, TaskStatus, follow_up
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MATTERS = Text("上会的事项", "Matters")
_MATTERS_HINT = Text("把哪些没办完的事项列入议题？", "Which open matters are to be on the agenda?")
_TOPICS = Text("别的议题", "Other items")
_TOPICS_HINT = SEVERAL_BY.format(mark=BY_SEMICOLONS)
_TASK_HINT = Text(
    "{meeting}（{date}）交办{body}：{text}{due}。办得怎样？",
    "{meeting} ({date}) asked {body}: {text}{due}. How does it stand?",
)
_TASK_DUE = Text("，期限 {due}", ", due {due}")
_FOLLOW_UP_FORM = Text(
    "要写成 会议编号/任务代号=情况，例如 20260110-yishihui/ludeng=done；情况可以写 done、ongoing、dropped。",
    "Write MEETING/TASK=STATE, such as 20260110-yishihui/ludeng=done; the state is done, ongoing or dropped.",
)
_NO_TASK = Text(
    "{meeting} 没有交办过还没办完的“{task}”。",
    "{meeting} gave no task “{task}” that is still open.",
)
_SINCE_NOTICE = Text("（开会的日期）", " (the day of the meeting)")
_OF_DUE = Text("（应到人数）", " (those due)")
_RECORD_IT = Text(
    "会上议过的事项也要记一条：yizhan advance {matter} --meeting {id}",
    "What was said of a matter goes to its log too: yizhan advance {matter} --meeting {id}",
)
_DECISIONS = Text(
    "决定、票数和交办的任务写在 {path} 的议题下面，写法见 docs/records/meeting.md。",
    "Decisions, tallies and tasks are written below the items in {path}; see docs/records/meeting.md.",
)


def interview(session: Session) -> Interview[Draft]:
    """Ask for a meeting; one whose day is still to come is a planned one."""
    sheet = Sheet(session, Kind.MEETING)
    fields = sheet.fields
    title = yield from sheet.ask(fields.text("title", "title"), "title")
    yield from sheet.ask(fields.text("summary", "summary", required=False), "summary")
    kind = fields.word("meeting_kind", "meeting_kind")
    yield from sheet.ask(kind, "meeting_kind", explain=True)
    written = yield fields.date("date", "date", span=Span())
    day = PartialDate.parse(str(written))
    place = yield from ask_place(sheet, day)
    sheet.put("date", value=written)
    planned = day.surely_after(session.as_of)
    bodies = session.around(session.bodies(place, day), place.id)
    convener = fields.record("convener", "convener", records=bodies, required=False)
    yield from sheet.ask(convener, "convener", explain=True)
    sheet.put("planned", value=planned or None)
    yield from sheet.ask(fields.text("start_time", "start_time", required=False), "start_time")
    if not planned:
        yield from sheet.ask(fields.text("end_time", "end_time", required=False), "end_time")
    yield from sheet.ask(fields.text("venue", "venue", required=False), "venue")
    chair = yield fields.record("chaired_by", "chaired_by", records=bodies, required=False)
    sheet.put("chaired_by", value=[{"body": chair}] if chair is not None else None)
    yield from _notice(sheet, day)
    if not planned:
        yield from _attendance(sheet)
        sheet.put("follow_ups", value=(yield from _follow_ups(sheet, place, day)))
    matters = yield from _agenda(sheet, place, day)
    yield from ask_source(sheet, place)
    identifier = yield from ask_id(sheet, title, day, place)
    draft = finish(sheet, identifier, day, place)
    if planned:
        return draft
    advice = [_RECORD_IT.format(matter=matter, id=identifier) for matter in matters]
    advice.append(_DECISIONS.format(path=draft.path))
    return finish(sheet, identifier, day, place, advice=tuple(advice))


def _notice(sheet: Sheet, day: PartialDate) -> Interview[None]:
    """Ask when and how it was called."""
    fields = sheet.fields
    span = Span(last=min(day.latest, sheet.session.as_of), why_last=_SINCE_NOTICE)
    given = yield fields.date("notice_date", "notice", "date", span=span, required=False)
    if given is not None:
        sheet.put("notice", "date", value=given)
        yield from sheet.ask(fields.text("notice_how", "notice", "how"), "notice", "how")


def _attendance(sheet: Sheet) -> Interview[None]:
    """Ask how many were due and how many came."""
    fields = sheet.fields
    due = yield fields.number("due", "attendance", "due", required=False)
    present = yield fields.number(
        "present", "attendance", "present", most=due, why=_OF_DUE, required=False
    )
    if due is None and present is None:
        return
    basis = fields.word("basis", "attendance", "basis")
    yield from sheet.ask(basis, "attendance", "basis", explain=True)
    sheet.put("attendance", "due", value=due)
    sheet.put("attendance", "present", value=present)


def _follow_ups(sheet: Sheet, place: Place, day: PartialDate) -> Interview[list[dict[str, Any]]]:
    """Ask what became of each task that earlier meetings of the place gave and nobody answered."""
    tasks = list(_open_tasks(sheet.session, place, day))
    given: list[dict[str, Any]] | None = yield Question(
        name="follow_up",
        text=sheet.fields.title("follow_ups"),
        read=_follow_up_reader(tasks),
        separator=SEVERAL,
        required=False,
        asked=False,
    )
    if given is not None:
        return given
    found: list[dict[str, Any]] = []
    for task in tasks:
        due = task.task.due
        hint = _TASK_HINT.format(
            meeting=task.meeting.title,
            date=task.meeting.date,
            body=_title_of(sheet.session, task.task.body),
            text=task.task.text.rstrip("。"),
            due=Text("", "") if due is None else _TASK_DUE.format(due=due),
        )
        state = yield _state_question(sheet, hint=hint)
        if state is not None:
            found.append({"meeting": task.meeting.id, "task": task.task.key, "state": state})
    return found


def _state_question(sheet: Sheet, hint: Text) -> Question:
    listed = sheet.session.words.words("task_state")
    choices = tuple(Choice(code, title) for code, title in listed.items())
    titles = {choice.code: choice.title for choice in choices}
    return Question(
        name="follow_up",
        text=sheet.fields.title("follow_ups"),
        hint=hint,
        read=search.reader(choices, elsewhere=sheet.session.elsewhere),
        choices=choices,
        required=False,
        label=lambda code: titles[code],
    )


def _follow_up_reader(tasks: list[TaskProgress]) -> Any:
    known = {(task.meeting.id, task.task.key) for task in tasks}

    def read(typed: str) -> dict[str, Any]:
        where, _, state = typed.partition("=")
        meeting, _, task = where.partition("/")
        if state not in ("done", "ongoing", "dropped") or not task:
            raise UnclearError(_FOLLOW_UP_FORM)
        if (meeting, task) not in known:
            raise UnclearError(_NO_TASK.format(meeting=meeting, task=task))
        return {"meeting": meeting, "task": task, "state": state}

    return read


def _open_tasks(session: Session, place: Place, day: PartialDate) -> Iterator[TaskProgress]:
    """Tasks that are neither done nor dropped, of meetings of the place before the day."""
    meetings = [each for each in session.archive.meetings if each.held]
    earlier = [
        each
        for each in meetings
        if each.example == place.example
        and session.related(each.place, place.id)
        and each.date.surely_before(day)
    ]
    for meeting in earlier:
        for progress in follow_up(meeting, meetings, session.as_of):
            if progress.status in (TaskStatus.ONGOING, TaskStatus.LATE):
                yield progress


def _title_of(session: Session, body: str) -> str:
    found = session.archive.body(body)
    return found.title if found is not None else body


def _agenda(sheet: Sheet, place: Place, day: PartialDate) -> Interview[list[str]]:
    """Ask what is on the agenda: open matters of the place, each an item, and other topics."""
    session = sheet.session
    opened = [dated(matter) for matter in _open_matters(session, place, day)]
    matters: list[str] | None = yield sheet.fields.record(
        "matters",
        "agenda",
        records=opened,
        text=_MATTERS,
        hint=_MATTERS_HINT,
        separator=SEVERAL,
        required=False,
        asked=bool(opened),
    )
    topics: list[str] | None = yield sheet.fields.text(
        "topics",
        "agenda",
        0,
        "title",
        text=_TOPICS,
        hint=_TOPICS_HINT,
        separator="[；;\\n]+",
        required=False,
    )
    titles = {choice.code: choice.title.zh for choice in opened}
    items = [{"title": titles[each], "matters": [each]} for each in matters or ()]
    sheet.put("agenda", value=[*items, *({"title": topic} for topic in topics or ())])
    return list(matters or ())


def _open_matters(session: Session, place: Place, day: PartialDate) -> Iterator[Matter]:
    """Matters of the place, of those around it and of those within it, late ones first."""
    found = []
    for matter in session.archive.matters:
        state = session.state(matter)
        if (
            state is not None
            and state.open
            and matter.example == place.example
            and session.related(matter.place, place.id)
            and not day.surely_before(matter.raised.date)
        ):
            found.append((-state.late_days, matter.raised.date.earliest, matter.id, matter))
    for *_, matter in sorted(found, key=lambda each: each[:3]):
        yield matter
