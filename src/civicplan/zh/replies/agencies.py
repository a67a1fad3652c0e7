"""The agencies that helped with a reply, and the officials who answer for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from civicplan.reading import Diagnostic
from civicplan.zh.document import Paragraph
from civicplan.zh.notices import Notice
from civicplan.zh.tasks.people import names

OFFICE = Notice(
    "office-in-charge", "A reply has no part for the office in charge; it was left out. Look it up in the document."
)
_LONGEST_LINE = 600
#: 本件的办理得到了甲局、乙委的大力支持.
_SUPPORT = re.compile(
    r"(?:得到了?|会同了?|商请?了?|征求了?)(?P<names>[^。；;：:]{2,300}?)(?:的?(?:大力|积极|鼎力|通力|密切)?(?:支持|配合|协助)|的?意见)"
)
#: 经商甲局、乙委，现答复如下. What is no agency is trade: 经商办厂.
_CONSULTED = re.compile(
    r"经(?:会?商|征求)(?P<names>[^，。；;：:,]{2,300}?[局委办厅部院会社府])(?:[，,]|研究|同意|同|后|意见|$)"
)
#: Only a sentence on the reply itself is about its helpers.
_OF_REPLY = re.compile("办理|建议|提案|议案|答复")
_SUPPORT_LABELS = ("会办单位", "协办单位", "配合单位", "会办", "协办", "协办部门", "会办部门", "协助办理单位")
_IN_CHARGE = ("承办单位", "主办单位", "承办部门", "主办部门", "答复单位")
_RESPONSIBLE_LABELS = (
    *("承办负责人", "负责人", "主要负责人", "分管负责人", "分管领导", "责任人", "责任领导", "签发人", "签发"),
    *("领导签发", "承办人", "经办人", "办理人"),
)
#: What stands behind the last agency: 甲局、乙委等单位.
_AND_OTHERS = re.compile("等(?:有关|相关)?(?:单位|部门|局|委办局|[0-9一二三四五六七八九十]{1,2}[个家](?:单位|部门))?$")
#: 和 joins agencies only behind the last word of one: it stands within 文化和旅游局.
_AND = re.compile(r"(?<=[局委办厅部院会社府])(?:和|与|及|以及)(?=[^、，]{2,30}[局委办厅部院会社府心司团])")
_LABEL = re.compile(r"\s*([^：:，。\s]{2,8})\s*[：:]\s*(.{0,200})")
#: A telephone stands beside a name, often without anything between.
_TELEPHONE = re.compile(r"[,，;；、（(\s]*(?:联系|电话|手机|办公|座机|tel|[0-9]).*", re.IGNORECASE)


def supporting_agencies(lines: Iterable[Paragraph]) -> tuple[str, ...]:
    """Return the agencies that helped with a reply, each once, as they are printed.

    >>> supporting_agencies([Paragraph("该建议的办理得到了市文化和旅游局、市财政局和市体育局的大力支持。", 9)])
    ('市文化和旅游局', '市财政局', '市体育局')
    """
    found: dict[str, None] = {}
    for line in lines:
        for listed in (*_labelled(line.text, _SUPPORT_LABELS), *_supporting(line.text)):
            plain = _AND_OTHERS.sub("", listed.strip("，, "))
            found.update(dict.fromkeys(names(_AND.sub("、", plain))))
    return tuple(found)


def _supporting(text: str) -> Iterator[str]:
    for sentence in text[:_LONGEST_LINE].split("。"):
        match = _SUPPORT.search(sentence) or _CONSULTED.search(sentence)
        if match and _OF_REPLY.search(sentence):
            yield match["names"]


def officials(lines: Iterable[Paragraph]) -> tuple[str, ...]:
    """Return the officials who answer for a reply, each once; one to ask by telephone is none of them.

    >>> officials([Paragraph("承办负责人：甲某  联系电话：010-5550100", 9), Paragraph("联系人：乙某", 10)])
    ('甲某',)
    """
    found: dict[str, None] = {}
    for line in lines:
        for listed in _labelled(line.text, _RESPONSIBLE_LABELS):
            found.update(dict.fromkeys(names(_TELEPHONE.sub("", listed))))
    return tuple(found)


def offices_left_out(lines: Iterable[Paragraph]) -> Iterator[Diagnostic]:
    """Yield what there is to say of lines that name the office in charge."""
    for line in lines:
        if any(_labelled(line.text, _IN_CHARGE)):
            yield OFFICE.at(line.line, line.text)


def _labelled(text: str, labels: tuple[str, ...]) -> Iterator[str]:
    match = _LABEL.fullmatch(text[:_LONGEST_LINE])
    if match and match[1] in labels and match[2].strip():
        yield match[2].strip()
