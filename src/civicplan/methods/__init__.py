"""Published rating methods, one file for each institution, each with its name, version and source."""

from civicplan.errors import InvalidTypeError, UnknownIdError, describe
from civicplan.methods import (
    aarr,
    china,
    escap,
    eurostat,
    germany,
    global_fund,
    nbs,
    open_sdg,
    sdsn,
    un,
    us_commerce,
)
from civicplan.methods.china import cn_midterm
from civicplan.methods.rating import Method, Rating, Requirement
from civicplan.methods.track import Point, PointLike, Track, TrackTarget, TrackTargetLike

__all__ = [
    "Method",
    "Point",
    "PointLike",
    "Rating",
    "Requirement",
    "Track",
    "TrackTarget",
    "TrackTargetLike",
    "cn_midterm",
    "get",
    "names",
]

_METHODS: dict[str, Method] = {
    method.name: method
    for method in (
        open_sdg.METHOD,
        un.METHOD,
        eurostat.METHOD,
        escap.STATUS,
        escap.ANTICIPATED,
        germany.METHOD,
        sdsn.METHOD,
        aarr.LOG,
        aarr.ENDS,
        aarr.COMPOUND,
        us_commerce.METHOD,
        global_fund.METHOD,
        china.METHOD,
        nbs.METHOD,
    )
}


def names() -> tuple[str, ...]:
    """Return the name of every method, in the order of the documentation.

    >>> names()[0]
    'open-sdg-2.4'
    """
    return tuple(_METHODS)


def get(name: str) -> Method:
    """Return the method with this name.

    Raises:
        UnknownIdError: There is none; the error names the nearest.
        InvalidTypeError: No text.

    >>> get("open-sdg-2.4").version
    '2.4'
    """
    if not isinstance(name, str):
        raise InvalidTypeError("name", "the name of a method", describe(name), 'write "un-2023"')
    try:
        return _METHODS[name]
    except KeyError:
        raise UnknownIdError(name, tuple(_METHODS), "the table of methods") from None
