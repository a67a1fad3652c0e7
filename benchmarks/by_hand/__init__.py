"""What `panel.assess` tells of levels with a one-sided target, written by hand for one engine and one shape of frame.

None of it looks for unknown words, targets that contradict their direction, missing baselines or periods that are text.
"""
