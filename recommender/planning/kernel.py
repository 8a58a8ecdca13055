"""The fast search over flat lists: plain functions, and the very same ones compiled where numba is installed.

A schedule is a state: one flat list whose parts `Arrays` names, so that it is copied in one step. Works are added one
at a time at their earliest feasible time (serial schedule generation) and never moved; an order of units decides the
schedule, and the search moves units in it. Everything here stays within 64-bit whole numbers and what numba compiles;
one file, because numba's cache knows a function's own file only. See `recommender.planning.compiling`.
"""

from __future__ import annotations

from recommender.planning.arrays import Arrays, Ints

ABSENT = -1
_WORD = 0xFFFFFFFF


def draw(random: Ints, below: int) -> int:
    """Return a number from 0 to `below` - 1 and step the generator (32-bit words: no product exceeds 2^63)."""
    random[0] = (random[0] + 0x9E3779B9) & _WORD
    word = random[0]
    word = ((word ^ (word >> 16)) * 0x21F0AAAD) & _WORD
    word = ((word ^ (word >> 15)) * 0x735A2D97) & _WORD
    return ((word ^ (word >> 15)) * below) >> 32


def log2(number: int) -> int:
    """Return about 1024 times the binary logarithm of a number >= 1: whole, and never falling as it rises."""
    bits = 0
    while number >> (bits + 1):
        bits += 1
    whole = number << (20 - bits) if bits <= 20 else number >> (bits - 20)
    return (bits << 10) + (whole >> 10) - 1024


# A schedule's state ------------------------------------------------------------------------------------------------


def clear(p: Arrays, state: Ints) -> None:
    """Make the state that of an empty schedule."""
    for place in range(p.size):
        state[place] = 0
    for work in range(p.works):
        state[p.at_begin + work] = ABSENT
    for place in range(p.purses * p.years):
        state[p.at_free + place] = p.usable[place]


def fits(p: Arrays, state: Ints, work: int, year: int) -> bool:
    """Return whether money and capacity allow the work to start in the year."""
    years, span, running = p.years, p.span[work], p.running[work]
    if state[p.at_started + p.own[work] * years + year] >= p.most_started[p.own[work]]:
        return False
    for at in range(p.pays_at[work], p.pays_at[work + 1]):
        purse = p.pays[at]
        from_running = running if purse == 0 else 0
        until = years if from_running or p.carries[purse] else year + span
        taken = 0
        for later in range(year, until):
            now = p.cost[(work * years + later - year) * p.purses + purse]
            if later >= year + span:
                now += from_running
            taken = taken + now if p.carries[purse] else now
            if taken > 0 and taken > state[p.at_free + purse * years + later]:
                return False
    if running:
        for later in range(year + span, years + 1):
            if state[p.at_running + later] + running > p.running_cap[later]:
                return False
    for cap in range(p.caps):
        if p.in_cap[cap * p.works + work]:
            for offset in range(span):
                place = cap * years + year + offset
                if state[p.at_capped + place] + p.together[work * years + offset] > p.cap_amount[place]:
                    return False
    return True


def ready(p: Arrays, state: Ints, work: int) -> int:
    """Return the month from which on all that the work rests on is done, ABSENT while something is not planned."""
    month = 0
    for at in range(p.requires_at[work], p.requires_at[work + 1]):
        other = p.requires[at]
        begin = state[p.at_begin + other]
        if begin == ABSENT:
            return ABSENT
        month = max(month, begin + p.months[other])
    for group in range(p.group_at[work], p.group_at[work + 1]):
        soonest = ABSENT
        for at in range(p.member_at[group], p.member_at[group + 1]):
            other = p.member[at]
            begin = state[p.at_begin + other]
            if begin != ABSENT and (soonest == ABSENT or begin + p.months[other] < soonest):
                soonest = begin + p.months[other]
        if soonest == ABSENT:
            return ABSENT
        month = max(month, soonest)
    return month


