"""The lists of units: what stands on one is known to be no money; what stands on none is only not known.

Each line is one unit in all spellings that are taken for it; what differs in size has a line of its own. Left out is
what may also mean something else: m (metre, million), pounds (weight, money), points, times, units; and what is also
the sign of a currency: Ft (feet, forint), W (watt, won), L (litre, lempira), 块.
"""

from __future__ import annotations

Spellings = tuple[str, ...]


def _signs(signs: str) -> tuple[Spellings, ...]:
    return tuple((sign,) for sign in signs.split())


def _nouns(nouns: str) -> tuple[Spellings, ...]:
    """Return the singular and the regular plural of each noun."""
    return tuple((noun, f"{noun}s") for noun in map(str.strip, nouns.split(",")))


#: The physical units, by what is measured in them.
PHYSICAL_UNITS: dict[str, tuple[Spellings, ...]] = {
    "mass": (
        ("毫克", "mg", "milligram", "milligrams"),
        ("克", "g", "gram", "grams"),
        ("千克", "公斤", "kg", "kilogram", "kilograms"),
        ("斤", "市斤"),
        ("公担", "quintal", "quintals"),
        ("吨", "公吨", "t", "tonne", "tonnes", "metric ton", "metric tons"),
        ("ton", "tons"),
        ("lb", "lbs"),
        ("吨二氧化碳", "tCO2", "t of CO2", "tonnes CO2", "tonnes of CO2", "tonnes of carbon dioxide"),
        (
            "吨二氧化碳当量",
            "tCO2e",
            "tCO2eq",
            "tCO2-eq",
            "tonnes CO2e",
            "tonnes of CO2e",
            "tonnes CO2 equivalent",
            "tonnes of CO2 equivalent",
            "tonnes of carbon dioxide equivalent",
        ),
    ),
    "length": (
        ("毫米", "mm", "millimetre", "millimetres", "millimeter", "millimeters"),
        ("厘米", "公分", "cm", "centimetre", "centimetres", "centimeter", "centimeters"),
        ("米", "metre", "metres", "meter", "meters"),
        ("延米", "延长米"),
        ("千米", "公里", "km", "kilometre", "kilometres", "kilometer", "kilometers"),
        ("里", "华里"),
        ("车道公里", "lane-km", "lane km", "lane-kilometres", "lane kilometres"),
        ("海里", "nautical mile", "nautical miles"),
        ("英里", "mile", "miles"),
        ("英尺", "foot", "feet"),
    ),
    "area": (
        ("平方米", "㎡", "m²", "M²", "m^2", "sq m", "sq. m", "sqm", "square metre", "square metres", "square meters"),
        (
            "平方公里",
            "平方千米",
            "km²",
            "km^2",
            "sq km",
            "sq. km",
            "square kilometre",
            "square kilometres",
            "square kilometers",
        ),
        ("公顷", "ha", "hm²", "hectare", "hectares"),
        ("亩", "mu"),
        ("英亩", "acre", "acres"),
        ("平方英尺", "sq ft", "square foot", "square feet"),
        ("平方英里", "sq mi", "square mile", "square miles"),
    ),
    "volume": (
        ("毫升", "ml", "millilitre", "millilitres", "milliliter", "milliliters"),
        ("升", "公升", "l", "litre", "litres", "liter", "liters"),
        ("立方米", "㎥", "m³", "m^3", "M³", "cu m", "cubic metre", "cubic metres", "cubic meter", "cubic meters"),
        ("标准立方米", "标方", "Nm³"),
        ("立方公里", "立方千米", "km³", "cubic kilometre", "cubic kilometres", "cubic kilometers"),
        ("hm³", "cubic hectometre", "cubic hectometres"),
        ("acre-foot", "acre-feet"),
        ("cubic foot", "cubic feet", "cu ft"),
        ("bbl", "barrel", "barrels"),
        ("gallon", "gallons"),
    ),
    "energy": (
        ("瓦时", "Wh", "watt-hour", "watt-hours", "watt hours"),
        ("千瓦时", "千瓦小时", "kWh", "kilowatt-hour", "kilowatt-hours", "kilowatt hour", "kilowatt hours"),
        ("兆瓦时", "MWh", "megawatt-hour", "megawatt-hours", "megawatt hour", "megawatt hours"),
        ("吉瓦时", "GWh", "gigawatt-hour", "gigawatt-hours", "gigawatt hour", "gigawatt hours"),
        ("太瓦时", "TWh", "terawatt-hour", "terawatt-hours", "terawatt hour", "terawatt hours"),
        ("焦耳", "J", "joule", "joules"),
        ("千焦", "kJ", "kilojoule", "kilojoules"),
        ("兆焦", "MJ", "megajoule", "megajoules"),
        ("吉焦", "GJ", "gigajoule", "gigajoules"),
        ("太焦", "TJ", "terajoule", "terajoules"),
        ("PJ", "petajoule", "petajoules"),
        ("EJ", "exajoule", "exajoules"),
        ("千卡", "大卡", "kcal", "kilocalorie", "kilocalories"),
        ("Btu",),
        ("MMBtu",),
        ("therm", "therms"),
        (
            "吨标准煤",
            "吨标煤",
            "tce",
            "t of standard coal",
            "tonnes of coal equivalent",
            "tonnes of standard coal",
            "tonnes of standard coal equivalent",
        ),
        ("吨标准油", "吨油当量", "toe", "tonne of oil equivalent", "tonnes of oil equivalent"),
    ),
    "power and voltage": (
        ("瓦", "watt", "watts"),
        ("千瓦", "kW", "kilowatt", "kilowatts"),
        ("兆瓦", "MW", "megawatt", "megawatts"),
        ("吉瓦", "GW", "gigawatt", "gigawatts"),
        ("太瓦", "TW", "terawatt", "terawatts"),
        ("kWp",),
        ("MWp",),
        ("GWp",),
        ("千伏安", "kVA"),
        ("兆伏安", "MVA"),
        ("马力", "hp", "horsepower"),
        ("千伏", "kV"),
    ),
    "time, lives and work": (
        ("秒", "秒钟", "sec", "second", "seconds"),
        ("分钟", "min", "minute", "minutes"),
        ("小时", "h", "hr", "hrs", "hour", "hours"),
        ("天", "日", "day", "days"),
        ("工作日", "working day", "working days"),
        ("周", "星期", "week", "weeks"),
        ("月", "个月", "month", "months"),
        ("年", "yr", "yrs", "year", "years"),
        ("岁", "周岁", "year of age", "years of age", "year of life", "years of life"),
        ("工日",),
        ("人天", "person-day", "person-days", "person days"),
        ("人年", "person-year", "person-years", "person years"),
        ("学时",),
        ("课时",),
        ("FTE", "FTEs", "full-time equivalent", "full-time equivalents"),
    ),
    "transport": (
        ("吨公里", "tkm", "tonne-km", "tonne-kilometre", "tonne-kilometres", "tonne kilometres"),
        ("人公里", "pkm", "passenger-km", "passenger-kilometre", "passenger-kilometres", "passenger kilometres"),
        ("车公里", "vkm", "vehicle-km", "vehicle-kilometre", "vehicle-kilometres", "vehicle kilometres"),
        ("标准箱", "标箱", "TEU", "TEUs"),
    ),
    "temperature, angle, sound and data": (
        ("摄氏度", "℃", "degree Celsius", "degrees Celsius"),
        ("°", "degree", "degrees"),
        ("度",),
        ("分贝", "dB", "decibel", "decibels"),
        ("MB", "megabyte", "megabytes"),
        ("GB", "gigabyte", "gigabytes"),
        ("TB", "terabyte", "terabytes"),
        ("PB", "petabyte", "petabytes"),
    ),
}

