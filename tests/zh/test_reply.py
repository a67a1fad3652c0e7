"""Replies to proposals, in three layouts, and what is no fact and no measure."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicplan.model.reply import Reply
from civicplan.reading import Reading, ReadingError
from civicplan.values import Period
from civicplan.zh.replies.reply import read_reply

from .seeds import seed_text

SAMPLES = Path(__file__).parent / "samples"
HEAD = "对县九届人大二次会议第37号建议的答复\n甲某代表：\n您提出的《关于夜间开放书屋的建议》收悉。\n"


def read(name: str) -> Reading[Reply]:
    return read_reply((SAMPLES / name).read_text(encoding="utf-8"), document=name)


def facts(reply: Reply) -> list[tuple[str, str | None, str | None]]:
    return [(str(fact.figure), fact.unit, None if fact.period is None else str(fact.period)) for fact in reply.facts]


def texts(values: tuple[object, ...]) -> list[str]:
    return list(map(str, values))


def codes(reading: Reading[Reply]) -> list[str]:
    return [diagnostic.code for diagnostic in reading.diagnostics]


def test_a_reply_in_plain_lines() -> None:
    reading = read("reply-plain.txt")
    reply = reading.value
    assert (reply.number, str(reply.session), reply.addressee) == ("37", "县九届人大二次会议", "甲某、乙某代表")
    assert str(reply.subject) == "关于延长乡村书屋开放时间、方便“上班族”读书的建议"
    assert texts(reply.measures) == ["延长开放时间", "充实藏书", "培养人员"]
    assert facts(reply)[:3] == [("23", "家", "2022"), ("4.5E+4", "册", "2022"), ("3.12E+5", "人次", "2022")]
    assert reply.supporting_agencies == ("县财政局", "县文化和旅游局", "县教育局")
    assert (reply.responsible, reply.date) == (("丙某",), Period.parse("2023-08-15"))
    assert {"hedged-fact", "no-fact-yet"} <= set(codes(reading))


def test_a_reply_in_traditional_script_with_what_a_forum_and_a_page_add() -> None:
    reply = read("reply-noise.txt").value
    assert (reply.number, str(reply.session), reply.addressee) == ("0046", "市政协十二届三次会议", "民革某市委")
    assert (str(reply.subject), str(reply.source)) == ("关于增加口袋公园的提案", "reply-noise.txt, line 3")
    assert texts(reply.measures) == ["加快建设口袋公园", "完善配套设施"]
    assert [fact[:2] for fact in facts(reply)][:4] == [("14", "个"), ("9.6", "公顷"), ("210", "张"), ("8", "座")]
    assert "12" not in {figure for figure, _, _ in facts(reply)}
    assert reply.supporting_agencies == ("市自然资源局", "市住房和城乡建设局")
    assert reply.responsible == ("戊某",)


def test_a_reply_on_a_page() -> None:
    reply = read("reply.html").value
    assert (reply.number, reply.addressee, str(reply.date)) == ("5021", "庚某代表", "2022-06-09")
    assert str(reply.subject) == "关于支持山区发展冷链物流的建议"
    assert texts(reply.measures) == ["建设冷库", "补贴车辆", "开通专线"]
    assert ("52", "座", None) in facts(reply), "2020年以来 is no period"
    assert ("75", "辆", "2022") in facts(reply), "今年 is of the year of the reply"
    assert "99" not in {figure for figure, _, _ in facts(reply)}


def test_every_figure_of_a_fact_stands_in_the_line_that_its_source_names() -> None:
    reply = read("reply-plain.txt").value
    lines = (SAMPLES / "reply-plain.txt").read_text(encoding="utf-8").splitlines()
    for fact in reply.facts:
        assert fact.source is not None
        assert fact.source.line is not None
        digits = str(fact.figure.value.as_tuple().digits)
        printed = "".join(filter(str.isdigit, lines[fact.source.line - 1]))
        assert "".join(filter(str.isdigit, digits)) in printed


@pytest.mark.parametrize(
    "sentence",
    [
        "拟新建书屋12家。",
        "下一步，我们走访乡镇。新建书屋12家。",
        "力争新建书屋12家。",
        "计划明年新建书屋12家。",
        "新建书屋近12家。",
    ],
)
def test_what_is_promised_or_hedged_is_no_fact(sentence: str) -> None:
    reading = read_reply(f"{HEAD}一是建书屋。{sentence}")
    assert reading.value.facts == ()
    assert {"no-fact-yet", "hedged-fact"} & set(codes(reading))


def test_what_is_to_come_is_no_fact_behind_a_word_of_a_list_or_within_a_clause() -> None:
    for sentence in (
        "一是计划2025年新建书屋30家。",
        "我局拟新建书屋30家。",
        "我市将继续建设书屋30家。",
        "明年建成书屋30家。",
    ):
        assert facts(read_reply(f"{HEAD}{sentence}").value) == [], sentence
    for sentence in ("按投资计划建成书屋30家。", "模拟建成书屋30家。"):
        assert facts(read_reply(f"{HEAD}{sentence}").value) != [], sentence


def test_what_is_under_way_needed_or_for_each_of_several_is_no_fact_and_is_said() -> None:
    cases = {
        "正在新建书屋30家。": "no-fact-yet",
        "目前，正抓紧建设书屋30家。": "no-fact-yet",
        "全市仍需新建书屋30家。": "needed-no-fact",
        "提出书屋建设需求30家。": "needed-no-fact",
        "书屋建设缺口30家。": "needed-no-fact",
        "各县（市、区）建成书屋30家。": "amount-for-each",
        "各街道每街道建成书屋30家。": "amount-for-each",
    }
    for sentence, code in cases.items():
        reading = read_reply(f"{HEAD}{sentence}")
        assert facts(reading.value) == [], sentence
        assert code in codes(reading), sentence
    for sentence in ("已建成书屋30家，正在验收。", "各县共建成书屋30家。", "无需排队的书屋建成30家。"):
        assert [fact[:2] for fact in facts(read_reply(f"{HEAD}{sentence}").value)] == [("30", "家")], sentence


def test_what_was_got_is_a_fact() -> None:
    assert facts(read_reply(f"{HEAD}一是争取支持。争取到项目12个。").value) == [("12", "个", None)]


def test_the_year_of_this_year_is_given_or_that_of_the_reply() -> None:
    text = f"{HEAD}一是建书屋。去年新建书屋12家。"
    assert "fact-without-year" in codes(read_reply(text))
    assert facts(read_reply(text, year=2024).value) == [("12", "家", "2023")]
    assert facts(read_reply(f"{text}\n2022年5月6日").value) == [("12", "家", "2021")]


def test_how_things_are_and_what_is_wrong_is_no_measure() -> None:
    text = "一、基本情况\n书屋不多。\n二、存在问题\n主要有两个问题：一是缺书。二是缺人。\n三、工作措施\n"
    reading = read_reply(f"{HEAD}{text}一是买书。二是招人。")
    assert texts(reading.value.measures) == ["买书", "招人"]
    assert codes(reading).count("not-a-measure") == 3


def test_numbers_and_subjects_in_other_words() -> None:
    received = "\n乙某代表：\n您提出的《关于修桥的建议》收悉。"
    cases = {
        "关于市政协三次会议第0123号提案的复函\n您提出的关于修路的提案收悉。": ("0123", "关于修路的提案"),
        "建议编号：88\n您提出的《关于执行〈条例〉的建议》收悉。": ("88", "关于执行〈条例〉的建议"),
        f"关于乙某代表建议（第9号）的答复{received}": ("9", "关于修桥的建议"),
        f"对第12、13号建议的答复{received}": ("12、13", "关于修桥的建议"),
    }
    for text, expected in cases.items():
        reply = read_reply(text).value
        assert (reply.number, str(reply.subject)) == expected


def test_a_text_that_is_no_reply_is_refused_with_what_is_missing() -> None:
    with pytest.raises(ReadingError) as caught:
        read_reply("今年新建书屋12家。")
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["no-number", "no-subject-of-proposal"]
    with pytest.raises(ReadingError):
        read_reply(HEAD, strict=True)


def stated(sentence: str) -> list[tuple[str, str, str | None, str | None]]:
    """The facts of a sentence, each with its subject."""
    reply = read_reply(f"{HEAD}{sentence}").value
    return [(str(fact.subject), *shown) for fact, shown in zip(reply.facts, facts(reply), strict=True)]


def test_the_time_of_the_level_that_a_change_starts_from_or_is_told_against_is_not_that_of_another() -> None:
    for sentence, expected in (
        ("通水率由2019年的71%提高到88.5%。", ("88.5", "%", None)),
        ("床铺由2019年的310张增加到460张。", ("460", "张", None)),
        ("床铺从2019年310张增加到目前的460张。", ("460", "张", None)),
        ("床铺由2019年的310张增加到2023年的460张。", ("460", "张", "2023")),
        ("2023年，床铺由2019年的310张增加到460张。", ("460", "张", "2023")),
        ("截至2024年3月底，通水率由2019年的71%提高到88.5%。", ("88.5", "%", "2024-03")),
        ("与2019年相比，书车多了，书车总数达到30辆。", ("30", "辆", None)),
        ("截至2024年3月底，全县现有书车30辆。", ("30", "辆", "2024-03")),
        ("2023年建成书屋35家。", ("35", "家", "2023")),
    ):
        assert [fact[1:] for fact in stated(sentence)] == [expected], sentence
    for sentence in ("2019年建成书屋9家，目前有书屋31家。", "2019年有书屋9家，书屋增加到31家。"):
        assert [fact[2:] for fact in stated(sentence)] == [("家", "2019"), ("家", None)], sentence
    assert ("31", "家", None) in [fact[1:] for fact in stated("2021年建书车9辆，书屋由2019年的9家增加到31家。")]


def test_what_is_supposed_planned_before_required_lacking_or_not_done_is_no_fact() -> None:
    for sentence, code, count in (
        ("若新建书屋3家，可新增座位500个。", "no-fact-yet", 2),
        ("如果财政允许，书屋增开3家。", "no-fact-yet", 1),
        ("经测算，书屋可新增座位500个。", "no-fact-yet", 1),
        ("原计划建设书屋8家，调整为6家。", "no-fact-yet", 2),
        ("规划建设书屋8家。", "no-fact-yet", 1),
        ("建议新建书屋8家。", "no-fact-yet", 1),
        ("争取到2025年底建成书屋30家。", "no-fact-yet", 1),
        ("应配备馆员20人。", "needed-no-fact", 1),
        ("距离上级要求的4.5个还差1.3个。", "needed-no-fact", 2),
        ("书屋的目标为20家。", "needed-no-fact", 1),
        ("全县还差座位42张。", "needed-no-fact", 1),
        ("缺馆员15名。", "needed-no-fact", 1),
        ("尚有2家书屋未完成改造。", "no-fact-yet", 1),
        ("有3个乡尚未建立书屋。", "no-fact-yet", 1),
        ("藏书是2019年的3倍。", "share-of-other-time", 1),
        ("藏书较2022年新增3万册。", "change-no-fact", 1),
    ):
        reading = read_reply(f"{HEAD}{sentence}")
        assert facts(reading.value) == [], sentence
        assert codes(reading).count(code) == count, sentence


def test_what_is_aimed_at_agreed_to_applied_for_or_waiting_is_no_fact() -> None:
    for sentence, code in (
        ("目标是建成书屋30家。", "needed-no-fact"),
        ("年度目标任务30家。", "needed-no-fact"),
        ("同意新建书屋8家。", "no-fact-yet"),
        ("向省局申请资金300万元。", "no-fact-yet"),
        ("正申报书屋8家。", "no-fact-yet"),
        ("待建书屋8家。", "no-fact-yet"),
    ):
        reading = read_reply(f"{HEAD}{sentence}")
        assert facts(reading.value) == [], sentence
        assert code in codes(reading), sentence
    for sentence, figure in (
        ("完成年度目标任务30家。", "30"),
        ("年度目标任务30家，完成书屋28家。", "28"),
        ("若干书屋建成，新增座位300个。", "300"),
        ("受理申请12件。", "12"),
        ("申报成功书屋8家。", "8"),
        ("接待读者30人。", "30"),
    ):
        assert [fact[1] for fact in stated(sentence)] == [figure], sentence


def test_what_was_done_instead_of_a_plan_and_words_with_the_same_signs_are_facts() -> None:
    for sentence, figure in (
        ("原计划建设书屋8家，实际建成9家。", "9"),
        ("按原计划建成书屋8家。", "8"),
        ("规划建设书屋8家，目前已建成5家。", "5"),
        ("应配备馆员20人，实有馆员15人。", "15"),
        ("供应图书3万册。", "3E+4"),
        ("建成未成年人书屋3家。", "3"),
        ("排查缺陷12处。", "12"),
        ("完成任务12项。", "12"),
    ):
        assert [fact[1] for fact in stated(sentence)] == [figure], sentence


def test_the_base_of_a_change_makes_no_fact_with_the_words_of_the_change() -> None:
    assert stated("2023年投入资金1900万元，较2022年的1500万元增长26.7%。") == [("投入资金", "1.900E+7", "元", "2023")]
    said = codes(read_reply(f"{HEAD}投入较2022年的1500万元增长26.7%。"))
    assert {"base-of-change", "change-no-fact"} <= set(said)


def test_a_share_of_a_plan_is_what_was_done_and_what_was_got_has_its_plain_name() -> None:
    assert stated("完成投资9200万元，占年度计划的67.6%。")[1] == ("占年度计划", "67.6", "%", None)
    assert stated("争取到省级资金300万元。") == [("争取到省级资金", "3.00E+6", "元", None)]


def test_amounts_in_forms_that_are_not_read_are_said() -> None:
    for sentence, amount in (
        ("水费收缴率达到九成以上。", "九成以上"),
        ("持证率提升至8成。", "8成"),
        ("办理时间压缩到2个工作日以内。", "2个工作日以内"),
        ("办理时间压缩至3天。", "3天"),
        ("举办培训班两期。", "两期"),
        ("举办培训班12期，效果良好。", "12期"),
    ):
        reading = read_reply(f"{HEAD}{sentence}")
        said = [(one.place, one.message.split(" ")[0]) for one in reading.diagnostics if one.code == "amount-not-read"]
        assert (reading.value.facts, said) == ((), [("line 4", amount)]), sentence
    for sentence in (
        "书屋已建成以上海为例的样板。",
        "这里一成不变。",
        "60岁以上老人多。",
        "“第3期”已办结。",
        "书屋24小时开放。",
    ):
        assert "amount-not-read" not in codes(read_reply(f"{HEAD}{sentence}")), sentence


def test_agencies_that_were_consulted_and_the_office_in_charge() -> None:
    reading = read_reply(f"{HEAD}经商县财政局、县教育局，现答复如下：\n一是买书。鼓励经商办厂。\n承办单位：县文化局")
    assert reading.value.supporting_agencies == ("县财政局", "县教育局")
    (said,) = (one for one in reading.diagnostics if one.code == "office-in-charge")
    assert (said.place, said.left_out) == ("line 6", True)


def test_the_real_reply() -> None:
    reading = read_reply(seed_text("001"), year=2024)
    reply = reading.value
    assert (reply.number, str(reply.session)) == ("1219", "市十六届人大三次会议")
    assert reply.addressee is not None
    assert reply.addressee.endswith("代表")
    assert [str(measure)[:2] for measure in reply.measures] == ["打造", "推进", "举办", "强化", "注重"]
    assert (len(reply.supporting_agencies), len(reply.responsible)) == (6, 1)
    printed = [fact[:2] for fact in facts(reply)]
    for fact in (("3", "家"), ("10", "家"), ("15", "个"), ("1", "处"), ("3", "处"), ("40", "处")):
        assert fact in printed
    assert ("7.5E+9", "元") not in printed  # what is needed
    assert {"needed-no-fact", "no-fact-yet"} <= set(codes(reading))
    assert codes(reading).count("hedged-fact") >= 3