def earliest(p: Arrays, state: Ints, work: int, after: int) -> int:
    """Return the first month, not before `after`, at which the work fits; ABSENT if there is none."""
    for year in range(after // 12, p.years - p.span[work] + 1):
        month = max(p.first[work * p.years + year], after - 12 * year)
        if month <= p.last[work] and fits(p, state, work, year):
            return 12 * year + month
    return ABSENT


def closure(p: Arrays, need: int, reached: int, amount: int) -> int:
    """Return how much of the need is closed."""
    if not p.has_rungs[need]:
        return min(p.gap[need], max(reached, amount))
    best = reached
    for at in range(p.rung_at[need], p.rung_at[need + 1]):
        if p.rung_amount[at] <= amount and p.rung_closure[at] > best:
            best = p.rung_closure[at]
    return best


def serve(p: Arrays, state: Ints, need: int, reach: int, amount: int, since: int, layer: int) -> None:
    """Let what is done from a year on count for the need, in the layer and those above it."""
    for upper in range(layer, p.layers):
        row = (upper * p.needs + need) * p.years
        for year in range(since, p.years):
            reached, summed = state[p.at_reach + row + year], state[p.at_amount + row + year]
            before = closure(p, need, reached, summed)
            reached, summed = max(reached, reach), summed + amount
            state[p.at_reach + row + year] = reached
            state[p.at_amount + row + year] = summed
            state[0] += p.worth[row + year] * (closure(p, need, reached, summed) - before)


def add(p: Arrays, state: Ints, work: int, begin: int) -> None:
    """Put the work into the schedule: take its room, count what it closes."""
    years, year, span, running = p.years, begin // 12, p.span[work], p.running[work]
    state[p.at_begin + work] = begin
    state[1] += p.price[work]
    state[2] += begin
    state[3] += p.pinned[work]
    state[p.at_started + p.own[work] * years + year] += 1
    for at in range(p.pays_at[work], p.pays_at[work + 1]):
        purse = p.pays[at]
        taken = 0
        for later in range(year, years):
            now = p.cost[(work * years + later - year) * p.purses + purse]
            if purse == 0 and later >= year + span:
                now += running
            taken = taken + now if p.carries[purse] else now
            state[p.at_free + purse * years + later] -= taken
    if running:
        for later in range(year + span, years + 1):
            state[p.at_running + later] += running
    for cap in range(p.caps):
        if p.in_cap[cap * p.works + work]:
            for offset in range(span):
                state[p.at_capped + cap * years + year + offset] += p.together[work * years + offset]
    done, layer = year + span - 1, p.conditional[work]
    for at in range(p.effect_at[work], p.effect_at[work + 1]):
        serve(p, state, p.effect_need[at], p.effect_reach[at], p.effect_amount[at], done, layer)
    for at in range(p.synergy_at[work], p.synergy_at[work + 1]):
        other = p.synergy_other[at]
        other_begin = state[p.at_begin + other]
        if other_begin != ABSENT:
            both = max(done, other_begin // 12 + p.span[other] - 1)
            serve(p, state, p.synergy_need[at], 0, p.synergy_amount[at], both, max(layer, p.conditional[other]))


def better(one: Ints, other: Ints) -> int:
    """Return 1 if the first state ranks before the second, -1 if behind, 0 if equal: pins, value, price, starts."""
    if one[3] != other[3]:
        return 1 if one[3] > other[3] else -1
    if one[0] != other[0]:
        return 1 if one[0] > other[0] else -1
    if one[1] != other[1]:
        return 1 if one[1] < other[1] else -1
    if one[2] != other[2]:
        return 1 if one[2] < other[2] else -1
    return 0


# From an order of units to a schedule ------------------------------------------------------------------------------


def gather(p: Arrays, state: Ints, unit: int, pick: Ints, queue: Ints) -> int:
    """Write what the unit still lacks into the queue, it and what it rests on; return their number, -1 if impossible.

    Of an any-of group without a planned member the one is taken that `pick` names (0: the cheapest), or the next that
    nothing excludes.
    """
    length = 0
    for at in range(p.unit_at[unit], p.unit_at[unit + 1]):
        if state[p.at_begin + p.unit[at]] == ABSENT:
            queue[length] = p.unit[at]
            length += 1
    alls, anys = 0, 0
    while anys < length:
        while alls < length:
            work = queue[alls]
            alls += 1
            if p.never[work]:
                return -1
            for at in range(p.excludes_at[work], p.excludes_at[work + 1]):
                rival = p.excludes[at]
                if state[p.at_begin + rival] != ABSENT or holds(queue, length, rival):
                    return -1
            for at in range(p.requires_at[work], p.requires_at[work + 1]):
                other = p.requires[at]
                if state[p.at_begin + other] == ABSENT and not holds(queue, length, other):
                    queue[length] = other
                    length += 1
        work = queue[anys]
        anys += 1
        for group in range(p.group_at[work], p.group_at[work + 1]):
            member = choose(p, state, group, pick[group], queue, length)
            if member == ABSENT:
                return -1
            if member < p.works:
                queue[length] = member
                length += 1
    return length


def choose(p: Arrays, state: Ints, group: int, pick: int, queue: Ints, length: int) -> int:
    """Return the member to bring in, `works` if one is planned or queued already, ABSENT if all are excluded."""
    start, count = p.member_at[group], p.member_at[group + 1] - p.member_at[group]
    for at in range(start, start + count):
        if state[p.at_begin + p.member[at]] != ABSENT or holds(queue, length, p.member[at]):
            return p.works
    for step in range(count):
        member = p.member[start + (pick + step) % count]
        barred = False
        for at in range(p.excludes_at[member], p.excludes_at[member + 1]):
            rival = p.excludes[at]
            barred = barred or state[p.at_begin + rival] != ABSENT or holds(queue, length, rival)
        if not barred:
            return member
    return ABSENT


def holds(queue: Ints, length: int, work: int) -> bool:
    """Return whether the work is among the first `length` of the queue."""
    for at in range(length):
        if queue[at] == work:
            return True
    return False


def bring(p: Arrays, state: Ints, unit: int, pick: Ints, queue: Ints) -> bool:
    """Add what the unit lacks, each at its earliest time; return whether all fitted (if not, the state is spoilt)."""
    left = gather(p, state, unit, pick, queue)
    if left <= 0:
        return False
    while left:
        added = 0
        for at in range(left - 1, -1, -1):  # prerequisites stand behind what rests on them, but for shared ones
            work = queue[at]
            after = ready(p, state, work)
            if after != ABSENT:
                begin = earliest(p, state, work, after)
                if begin == ABSENT:
                    return False
                add(p, state, work, begin)
                queue[at] = ABSENT
                added += 1
        if not added:
            return False
        kept = 0
        for at in range(left):
            if queue[at] != ABSENT:
                queue[kept] = queue[at]
                kept += 1
        left = kept
    return True


def decode(p: Arrays, order: Ints, pick: Ints, start: int, state: Ints, marks: Ints, queue: Ints) -> None:
    """Let the units enter in their order, from a position on; one that does not fit or gains nothing is left out.

    `marks` keeps the state before each position: [position, size].
    """
    size = p.size
    for position in range(start, p.units):
        unit = order[position]
        mark = position * size
        marks[mark : mark + size] = state[0:size]
        value, pins = state[0], state[3]
        if bring(p, state, unit, pick, queue):
            if state[0] > value or state[3] > pins:
                continue
        state[0:size] = marks[mark : mark + size]
