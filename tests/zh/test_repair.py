"""Repair: what is replaced, what stays, and the laws that every repair keeps."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from civicplan.reading import ReadingError
from civicplan.zh.text.damage import find_damage
from civicplan.zh.text.repair import repair
from civicplan.zh.text.repair_rules import (
    with_dashes,
    with_decimal_points,
    with_empty_marks,
    with_single_commas,
    without_padding,
)
from civicplan.zh.words.repair_words import SYLLABLES

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

#: What each text becomes.
REPAIRED = {
    # Pinyin behind its character.
    "區(qū)文廣旅游局": "区文广旅游局",
    "階(jiē)段": "阶段",
    "圖書(shū)館(guǎn)": "图书馆",
    "綠(lǜ)化": "绿化",
    "女(nǚ)性": "女性",
    "绿(lu\u0308\u030c)化": "绿化",
    "發(fa)展規(gui)劃(hua)": "发展规划",
    "發（fā）展規（guī）劃（huà）": "发展规划",
    # Traditional script.
    "歷史臺灣後來": "历史台湾后来",
    "乾安縣、乾燥、著名、慰藉": "乾安县、干燥、著名、慰藉",
    # Widths and blanks.
    "２０２５年完成３．５％，ＧＤＰ＞９％": "2025年完成3.5%，GDP>9%",
    "［18］、１＋Ｎ": "[18]、1+N",
    "新建\u3000图书\xa0馆": "新建 图书 馆",
    "图\u200b书\ufeff馆": "图书馆",
    # Padding in a cell.
    "甲  某": "甲某",
    "1\t组  长\t副组长": "1\t组长\t副组长",
    "| 甲\u3000某 | 负 责 人 |": "| 甲某 | 负责人 |",
    # Commas, points and dashes.
    "图书，，报刊,,杂志，,其他": "图书，报刊,杂志，其他",
    "增长3。5%": "增长3.5%",
    "入园率88。4": "入园率88.4",
    "面积1。25万平方米": "面积1.25万平方米",
    "每千人口床位7。63张，平均受教育11。3年": "每千人口床位7.63张，平均受教育11.3年",
    "增长40一45%，6.0% ─ 6.5%": "增长40—45%，6.0%—6.5%",
    "目标2021——2025": "目标2021—2025",
    "3月一5月，2021年一2025年": "3月—5月，2021年—2025年",
    "就业\t──\t5\t━": "就业\t—\t5\t—",
    "就业\t4.1\t一\t一\t约束性": "就业\t4.1\t—\t—\t约束性",
    # Signs of forums.
    "建设书房xK9dLq2w完成改造": "建设书房 完成改造",
    "建设书房\txK9dLq2w\t改造": "建设书房\t\t改造",
    "| 书房 | g5#Xk!9q | 5 |": "| 书房 |  | 5 |",
    '建设书房8 k$ L( x! Q" z; p\n改造': "建设书房\n改造",
}
#: What stays as it is: ordinary text in simplified script, and what only looks like a fault.
KEPT = (
    "全市图书馆新增藏书12.5万册，同比增长8.0%；到2025年达到1,250万册。",
    "经费（亿元）、GDP(亿元)、研究与试验发展(R&D)、长度(km)、面积(ha)、时间(min)",
    "人工智能(ai)与通用电气(GE)的合作",
    "“十四五”规划、《方案》（试行）、【专栏】！？：～",
    "PM2.5、5G、4K/8K、NB-IoT、IPv6、CO2、LiFePO4、WiFi6E、iPhone15、YouTube4K、CRH380A、110kV5km、A级、3A级、5A级",
    "网址www.example.cn/a1B2c3D4e5?id=3，邮箱aB3dE5fG@example.cn，附件A1b2C3d4E5.docx",
    "1,,2",
    "是否\t一\t党建",
    "到2025年达到15。2026年再增2家。",
    "一、总体要求\n（一）目标\n|---|:--:|\n|—|-|",
    "如何建设？怎么办?怎么干?",
    "乾县、毕昇、於潜镇、坏账、破坏",
    "彧（yù）、头（tóu）",
    "PM_{2.5}、**G106**、C#/.NET、5G+4K/8K、a1=B2!、&nbsp;、<p>、[17000]、1,250.5%、100%/90%",
    "湖南 省直 单位",
    "一 二 三",
    "-5--3%",
)


def test_what_is_repaired() -> None:
    for source, repaired in REPAIRED.items():
        assert repair(source).value.text == repaired, source


def test_ordinary_text_stays_as_it_is() -> None:
    for text in KEPT:
        reading = repair(text)
        assert (reading.value.text, reading.value.changes) == (text, ()), text


def test_what_is_guessed_or_taken_out_is_said_with_its_line() -> None:
    said = repair("一\n增长3。5%\n40一45%\n书房xK9dLq2w改造\n突破?00万").diagnostics
    assert [(one.place, one.code) for one in said] == [
        ("line 2", "full-stop-as-point"),
        ("line 3", "one-as-dash"),
        ("line 4", "random-signs"),
        ("line 5", "lost-characters"),
    ]
    assert [one.left_out for one in said] == [False, False, True, True]


def test_a_kind_of_fault_is_listed_a_hundred_times_and_then_counted() -> None:
    said = repair("突破?00万\n" * 150).diagnostics
    assert len(said) == 101
    assert (said[-1].place, said[-1].message) == (
        "line 101",
        "From here on the same is true of more places, which are not listed: 50.",
    )


def damaged(text: str) -> str:
    """The places of a text that cannot be trusted, set apart by blanks."""
    return " ".join(text[start:end] for start, end in find_damage(text))


def test_digits_beside_lost_characters_are_damaged() -> None:
    for text, place in (
        ("突破?00万", "?00"),
        ("突破1?0万", "1?0"),
        ("达到75?万", "75?"),
        ("突破?万", "?"),
        ("突破?千万", "?"),
        ("突破？00万", "？00"),
        ("突破1？0万", "1？0"),
        ("总?cè)人次", "?cè"),
        ("达到\ufffd5家", "\ufffd5"),
        ("达到1.\ue5005家", "1.\ue5005"),
        ("完成3□5家", "3□5"),
        ("完成锟斤拷6家", "锟斤拷6"),
        ("完成xK9dLq23万册", "xK9dLq23"),
        ("新建3。5个", "3。5"),
        ("任期为3。2年内", "3。2"),
        ('完成78 k$ L( x! Q" z; p', '78 k$ L( x! Q" z; p'),
    ):
        repaired = repair(text).value.text
        assert (repaired, damaged(repaired)) == (text, place)


def test_digits_elsewhere_are_sound() -> None:
    assert damaged("\ufffd全市新建25家") == "\ufffd"
    for text in ("怎么办?新建25家", "怎么办？2025年新建", "到2025年达到15。2026年再增", "a.cn/list?3", "\uf06c25家"):
        assert damaged(text) == "", text


def test_what_is_no_text_is_refused_with_a_reason() -> None:
    sentence = "国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要"
    traditional = "國民經濟和社會發展第十四個五年規劃和遠景目標綱要，加快文化和旅遊產業的融合發展，推動公共服務的均等化"
    for text, code in (
        ("\0" * 20, "not-a-text"),
        (sentence.encode().decode("latin-1"), "wrong-encoding"),
        (sentence.encode("gb18030").decode("latin-1"), "wrong-encoding"),
        (sentence.encode().decode("gb18030", "replace"), "wrong-encoding"),
        (sentence.encode("gb18030").decode("utf-8", "replace"), "wrong-encoding"),
        (sentence.encode("gb18030").decode("big5", "ignore"), "wrong-encoding"),
        (traditional.encode("big5").decode("gb18030", "ignore"), "wrong-encoding"),
        (sentence.encode("gb18030").decode("euc_kr", "ignore"), "wrong-encoding"),
    ):
        with pytest.raises(ReadingError) as caught:
            repair(text)
        assert [one.code for one in caught.value.diagnostics] == [code]
    assert repair(sentence).value.text == sentence
    assert repair("淥口、澧县、攸县、汨罗、酃湖").value.changes[0].after == "渌"


_SYLLABLE = st.sampled_from(sorted(SYLLABLES))
_PARTS = st.sampled_from(
    (
        *("區(qū)", "(jiē)", "(de)", "區", "階", "段", "乾", "安縣", "於", "昇", "甲", "一", "万", "册", "完成", "级"),
        *("３", "．", "％", "5", "12", "2025", "3。5", "。", "，", ",", "、", " ", "\u3000", "\t", "|", "\n", "\r\n"),
        *("xK9dLq2w", '8 k$ L( x! Q" z; p', "k", "$", "?", "\ufffd", "\u200b", "─", "—", "ー", "GDP", "(", ")"),
    )
)
TEXTS = st.lists(_PARTS | st.text(max_size=3) | _SYLLABLE.map("({})".format), max_size=40).map("".join)


@given(TEXTS)
@example("％a-3。5")
@example("3。5─5")
@example("g5#Xk!3。5 xK9dLq2w\n")
@example(" 3。5%aB#c!d")
def test_the_laws_of_every_repair(text: str) -> None:
    try:
        reading = repair(text)
    except ReadingError:
        return
    repaired, source = reading.value, text.replace("\r\n", "\n").replace("\r", "\n")
    assert repaired.source == source
    again = repair(repaired.text).value
    assert again.text == repaired.text
    assert again.changes == ()
    assert repaired.text.count("\n") == source.count("\n")
    assert repaired.text.splitlines() == repaired.text.split("\n")[: len(repaired.text.splitlines())]
    repaired.text.encode()
    for number, (old, new) in enumerate(zip(source.split("\n"), repaired.text.split("\n"), strict=True), start=1):
        columns = [repaired.source_column(number, column) for column in range(1, len(new) + 1)]
        assert columns == sorted(columns)
        assert all(1 <= column <= max(len(old), 1) for column in columns)
    for change in repaired.changes:
        old = source.split("\n")[change.line - 1]
        assert old.startswith(change.before, change.column - 1)


#: The rules that may find something in a text of such signs alone.
OF_PLAIN_SIGNS = (with_dashes, with_decimal_points, with_empty_marks, with_single_commas, without_padding)


@given(st.text("全市图书馆新增藏书万册同比长到年达。，；：（）“”《》、0123456789.%-—  \n", max_size=200))
def test_plain_text_is_unchanged_but_for_what_lies_within_it(text: str) -> None:
    is_plain = not any(next(rule(text), None) for rule in OF_PLAIN_SIGNS)
    assert (repair(text).value.text == text) is is_plain


@pytest.mark.skipif(not SEEDS.exists(), reason="the real documents are not part of the repository")
def test_the_table_whose_text_arrived_spoilt() -> None:
    [path] = SEEDS.glob("002_*")
    reading = repair(path.read_text(encoding="utf-8"))
    assert "(jí)" not in reading.value.text
    assert [one.place for one in reading.diagnostics] == ["line 19"]
    lines = reading.value.text.split("\n")
    assert lines[0] == "区文广旅游局2024年二季度重点工作任务的执行和落实情况 |"
    assert lines[1].split(" | ")[:3] == ["具体分解", "年份", "季度"]


#: What is short and makes much of something: changes, diagnostics, places where a rule may begin.
DENSE = (
    "区(qū)",
    "區",
    "０a",
    "a\u200b",
    "区,,",
    "1一",
    "3。5%",
    "突破?00万\n",
    "甲 乙\t",
    "中xK9dLq2w",
    "\n",
    "區０",
    "1─",
)


def test_repair_needs_little_memory_and_time_however_much_there_is_to_repair() -> None:
    repair("區")
    for part in DENSE:
        text = part * (9_000 // len(part))
        tracemalloc.start()
        repair(text)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        limit = 50 * len(text.encode())
        assert most <= limit, part


def test_no_rule_looks_at_a_text_again_and_again() -> None:
    for part in (*DENSE, "?", " ", "1", "(", "8 k", "a", "—", "、", "\t", "|", "□", "一"):
        once, four_times = (min(seconds(part * size) for _ in range(3)) for size in (2_000, 8_000))
        assert four_times < 12 * once + 0.2, part


def seconds(text: str) -> float:
    started = process_time()
    repair(text)
    return process_time() - started