#: The units in which whole things are counted, by the kind of thing.
COUNT_UNITS: dict[str, tuple[Spellings, ...]] = {
    "people": (
        ("人", "person", "persons", "people"),
        *_signs("人次 人份 人数 名 位 例 户 户次 户数 户家庭 对"),
        ("child", "children"),
        ("family", "families"),
        ("staff member", "staff members", "members of staff"),
        *_nouns(
            "household, student, pupil, teacher, patient, doctor, physician, nurse, graduate, worker, employee, job, "
            "visitor, visit, tourist, passenger, journey, trip, participant, member, user, subscriber, "
            "resident, inhabitant, farmer, volunteer, death, birth, apprentice, trainee, applicant"
        ),
        ("vacancy", "vacancies"),
        ("beneficiary", "beneficiaries"),
    ),
    "pieces and packages": (
        *_signs("个 件 件次 件套 套 只 支 枝 把 条 张 份 枚 根 片 颗 粒 副 幅 面 盒 箱 包 袋 瓶 剂 剂次 针 针次 样"),
        *_nouns("piece, item, set, object, article of clothing, dose, vaccination, sample, tablet, computer, parcel"),
        ("box", "boxes"),
        ("article", "articles"),
    ),
    "books, writing and papers": (
        *_signs("册 册次 本 部 卷 篇 期 章 封 字 项次 种次 种 类 款"),
        ("copy", "copies"),
        ("library", "libraries"),
        ("licence", "licences", "license", "licenses"),
        *_nouns(
            "book, volume, title, publication, paper, report, patent, application, document, reel, law, regulation, "
            "permit, certificate, agreement, contract, standard, dataset, website, page"
        ),
    ),
    "places and works": (
        *_signs(
            "处 所 座 栋 幢 间 院 床 张床位 个床位 学位 个学位 车位 个车位 泊位 个泊位 口 眼 "
            "段 道 站 桩 根桩 亭 盏 组 村 镇 乡 县 市 社区 街道 校 学校"
        ),
        ("place", "places"),
        ("community", "communities"),
        ("centre", "centres", "center", "centers"),
        ("city", "cities"),
        ("county", "counties"),
        ("country", "countries"),
        ("facility", "facilities"),
        ("municipality", "municipalities"),
        ("property", "properties"),
        ("school class", "school classes"),
        ("bus", "buses"),
        *_nouns(
            "dwelling, dwelling unit, housing unit, home, house, apartment, classroom, bed, seat, school, "
            "kindergarten, hospital, clinic, farm, village, town, district, region, province, site, station, "
            "charging point, charging pile, charger, bridge, road, building, park, museum, theatre, playground, "
            "office, well, dam, reservoir, power plant, shop, household connection, connection"
        ),
    ),
    "organisations and work": (
        *_signs("家 家次 个项目 项 宗 企业 起 批 批次 届 轮 团 队 支队伍 班 门"),
        ("company", "companies"),
        ("business", "businesses"),
        ("agency", "agencies"),
        ("organisation", "organisations", "organization", "organizations"),
        ("programme", "programmes", "program", "programs"),
        *_nouns(
            "enterprise, firm, startup, start-up, project, action, measure, case, "
            "incident, accident, crime, offence, complaint, inspection, audit, award, decision, request"
        ),
    ),
    "events": (
        *_signs("场 场次 次 次数 班次 节 堂 课"),
        *_nouns("event, meeting, session, course, workshop, performance, concert, exhibition, lesson, flight, call"),
    ),
    "vehicles and machines": (
        *_signs("辆 辆次 台 台次 台套 架 架次 艘 艘次 列 列次"),
        ("aircraft",),
        ("ferry", "ferries"),
        *_nouns(
            "vehicle, car, electric vehicle, truck, lorry, train, tram, boat, ship, bicycle, machine, robot, tractor"
        ),
    ),
    "animals and plants": (
        *_signs("头 匹 羽 尾 棵 株 盆 蔸"),
        ("head", "head of cattle"),
        ("sheep",),
        ("cattle",),
        ("species",),
        *_nouns("tree, animal, cow, pig, plant, seedling, bird"),
    ),
}

