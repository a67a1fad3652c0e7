"""What people write in a cell beside digits: blanks, signs and words of bounds, marks, factors. All of it is data."""

from __future__ import annotations

from civicplan.values import BoundKind

#: What stands in a cell without a value. A dash may be printed for zero; it is a blank, and no figure.
BLANKS = frozenset(
    (
        *("", "-", "--", "---", "/", "\\", ".", "..", "...", "…", "……", ":"),
        *("na", "n/a", "n.a.", "n.a", "#n/a", "#na", "nan", "nat", "<na>", "null", "none"),
        *("not available", "not applicable", "no data", "无", "暂无", "无数据", "暂无数据", "不适用"),
    )
)

#: Signs and words before a figure. Of the Chinese ones, 超过 and 不满 exclude the figure, and 以上, 以下 and 以内
#: include it: Civil Code of the People's Republic of China, article 1259.
BEFORE: dict[BoundKind, tuple[str, ...]] = {
    BoundKind.AT_LEAST: (
        *("≥", "⩾", "≧", ">=", "=>"),
        *("at least", "no less than", "not less than", "no fewer than", "not fewer than", "no lower than"),
        *("not lower than", "not below", "minimum", "minimum of", "min", "min."),
        *("不低于", "不少于", "不小于", "不下于", "至少", "大于等于", "大于或等于"),
    ),
    BoundKind.ABOVE: (
        *(">", "more than", "greater than", "higher than", "above", "over", "exceeding"),
        *("超过", "高于", "大于", "多于"),
    ),
    BoundKind.AT_MOST: (
        *("≤", "⩽", "≦", "<=", "=<"),
        *("at most", "no more than", "not more than", "no higher than", "not higher than", "not above"),
        *("not exceeding", "not to exceed", "within", "maximum", "maximum of", "max", "max."),
        *("不超过", "不高于", "不大于", "不多于", "至多", "小于等于", "小于或等于"),
    ),
    BoundKind.BELOW: (
        *("<", "less than", "fewer than", "lower than", "below", "under"),
        *("低于", "小于", "少于", "不足", "不满", "不到"),
    ),
    BoundKind.EXACTLY: ("=", "exactly", "等于"),
    BoundKind.ABOUT: (
        *("≈", "~", "≒", "≃", "≅"),
        *("about", "around", "approximately", "approx.", "approx", "circa", "ca.", "ca", "c.", "roughly"),
        *("约", "大约"),
    ),
}

#: Signs and words after a figure.
AFTER: dict[BoundKind, tuple[str, ...]] = {
    BoundKind.AT_LEAST: (
        *("+", "or more", "or above", "or higher", "or over", "or greater", "and above", "and over", "and more"),
        *("以上", "及以上", "或以上"),
    ),
    BoundKind.AT_MOST: (
        *("or less", "or fewer", "or below", "or lower", "or under", "and below", "and under"),
        *("以下", "及以下", "或以下", "以内", "之内"),
    ),
    BoundKind.ABOUT: ("左右", "上下"),
}

#: What may stand between the two figures of a range, and around it.
RANGE_SIGNS = ("..", "-", "~", "to", "至", "到")
#: What may stand around a range: before it, between its figures and after it.
RANGE_WORDS = (
    ("between", "and", ""),
    ("from", "to", ""),
    ("介于", "和", "之间"),
    ("介于", "与", "之间"),
    ("在", "至", "之间"),
)
TOLERANCE_SIGNS = ("±", "+/-")

#: Words before a figure that say no more than that it is reached.
REACHED = ("达到", "达")
#: Words before a figure that need another one to say on which side it bounds.
HELD = ("控制在", "保持在", "稳定在")

#: Spellings of the units that may stand in a cell.
UNITS = {"%": ("%", "percent", "per cent"), "‰": ("‰",)}

#: What multiplies a figure, and is never multiplied out.
FACTORS = (
    *("hundred", "thousand", "million", "billion", "trillion", "mn", "bn", "tn", "mio", "mrd", "k", "m", "b"),
    *("lakh", "lakhs", "crore", "crores", "百", "千", "万", "十万", "百万", "千万", "亿", "万亿", "萬", "億"),
)

#: Marks, one or more, after a figure that refer to a note, or to how sure the figure is. `(f)` for a forecast is not
#: among them, nor are `(k)` and `(m)`, which may be multiples, nor digits in brackets, which may be another figure.
MARKS = (
    *("*", "†", "‡", "§", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "ᵃ", "ᵇ", "ᶜ", "ᵈ", "ᵉ", "ᵖ", "ʳ"),
    *("①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", "注"),
    *(f"({letters})" for letters in ("a", "b", "c", "d", "e", "p", "r", "s", "u", "z", "bp", "ep", "注")),
)
