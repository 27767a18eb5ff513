"""What the organic laws ask of assemblies, committees and rules, as dated data.

The data is in ``presets/law/``: ``laws.yaml`` has each version of a law with its name and its
period, and everything else names such a version and an article of it. So a label is always that of
the version in force on the day in question.
"""

from __future__ import annotations

from enum import StrEnum

from yizhan.model.decision_rule import Share
from yizhan.model.frozen import dataclass
from yizhan.model.record import Validity
from yizhan.model.rule_making import Places
from yizhan.model.text import Text
from yizhan.model.vocabulary import Basis, BodyKind, MeetingKind, RuleKind, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One version of a law.

    Attributes:
        key: what provisions name it by, such as ``villagers-2025``.
        title: its name with the version, as messages cite it.
        places: of villages or of urban communities; None for both.
        region: only for places in this province or city.
    """

    key: str
    title: Text
    valid: Validity
    places: Places | None = None
    region: str | None = None


class Every(StrEnum):
    """How often something is due, in calendar periods."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """What is to happen once in every period.

    Attributes:
        meetings: the kinds of meeting that count.
        subject: only meetings with an item about this count; None for any meeting.
    """

    law: str
    article: str
    every: Every
    meetings: tuple[MeetingKind, ...]
    subject: Subject | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A share of all, for one way of counting."""

    basis: Basis
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A share of those who make up a representative assembly.

    Attributes:
        title: what they are called.
        titles: what categories of an attendance and posts of a body call them, word for word.
    """

    title: Text
    titles: tuple[str, ...]
    share: Share
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """What one law says of one kind of assembly.

    Attributes:
        article: which says whose assembly it is.
        convened: the article by which the committee calls it; None where the law does not say.
        asking: who may demand it.
        asked_by: the article that says so.
        within: days within which a demanded meeting is to be called; None where no law sets any.
        parts: of whom it must be made up.
    """

    law: str
    article: str
    meeting: MeetingKind
    convened: str | None = None
    asking: tuple[Asking, ...] = ()
    asked_by: str | None = None
    within: int | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """Who decides on a subject.

    Attributes:
        meetings: kinds of meeting that decide by themselves.
        mandated: kinds that decide where an assembly has empowered them.
        mandate: the article that allows it.
        presided: the article by which those who watch over the committee preside.
    """

    law: str
    article: str
    subject: Subject
    meetings: tuple[MeetingKind, ...]
    mandated: tuple[MeetingKind, ...] = ()
    mandate: str | None = None
    presided: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """From how many to how many members a body has, both included."""

    least: int
    most: int
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How many years a term lasts.

    Attributes:
        article: that sets the years, or says that the term is as long as the committee's.
        committee: article that sets the committee's years, where ``article`` refers to its term.
        titles: of the posts meant, in whichever body; empty for every other elected post of the body.
        group_titles: of posts meant in bodies of a villagers' or residents' group.
    """

    years: int
    article: str
    committee: str | None = None
    titles: tuple[str, ...] = ()
    group_titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Size and term of one kind of body."""

    law: str
    body: BodyKind
    size: Size | None = None
    term: Term | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyLimit:
    """How many one voter may vote for.

    Attributes:
        without: ways of electing that know no proxies.
    """

    most: int
    article: str
    without: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoterListRule:
    """When the list of voters is made public, and objections to it are decided.

    Attributes:
        days: calendar days before the election.
        objection: days within which an objection may be made, from the list's publication.
        decision: days within which an objection is decided, from when it was made.
        decided: the article of these two.
    """

    days: int
    article: str
    objection: int
    decision: int
    decided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """Who may demand that members of a committee be recalled.

    Attributes:
        rule: key of the decision rule by which the recall is voted on.
    """

    rule: str
    article: str
    asking: tuple[Asking, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """By which meetings those are chosen who preside over an election."""

    article: str
    meetings: tuple[MeetingKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """Who nominates: those who may vote, in one law with the party organisation of the place.

    Attributes:
        party: whether that organisation may.
        least: how many voters nominate together; 1 where the law gives no number.
    """

    article: str
    party: bool = False
    least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionRule:
    """What one law asks of the election of a committee.

    Attributes:
        article: of the turnout.
        direct: the article that says who elects.
        conducted: the article that says who presides.
        chosen: by whom those are chosen who do.
        secret: the article that asks for a secret ballot.
        turnout: ways of electing, each with the share that must take part.
        elected: the share of those taking part that elects; of ``elected_by`` where that is another
            article.
        runoff: the share of the votes cast that elects in a further vote.
        contested: the article by which there are more candidates than seats.
        nominated: who nominates them.
    """

    law: str
    article: str
    direct: str
    conducted: str
    chosen: Chosen
    secret: str
    turnout: tuple[Asking, ...]
    elected: Share
    elected_by: str | None = None
    runoff: Share
    contested: str
    nominated: Nomination
    voters: VoterListRule
    recall: Recall
    proxies: ProxyLimit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The article that says what a rule may not contain.

    Attributes:
        about: what it is about, as it says itself.
        rules: the kinds of rule it is about.
        decisions: whether it is about an assembly's decisions as well.
        rights: whether it says itself that rights may not be taken away.
    """

    law: str
    article: str
    about: Text
    rules: tuple[RuleKind, ...]
    decisions: bool = False
    rights: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """Words in which a rule takes what it may not take.

    Attributes:
        key: short name.
        says: what such a sentence does, for a message.
        always: patterns that are enough whatever else the sentence says.
        patterns: patterns that are enough unless one of ``harmless`` is found in the sentence.
        harmless: what makes the sentence another's: an authority that acts, a negation.
        beside: what makes a sanction harmless in its own clause: that it makes good a damage, or pays for something.
        sanctions: patterns that are enough behind what people did (``after``), unless the sentence
            has one of ``excused``, or the clause one of ``harmless`` or a ban of the sanction itself.
        after: what people did, or left undone.
        excused: what makes it no sanction: a contract, a condition that is not met.
        unless: keys of what goes before it where one sentence is both.
    """

    key: str
    says: Text
    unless: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    sanctions: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annuller:
    """Who may annul a decision.

    Attributes:
        who: as the law calls them.
        bodies: the kinds of body that they are.
        titles: words in the title of a body by which it is known, where no kind is theirs.
    """

    who: Text
    article: str
    bodies: tuple[BodyKind, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulment:
    """By whom the decisions of some meetings, and the rules they make, are annulled.

    Attributes:
        by: everybody whom the law names; empty where it names nobody.
        orders: the article by which the government orders them put right, which is no annulment.
    """

    law: str
    meetings: tuple[MeetingKind, ...]
    rules: tuple[RuleKind, ...] = ()
    by: tuple[Annuller, ...] = ()
    orders: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganicLaw:
    """Everything of ``presets/law/`` that names a version of a law by its key."""

    laws: tuple[Law, ...]
    assemblies: tuple[Assembly, ...]
    cadences: tuple[Cadence, ...]
    powers: tuple[Power, ...]
    seats: tuple[Seats, ...]
    elections: tuple[ElectionRule, ...]
    limits: tuple[Limit, ...]
    forbidden: tuple[Forbidden, ...]
    annulments: tuple[Annulment, ...]
    other_titles: tuple[str, ...]
    election_committees: tuple[str, ...]
