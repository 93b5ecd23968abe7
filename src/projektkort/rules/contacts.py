"""Knows what telephone numbers, addresses of e-mail and bank accounts look like, and which of them are a person's own.

The words around them stand in contacts.yaml. Which fields of a project are about people, `privacy` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal

import yaml

from projektkort.frozen import Frozen
from projektkort.identity import PLAIN
from projektkort.locale.registers import register_words
from projektkort.patterns import late

Kind = Literal["phone", "email", "account"]
Slice = tuple[int, int]
LOOK_BACK = 60
"""How many characters before a number are looked at for a word about it."""
GAP = r"[.:;|=#()*_\t\-\"' ]*\n?[\t \-*|\"']*"
"""What may stand between such a word and the number: signs, and the end of a line."""
EMAIL = late(
    r"(?<![\w.+-])(?P<box>\w[\w.!#$%&'+/=?~-]{0,63})(?:@| ?[(\[{](?:@|at|a|snabel-?a|alfakr\w+)[)\]}] ?)"
    r"(?P<domain>[^\W_][\w-]*(?:\.[\w-]*[^\W_])+)",
    re.IGNORECASE,
)
PHONE = late(
    r"(?<![\w.,/+-])(?:(?P<abroad>(?:\+|(?<![0-9] )00)[1-9][0-9]{0,2} ?(?:\(0\) ?)?[0-9](?:[ -]?[0-9]){5,11})"
    r"|(?P<nordic>[0-9]{8}|[0-9]{2}(?P<sign>[ .-])[0-9]{2}(?:(?P=sign)[0-9]{2}){2}|[0-9]{4} [0-9]{4}"
    r"|[0-9]{3} [0-9]{2} [0-9]{3}"
    r"|(?P<swedish>0[0-9]{1,3}-[0-9]{2,3}(?: [0-9]{2,3}){1,2})"
    r"|\(?0[0-9]{1,3}(?: ?[/-] ?|\) ?| )?[0-9]{2,3}(?:[ -]?[0-9]{2,3}){1,3}))(?![\w/-]|[.,][0-9])"
)
NUMBER = r"[0-9](?:[ .-]{0,3}[0-9]){4,19}"
IBAN = late(r"(?<![\w-])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\w-])")
NORWEGIAN = late(r"(?<![\w.-])[0-9]{4}\.[0-9]{2}\.[0-9]{5}(?![\w-]|\.[0-9])")
BARE = late(rf"(?<![\w.,/+-]){NUMBER}(?![\w/-]|[.,][0-9])")
LISTED = late(r"[ ,;/\n]*(?:(?:og|och|eller|and|or|samt) )?")
NAMED = late(r"[^\W\d_]+(?:[ -][^\W\d_]+){1,3}[ ,.:;|()*_/\t-]*\Z")


class Private(Frozen):
    """Something private, and where it stands in the text."""

    kind: Kind
    start: int
    end: int


def find_private(text: str, people: Sequence[Slice] = (), accounts: Sequence[Slice] = ()) -> Iterator[Private]:
    """What is private in the text, in order and apart. `people` and `accounts` are the fields that hold such things.

    A mailbox of an office is not, nor the telephone of one; an account is, whosever it is.
    """
    plain = text.translate(PLAIN)
    found = [*_accounts(plain, accounts), *_emails(plain), *_phones(plain, people)]
    end = 0
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if each.start >= end:
            yield each
            end = each.end


def _emails(text: str) -> Iterator[Private]:
    for match in EMAIL.finditer(text) if "@" in text or "(" in text or "[" in text else ():
        if not _is_role(match["box"], match["domain"]):
            yield Private("email", *match.span())


def _is_role(box: str, domain: str) -> bool:
    """Whether a mailbox is that of an office: named after a post, or like the domain itself."""
    return box.casefold() in domain.casefold().split(".") or not _words().roles.isdisjoint(_parts(box))


def _parts(box: str) -> list[str]:
    return re.split(r"[\W\d_]+", box.casefold())


def _phones(text: str, people: Sequence[Slice]) -> Iterator[Private]:
    end = 0
    for match in PHONE.finditer(text):
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        listed = end and LISTED.fullmatch(text, end, match.start())
        if listed or _is_of_person(match, before, text, people):
            end = match.end()
            yield Private("phone", *match.span())


def _is_of_person(match: re.Match[str], before: str, text: str, people: Sequence[Slice]) -> bool:
    line = before[before.rfind("\n") + 1 :]
    named = _is_named(line)
    if not named and _words().offices.search(line):
        return False
    if match["abroad"] or match["swedish"] or _words().phone.search(before):
        return True
    if match["sign"] == "." or _words().others.search(before):
        return False
    return named or _words().call.search(line) is not None or _inside(match, people) or _heads(text, match.start())


def _is_named(line: str) -> bool:
    """Whether the name of a person stands right before: two words or more with capitals."""
    bare = _words().phone.sub("", line)
    found = NAMED.search(bare)
    words = re.findall(r"[^\W\d_]+", found.group()) if found else []
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words[-2:])


def _inside(match: re.Match[str], fields: Sequence[Slice]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in fields)


def _heads(text: str, at: int) -> bool:
    """Whether the number stands in a column of a Markdown table that is headed as one of telephones."""
    begin = text.rfind("\n", 0, at) + 1
    column = text.count("|", begin, at)
    head = ""
    while column and "|" in text[begin:at]:
        head, at = text[begin:at], begin - 1
        if at < 0:
            break
        begin = text.rfind("\n", 0, at) + 1
    cells = head.split("|")
    return column < len(cells) and _words().phone.search(f"{cells[column].strip()} ") is not None


def _accounts(text: str, fields: Sequence[Slice]) -> Iterator[Private]:
    for match in _words().account.finditer(text):
        if match["branch"]:
            yield Private("account", *match.span("branch"))
        yield Private("account", *match.span("number"))
    for match in IBAN.finditer(text):
        if _is_iban(match.group()):
            yield Private("account", *match.span())
    for match in NORWEGIAN.finditer(text):
        if import_module("stdnum.no.kontonr").is_valid(match.group()):
            yield Private("account", *match.span())
    for start, end in fields:
        for match in BARE.finditer(text, start, end):
            yield Private("account", *match.span())


def _is_iban(text: str) -> bool:
    return bool(import_module("stdnum.iso7064.mod_97_10").is_valid("".join(text[4:].split()) + text[:4]))


class _Words(Frozen):
    """The words of contacts.yaml, as patterns that end where a number begins; `call` leaves room
    for a name, and `account` takes the number along."""

    phone: re.Pattern[str]
    call: re.Pattern[str]
    account: re.Pattern[str]
    offices: re.Pattern[str]
    others: re.Pattern[str]
    roles: frozenset[str]


@cache
def _words() -> _Words:
    told = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    number = rf"(?:[-._ ]?{_any(told['number'])})?"
    branch = r"(?P<branch>[0-9]{4})[ ,;/.-]{0,3}(?:og |och |samt )?"
    account = rf"(?<![^\W\d_]){_any(told['account'])}{number}{GAP}"
    both = rf"(?<![^\W\d_]){_any(told['branch'])}{number}{GAP}{branch}(?:{_any(told['account'])}{number})?{GAP}"
    iban = rf"(?<![^\W\d_])iban{number}{GAP}(?=[A-Z]{{2}}[0-9])"
    digits = rf"(?P<number>{NUMBER}|(?<=[\W_])[A-Z]{{2}}[0-9]{{2}}(?: ?[A-Z0-9]{{2,4}}){{2,8}})(?![\w-])"
    return _Words(
        re.compile(rf"(?<![^\W\d_]){_any(told['phone'])}{number}{GAP}\Z", re.IGNORECASE),
        re.compile(rf"(?<![^\W\d_]){_any(told['phone'])}[ .:][^0-9;|]{{1,32}}\Z", re.IGNORECASE),
        re.compile(rf"(?:{both}|{account}|{iban}){digits}", re.IGNORECASE),
        re.compile(rf"{_any(told['offices'])}(?![^\W\d_])", re.IGNORECASE),
        re.compile(rf"(?<![^\W\d_])(?:{register_words()['other']}|{register_words()['whole']}){GAP}\Z", re.IGNORECASE),
        frozenset(told["roles"]),
    )


def _any(words: list[str]) -> str:
    spelt = (re.escape(word).replace(r"\-", "[-. ]?") for word in sorted(words, key=len, reverse=True))
    return f"(?:{'|'.join(spelt)})"
