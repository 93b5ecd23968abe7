"""Knows how a rule explains itself, part by part, and the list of all; how that is set, terminal and pages know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from projektkort.finding import Finding, Severity
from projektkort.frozen import Frozen
from projektkort.locale import Phrases, listing, quote
from projektkort.rules.across import RULES as ACROSS
from projektkort.rules.clauses import clause
from projektkort.rules.entry import Entry
from projektkort.rules.registry import rules
from projektkort.rules.rule import Rule
from projektkort.rules.texts import Catalogue
from projektkort.schema.model import Schema
from projektkort.span import Span

PHRASES = Phrases(Path(__file__).with_name("explain.phrases.yaml"))
COMMENTS = {"yaml": "aside-yaml", "md": "aside-md"}
"""How a waiver is written in each form of documents."""
NOWHERE = Span(1, 1, 1, 1)


class Part(Frozen):
    """A paragraph, or an example, with a few words before it. `form` is that of an example: yaml, md or schema."""

    heading: str
    text: str
    form: str = ""


class Asked(Frozen):
    """What to explain: a rule in a language, perhaps as a schema has it.

    `findings` are those of its bad example, so that what is shown is the real message. `firm` says that nobody may
    set such a finding aside.
    """

    name: str
    language: str
    findings: Sequence[Finding] = ()
    schema: Schema | None = None
    firm: bool = False


def rows(catalogue: Catalogue, subject: str, language: str) -> tuple[str, list[tuple[str, str]]]:
    """What a subject is about, and the name and the title of each of its rules."""
    own = [name for name in catalogue.names() if catalogue.subject(name) == subject]
    return catalogue.heading(subject, language), [(name, catalogue.title(name, language)) for name in own]


def explanation(catalogue: Catalogue, asked: Asked) -> Iterator[Part]:
    """All about one rule but its name and title, in the order in which it is read."""
    entry = catalogue.entry(asked.name)
    yield Part("", catalogue.why(asked.name, asked.language))
    yield from _examples(catalogue, entry, asked)
    yield from _told(catalogue, asked)
    yield _work(entry, asked)
    yield _fix(catalogue, entry, asked)
    yield from _demands(entry, asked)
    yield from _aside(entry, asked)


def _examples(catalogue: Catalogue, entry: Entry, asked: Asked) -> Iterator[Part]:
    if entry.demands:
        yield Part(PHRASES.say("demands", asked.language), entry.demands, "yaml")
    for key, example in zip(("good", "bad"), catalogue.examples(asked.name), strict=True):
        if example:
            yield Part(PHRASES.say(key, asked.language), example, entry.form)


def _told(catalogue: Catalogue, asked: Asked) -> Iterator[Part]:
    """The real messages with their lines, and what to do; only the latter where no example can be shown."""
    language = asked.language
    own = [finding for finding in asked.findings if finding.rule == asked.name]
    for finding in own:
        line = PHRASES.say("line", language, line=str(finding.span.line))
        yield Part(line, catalogue.placed(finding, language))
    for finding in own[-1:] or [Finding(asked.name, Severity.INFO, NOWHERE)]:
        yield Part(PHRASES.say("help", language), catalogue.help(finding, language))


def _work(entry: Entry, asked: Asked) -> Part:
    """How grave it is, who may say otherwise, and how much work it is to mend."""
    language, schema = asked.language, asked.schema
    own = schema.rules.get(asked.name) if schema is not None else None
    grave = PHRASES.say(own or str(entry.severity), language)
    said = "grave-schema" if own and schema is not None else "grave"
    told = PHRASES.say(said, language, severity=grave, schema=schema.id if schema is not None else "")
    return Part(PHRASES.say("severity", language), f"{told} {PHRASES.say(f'effort-{entry.effort}', language)}")


def _fix(catalogue: Catalogue, entry: Entry, asked: Asked) -> Part:
    """Whether the tool can mend it: as in the example, or at least sometimes."""
    language = asked.language
    fixed = next((finding for finding in asked.findings if finding.rule == asked.name and finding.fix), None)
    texts = [wording.fix for wording in (entry.wording, *entry.variants.values())]
    if fixed is not None and fixed.fix is not None:
        key, does = "fix-safe" if fixed.fix.safe else "fix-unsafe", quote(catalogue.fix(fixed, language), language)
    else:
        key, does = "fix-some" if any(texts) else "fix-none", ""
    return Part(PHRASES.say("fix", language), PHRASES.say(key, language, does=does))


def _demands(entry: Entry, asked: Asked) -> Iterator[Part]:
    """Which demands of a schema switch the rule on, and what the fund says of them where one schema is asked about."""
    language, schema = asked.language, asked.schema
    rule = next((rule for rule in rules() if rule.name == asked.name), None)
    if rule is not None and rule.asks:
        keys = listing([f"`{key}`" for key in sorted(rule.asks)], language)
        yield Part(PHRASES.say("when", language), PHRASES.say("asks", language, keys=keys))
        if schema is not None and not rule.asked(schema):
            yield Part(PHRASES.say("when", language), PHRASES.say("silent", language, schema=schema.id))
            return
    if schema is not None:
        for words in _clauses(entry, rule, schema):
            yield Part(PHRASES.say("clause", language, schema=schema.id), quote(words, language))


def _clauses(entry: Entry, rule: Rule | None, schema: Schema) -> Iterator[str]:
    """What the fund says on all that the rule rests on."""
    asks = sorted(rule.asks) if rule is not None else []
    keys = [*entry.clauses, *(key.rpartition(".")[2] for key in asks)]
    groups = {
        "attachments": [paper.id for paper in schema.attachments],
        "sections": [section.id for section in schema.walk()],
    }
    wanted = [part for key in keys for part in (key, *groups.get(key, ()))]
    found = [clause(schema, key) for key in dict.fromkeys(wanted)]
    yield from dict.fromkeys(str(note.values["text"]) for note in found if note is not None)


def _aside(entry: Entry, asked: Asked) -> Iterator[Part]:
    """How to set it aside, or that it cannot be."""
    language = asked.language
    heading = PHRASES.say("aside", language)
    if asked.name in ACROSS:
        yield Part(heading, PHRASES.say("aside-across", language))
    elif asked.firm or entry.form == "schema":
        yield Part(heading, PHRASES.say("aside-never", language))
    else:
        form = entry.form if entry.form in COMMENTS else "yaml"
        yield Part(heading, PHRASES.say("aside-how", language))
        yield Part("", PHRASES.say(COMMENTS[form], language, name=asked.name), form)