#: What may stand before a unit on a list, once, by its size; letters that do so follow below.
MULTIPLES: dict[int, Spellings] = {
    1: ("number of", "no. of"),
    10: ("十", "10", "ten", "tens of"),
    100: ("百", "100", "hundred", "hundreds", "hundreds of"),
    1_000: (
        *("千", "1000", "1,000", "10³", "10^3", "thousand", "thousands", "thousands of"),
        *("000", "000s", "000s of", "'000", "'000s", "'000s of", "’000", "’000s", "’000s of"),
    ),
    10_000: ("万", "10000", "10,000", "10⁴", "10^4", "ten thousand", "tens of thousands of"),
    100_000: ("十万", "100000", "100,000", "hundred thousand", "hundreds of thousands of", "lakh"),
    1_000_000: ("百万", "1000000", "1,000,000", "10⁶", "10^6", "million", "millions", "millions of", "mn", "mln"),
    10_000_000: ("千万", "10,000,000", "10 million", "ten million", "crore"),
    100_000_000: ("亿", "100,000,000", "10⁸", "10^8", "100 million", "hundred million"),
    1_000_000_000: ("十亿", "1,000,000,000", "10⁹", "10^9", "billion", "billions", "billions of", "bn"),
    10_000_000_000: ("百亿", "10 billion", "ten billion"),
    100_000_000_000: ("千亿", "100 billion", "hundred billion"),
    1_000_000_000_000: ("万亿", "trillion", "trillions", "trillions of"),
}

#: Letters that multiply a symbol on the next list or a word of four letters and more: kt, Mt, k people.
PREFIXES: dict[str, int] = {"k": 1_000, "M": 1_000_000, "G": 1_000_000_000}
#: Not squares and cubes: Mm³ is a million cubic metres to some and a cubic megametre to others.
PREFIXED_SYMBOLS = frozenset(("t", "tce", "toe", "tCO2", "tCO2e", "tCO2eq", "l", "L"))

#: Units on neither list that are one in several spellings.
OTHER_UNITS: tuple[Spellings, ...] = (
    ("%", "percent", "per cent", "pct"),
    ("个百分点", "百分点", "pp", "percentage point", "percentage points"),
    ("‰", "per mille", "permille"),
)
