"""Say how far one indicator came: labour productivity, 9.34 in 2015, 12.7 in 2020, at least 13 promised."""

import civicplan as cp

target, actual = cp.Bound.at_least("13"), cp.Figure("12.7")

print("met:", target.admits(actual), "- settled by the printed digits:", target.decides(actual))
print(f"attainment: {cp.attainment(actual=actual, target=target.figure, direction='higher'):.1%}")
print(f"progress: {cp.progress(baseline='9.34', actual=actual, target=target.figure):.1%}")
print(f"growth: {cp.cagr('9.34', actual, years=5):.2f} % a year")
print(f"growth needed from the start: {cp.required_cagr('9.34', target.figure, years=5):.2f} % a year")
