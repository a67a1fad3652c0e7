"""What repair replaces by what: widths, blanks, dashes, syllables of pinyin. All of it is data."""

from __future__ import annotations

#: Chinese characters, as the inside of a class of a regular expression.
HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
#: Marks of Chinese punctuation that may stand between a text and something that does not belong to it.
PUNCTUATION = "，。；：！？、“”‘’《》（）【】「」〔〕…"

#: Full-width signs that stay: they are Chinese punctuation, or a sign in common use whose narrow form means less.
#: What carries a figure (digits, letters, ％ ＋ － ＜ ＞ ＝ ［ ］ ／ ．) becomes narrow.
_KEPT_WIDE = "！（），：；？｜～"
_WIDE = {
    chr(code): chr(code - 0xFEE0)  # the wide forms stand in the order of the narrow ones
    for code in range(0xFF01, 0xFF5F)
    if chr(code) not in _KEPT_WIDE
}
_SMALL = dict(zip("﹢﹣﹤﹥﹦﹪﹒﹟﹠﹡﹨﹩﹫", "+-<>=%.#&*\\$@", strict=True))
_HALF_WIDTH_KANA = dict(zip("｡､｢｣", "。、「」", strict=True))
#: Blanks of other widths, and what Python takes for the end of a line although editors do not.
_BLANKS = dict.fromkeys(("\xa0", "\u1680", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f", "\u3000"), " ")
_CONTROLS = dict.fromkeys(
    [chr(code) for code in range(1, 32) if chr(code) not in "\t\n\r"] + ["\x7f", "\x85", "\u2028", "\u2029"], " "
)
#: Each sign that becomes one other sign.
SIGNS = {**_WIDE, **_SMALL, **_HALF_WIDTH_KANA, **_BLANKS, **_CONTROLS}
#: What stands where a character is lost: a zero byte, and half of a pair, which no encoding can hold.
NOTHING = "\\0\ud800-\udfff"
#: Characters without a shape or a width, which hide between others.
INVISIBLE = "\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"

#: Dashes that printers of ranges and of empty cells do not use, and that stand for the one that they do.
ODD_DASHES = "ー─━―‐‑‒㇐⼀"
DASH = "—"

#: Characters that simplified script has, too: in a text that is otherwise simplified they stay as they are. Most stand
#: in names, as 乾 in 乾安县 and 昇 in 毕昇; OpenCC 1.4.0 takes the 坏 of 好坏 for an old form of 坯.
#: Source: 通用规范汉字表 (2013), and its notes on 乾, 麽, 氾 and 昇.
IN_BOTH_SCRIPTS = "乾麽氾昇陞甦祕釐蒐薹徵瞭藉坏"
#: Names in which a character stays as it is in either script.
NAMES_IN_BOTH_SCRIPTS = "於[潜潛]"
#: So many in a hundred Chinese characters are traditional at least where a text is; in ordinary ones about thirty are.
LEAST_TRADITIONAL = 2

#: The finals that follow each initial in pinyin.
_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo ü üe v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
#: Every syllable of pinyin without its tone.
SYLLABLES = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())
#: The marks of the four tones, which Unicode parts from their letters.
TONES = "\u0304\u0301\u030c\u0300"
#: What a syllable of pinyin is written with: letters with and without a tone, and two look-alikes of a and g.
PINYIN_LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɑɡ" + TONES + "\u0308"
LOOK_ALIKES = str.maketrans("ɑɡ", "ag")
#: Syllables that are a unit, or short for something, when they stand in brackets without a tone.
NO_PINYIN = frozenset(("a", "ai", "an", "bi", "e", "ge", "ha", "hang", "lan", "min", "mu", "o", "pa", "wan", "wu"))
#: So many different syllables stand in brackets where pages have put them in; fewer that have no tone, or stand in
#: full-width brackets, may be the author's.
LEAST_SYLLABLES = 3

#: What follows digits that may have a decimal place: a percent sign, a scale, the unit of something measured, or that
#: of an average such as doctors for a thousand people.
MEASURED = (
    r"[%‰千万亿倍元吨亩米岁天克升度张人名辆]|个百分点|百分点|公顷|公里|平方|立方|小时|标准煤|年(?:[\t|\n，；。）]|\Z)"
)
#: What follows digits that begin a new sentence: the rest of a date, or the sign behind the number of a paragraph.
NEW_SENTENCE = "[月日号季时届]|[.)）]|、(?![0-9])"
