"""The fast search over flat lists: plain functions, and the very same ones compiled where numba is installed.

`p` is the problem (written by `planning.arrays`), `d` the desk that the search writes on: two flat lists
of whole numbers. The first entries of `p` are counts and the places where its tables begin; a table of lists has a
second one, `_AT`, that says where each begins. A schedule is a state, a stretch of the desk that is copied in one step;
`s` is where it begins. Works are added one at a time at their earliest feasible time (serial schedule generation) and
never moved: an order of units makes the schedule, and the search moves units in that order.

One file without imports of its own, because numba's cache knows a function's own file only; all within 64 bits.
"""

from __future__ import annotations

Ints = list[int]  # or, compiled, an int64 array

ABSENT = -1
NO_LIMIT = 2**62  # far beyond the 2^53 below which all sums lie
WORD = 0xFFFFFFFF

# Counts. LAYERS is 2 where closures rest on proposals (own works, then all), else 1; SIZE is the length of a state;
# REACHES is 1 where some work reaches a closure by itself: without, a state holds none of it.
YEARS, WORKS, NEEDS, GROUPS, UNITS, LAYERS, SIZE, REACHES = range(8)
# By work and year: the first month of a start, 12 for none; where the charges of a start end.
FIRST, CHARGE_END = range(8, 10)
# Rows of things, one after the other; `x_AT` says where in `p` each begins, where the next begins it ends: a group's
# members, the one with the cheapest closed set first; a unit's works, which enter together (FORCED: pins); a need's
# rungs (amount, closure). WORTH of a unit of closure is [layer, need, year].
MEMBER_AT, UNIT_AT, FORCED, RUNG_AT, HAS_RUNGS, GAP, WORTH = range(10, 17)
# What an empty schedule has of everything that runs out, a row each: money by purse and year, cumulative where it
# carries over; running costs and services by year, the one after the last included; caps, capacities, first
# instalments; then counters of the starts of lines, that count down from 0.
ROOM = 17
# Within a state: value (of all tiers, mixed), price, sum of start months, pins placed, number of units that entered,
# how much of the floors is met; then what each work begins in, what is left of the room, what is closed, what is spent
# under each floor, and, where there are several tiers of needs, the value of each.
VALUE, COSTS, STARTS, PINS, ENTERED, MET, BEGIN = range(7)
FREE, REACH, AMOUNT, SPENT, TIER = range(18, 23)
FLOOR = 23  # what shall be spent at least, by floor and year
# TIERS is how many values of tiers a state holds, 0 where there is one tier; TIER_OF by need; MIX by order and tier,
# what a unit of it counts in the value. SECOND is the month before which only the first instalment is there, 0 where
# all money is there from the first month.
TIERS, TIER_OF, MIX, SECOND = range(24, 28)
# What a start is charged in value, by work and year, and the works that are charged in some year; 0 where nothing is.
TOLL, TOLLED_AT, TOLLED = range(28, 31)
# On the desk; MIXING says where in MIX the row of the order begins that is being made.
RANDOM, MIXING, PICKS, ORDER, TRIAL_ORDER, REST, QUEUE, GONE, STATE, TRIAL, KEPT, BEST, MARKS, TRIAL_MARKS = range(
    31, 45
)
# Of works that are charged for a start: the month before which each waits.
WAIT = 45
# Behind the header a record of each work; one more says where the last one's rows end. NEVER: it can be in no plan.
# A charge is what a start takes of the room: (place in year 0, amount), the soonest beyond the years last; what it
# takes besides before the second instalment stands under EARLY_AT. Under SHARED_AT are (counter, capacity) of its line,
# places in year 0: the first start that a counter counts takes a place of the capacity. An effect is (need, reach,
# amount); a synergy (other work, need, amount); a wish what a start adds to the floors, (place in year 0, amount).
# GROUP_AT is the first group's number, LOWEST the lowest tier that the work serves by itself.
HEADER, WIDTH = 46, 18
MONTHS, SPAN, PRICE, CONDITIONAL, PINNED, CALLED, NEVER, LAST, LOWEST = range(9)
CHARGE_AT, EARLY_AT, SHARED_AT, REQUIRES_AT, EXCLUDES_AT, EFFECT_AT, SYNERGY_AT, WISH_AT, GROUP_AT = range(9, 18)
# Of a hundred moves, how many pick another member of a group; below which one lets a unit in; of those that let one in,
# how many take out the unit that stood there; of those that move a unit within the order, how many take it out. Of all
# moves, where works are charged for their starts, how many put one off.
PICK, LET_IN, INSTEAD, TAKE_OUT, PUT_OFF = 3, 65, 35, 20, 15
# Units counted beyond a problem's own (few need some moves too); idle moves for a hundred units, with one tier of needs
# and with several (each is improved by itself); by how many thousandths of the whole value a move may fall behind.
# Chosen on other seeds than the benchmark's.
EXTRA, PATIENCE, PATIENCE_OF_TIERS, BEHIND = 12, 300, 1200, 250


def draw(p: Ints, d: Ints, below: int) -> int:
    """Return a number from 0 to `below` - 1 and step the generator (32-bit words: no product exceeds 2^63)."""
    word = (d[p[RANDOM]] + 0x9E3779B9) & WORD
    d[p[RANDOM]] = word
    word = ((word ^ (word >> 16)) * 0x21F0AAAD) & WORD
    word = ((word ^ (word >> 15)) * 0x735A2D97) & WORD
    return ((word ^ (word >> 15)) * below) >> 32


def log2(number: int) -> int:
    """Return about 1024 times the binary logarithm of a number >= 1: whole, and never falling as it rises."""
    bits = 0
    while number >> (bits + 1):
        bits += 1
    whole = number << (20 - bits) if bits <= 20 else number >> (bits - 20)
    return (bits << 10) + (whole >> 10) - 1024


# A schedule's state ------------------------------------------------------------------------------------------------


def copy(p: Ints, d: Ints, target: int, source: int) -> None:
    """Copy a state."""
    size = p[SIZE]
    d[target : target + size] = d[source : source + size]


def copy_views(p: Ints, d: Ints, target: int, source: int) -> None:
    """Copy a state: what `copy` is where it is compiled and slices are views, four times as fast as assigning one."""
    size = p[SIZE]
    to, of = d[target : target + size], d[source : source + size]
    for place in range(size):
        to[place] = of[place]


def clear(p: Ints, d: Ints, s: int) -> None:
    """Make the state that of an empty schedule."""
    for place in range(s, s + p[SIZE]):
        d[place] = 0
    for work in range(s + BEGIN, s + BEGIN + p[WORKS]):
        d[work] = ABSENT
    rooms = p[REACH] - p[FREE]
    d[s + p[FREE] : s + p[REACH]] = p[p[ROOM] : p[ROOM] + rooms]


def fits(p: Ints, d: Ints, s: int, work: int, year: int) -> bool:
    """Return whether money and capacity allow the work to start in the year."""
    w = HEADER + work * WIDTH
    free = s + p[FREE] + year
    for at in range(p[w + CHARGE_AT], p[p[CHARGE_END] + work * p[YEARS] + year], 2):
        if d[free + p[at]] < p[at + 1]:
            return False
    for at in range(p[w + SHARED_AT], p[w + WIDTH + SHARED_AT], 2):
        if d[free + p[at]] == 0 and d[free + p[at + 1]] <= 0:
            return False
    return True


def fits_early(p: Ints, d: Ints, s: int, work: int, year: int) -> bool:
    """Return whether the year's first instalment has room for a start of the work."""
    w = HEADER + work * WIDTH
    free = s + p[FREE] + year
    for at in range(p[w + EARLY_AT], p[w + WIDTH + EARLY_AT], 2):  # noqa: SIM110 - numba compiles no generators
        if d[free + p[at]] < p[at + 1]:
            return False
    return True


def take(p: Ints, d: Ints, s: int, work: int, begin: int, sign: int) -> None:
    """Take the room of a work that begins in a month of the plan (sign 1), or give it back (-1)."""
    w = HEADER + work * WIDTH
    year = begin // 12
    free = s + p[FREE] + year
    for at in range(p[w + CHARGE_AT], p[p[CHARGE_END] + work * p[YEARS] + year], 2):
        d[free + p[at]] -= sign * p[at + 1]
    for at in range(p[w + SHARED_AT], p[w + WIDTH + SHARED_AT], 2):
        counter = free + p[at]
        if d[counter] == min(0, sign):  # no other of the line starts in the year
            d[free + p[at + 1]] -= sign
        d[counter] -= sign
    if begin - 12 * year < p[SECOND]:
        for at in range(p[w + EARLY_AT], p[w + WIDTH + EARLY_AT], 2):
            d[free + p[at]] -= sign * p[at + 1]


def ready(p: Ints, d: Ints, s: int, work: int) -> int:
    """Return the month from which on all that the work rests on is done, ABSENT while something is not planned."""
    w = HEADER + work * WIDTH
    member_at, begins = p[MEMBER_AT], s + BEGIN
    month = 0
    for at in range(p[w + REQUIRES_AT], p[w + WIDTH + REQUIRES_AT]):
        begin = d[begins + p[at]]
        if begin == ABSENT:
            return ABSENT
        month = max(month, begin + p[HEADER + p[at] * WIDTH + MONTHS])
    for group in range(p[w + GROUP_AT], p[w + WIDTH + GROUP_AT]):
        soonest = NO_LIMIT
        for at in range(p[member_at + group], p[member_at + group + 1]):
            begin = d[begins + p[at]]
            if begin != ABSENT:
                soonest = min(soonest, begin + p[HEADER + p[at] * WIDTH + MONTHS])
        if soonest == NO_LIMIT:
            return ABSENT
        month = max(month, soonest)
    return month


def earliest(p: Ints, d: Ints, s: int, work: int, after: int) -> int:
    """Return the first month, not before `after`, at which the work fits; ABSENT if there is none."""
    w = HEADER + work * WIDTH
    years, last, first = p[YEARS], p[w + LAST], p[FIRST]
    if p[TOLL]:
        after = max(after, d[p[WAIT] + work])
    for year in range(after // 12, years - p[w + SPAN] + 1):
        month = max(p[first + work * years + year], after - 12 * year)
        if month <= last and fits(p, d, s, work, year):
            if month < p[SECOND] and not fits_early(p, d, s, work, year):
                month = p[SECOND]
            if month <= last:
                return 12 * year + month
    return ABSENT


def rung(p: Ints, need: int, reached: int, amount: int) -> int:
    """Return the closure of the highest rung that what is reached and what is summed stand on."""
    best = reached
    for at in range(p[p[RUNG_AT] + need], p[p[RUNG_AT] + need + 1], 2):
        if p[at] <= amount:
            best = max(best, p[at + 1])
    return best


def serve(p: Ints, d: Ints, s: int, need: int, reach: int, amount: int, since: int, layer: int) -> None:
    """Let what is done from a year on count for the need, in the layer and those above it."""
    years, gap, rungs = p[YEARS], p[p[GAP] + need], p[p[HAS_RUNGS] + need]
    plain = not (rungs or p[REACHES])
    gained = 0
    for upper in range(layer, p[LAYERS]):
        row = (upper * p[NEEDS] + need) * years
        amounts, worth = s + p[AMOUNT] + row, p[WORTH] + row
        if plain:  # the sum, never above the gap, is the closure
            for year in range(since, years):
                summed = d[amounts + year]
                if summed == gap:
                    break  # so it is in each later year: works are not undone
                more = min(gap, summed + amount)
                d[amounts + year] = more
                gained += p[worth + year] * (more - summed)
            continue
        reaches = s + p[REACH] + row
        for year in range(since, years):
            summed, reached = d[amounts + year], d[reaches + year] if p[REACHES] else 0
            more, higher = summed + amount, max(reached, reach)
            if p[REACHES]:
                d[reaches + year] = higher
            d[amounts + year] = more
            if rungs:
                closed = rung(p, need, higher, more) - rung(p, need, reached, summed)
            else:
                closed = min(gap, max(higher, more)) - min(gap, max(reached, summed))
            gained += p[worth + year] * closed
    if p[TIERS]:
        tier = p[p[TIER_OF] + need]
        d[s + p[TIER] + tier] += gained
        gained *= p[d[p[MIXING]] + tier]
    d[s + VALUE] += gained


def add(p: Ints, d: Ints, s: int, work: int, begin: int) -> None:
    """Put the work into the schedule: take its room, count what it closes."""
    w = HEADER + work * WIDTH
    year = begin // 12
    d[s + BEGIN + work] = begin
    d[s + COSTS] += p[w + PRICE]
    d[s + STARTS] += begin
    d[s + PINS] += p[w + PINNED]
    if p[TOLL]:
        d[s + VALUE] -= p[p[TOLL] + work * p[YEARS] + year]
    take(p, d, s, work, begin, 1)
    done, layer = year + p[w + SPAN] - 1, p[w + CONDITIONAL]
    for at in range(p[w + EFFECT_AT], p[w + WIDTH + EFFECT_AT], 3):
        serve(p, d, s, p[at], p[at + 1], p[at + 2], done, layer)
    for at in range(p[w + WISH_AT], p[w + WIDTH + WISH_AT], 2):
        if p[at] % p[YEARS] + year < p[YEARS]:  # a service may be paid beyond the years
            spent, wanted = s + p[SPENT] + year + p[at], p[p[FLOOR] + year + p[at]]
            d[s + MET] += min(wanted, d[spent] + p[at + 1]) - min(wanted, d[spent])
            d[spent] += p[at + 1]
    for at in range(p[w + SYNERGY_AT], p[w + WIDTH + SYNERGY_AT], 3):
        other = p[at]
        began = d[s + BEGIN + other]
        if began != ABSENT:
            both = max(done, began // 12 + p[HEADER + other * WIDTH + SPAN] - 1)
            serve(p, d, s, p[at + 1], 0, p[at + 2], both, max(layer, p[HEADER + other * WIDTH + CONDITIONAL]))


def ahead(p: Ints, d: Ints, one: int, other: int) -> int:
    """Return 1 if the first state gives more than the second, -1 if less, 0: pins, floors, value tier after tier."""
    for field in (PINS, MET):
        if d[one + field] != d[other + field]:
            return 1 if d[one + field] > d[other + field] else -1
    first = p[TIER] if p[TIERS] else VALUE
    for field in range(first, first + max(1, p[TIERS])):
        if d[one + field] != d[other + field]:
            return 1 if d[one + field] > d[other + field] else -1
    return 0


def better(p: Ints, d: Ints, one: int, other: int) -> int:
    """Return 1 if the first state ranks before the second, -1 if behind, 0: what it gives, price, starts."""
    more = ahead(p, d, one, other)
    if more:
        return more
    for field in (COSTS, STARTS):
        if d[one + field] != d[other + field]:
            return 1 if d[one + field] < d[other + field] else -1
    return 0


def gains(d: Ints, one: int, other: int) -> bool:
    """Return whether the first state has more value than the second, or more of the pins or floors."""
    return d[one + VALUE] > d[other + VALUE] or d[one + PINS] > d[other + PINS] or d[one + MET] > d[other + MET]


def alike(p: Ints, d: Ints, one: int, other: int) -> bool:
    """Return whether two states are of the same schedule."""
    if better(p, d, one, other):
        return False
    for place in range(BEGIN, BEGIN + p[WORKS]):  # noqa: SIM110 - numba compiles no generators
        if d[one + place] != d[other + place]:
            return False
    return True


# From an order of units to a schedule ------------------------------------------------------------------------------


def holds(d: Ints, start: int, length: int, entry: int) -> bool:
    """Return whether the entry is in a stretch of the desk."""
    for at in range(start, start + length):  # noqa: SIM110 - numba compiles no generators
        if d[at] == entry:
            return True
    return False


def barred(p: Ints, d: Ints, s: int, work: int, length: int) -> bool:
    """Return whether something planned or queued excludes the work."""
    w = HEADER + work * WIDTH
    for at in range(p[w + EXCLUDES_AT], p[w + WIDTH + EXCLUDES_AT]):
        rival = p[at]
        if d[s + BEGIN + rival] != ABSENT or holds(d, p[QUEUE], length, rival):
            return True
    return False


def gather(p: Ints, d: Ints, s: int, unit: int) -> int:
    """Queue what the unit lacks, it and what it rests on; return their number, -1 if that is impossible.

    Of an any-of group without a planned member the one is taken that the desk picks, or the next that nothing excludes.
    """
    begins, queue, length = s + BEGIN, p[QUEUE], 0
    for at in range(p[p[UNIT_AT] + unit], p[p[UNIT_AT] + unit + 1]):
        work = p[at]
        if d[begins + work] == ABSENT:
            d[queue + length] = work
            length += 1
    alls, anys = 0, 0
    while anys < length:
        while alls < length:  # all-of first: they may bring a member in
            work = d[queue + alls]
            alls += 1
            w = HEADER + work * WIDTH
            if p[w + NEVER] or barred(p, d, s, work, length):
                return -1
            for at in range(p[w + REQUIRES_AT], p[w + WIDTH + REQUIRES_AT]):
                other = p[at]
                if d[begins + other] == ABSENT and not holds(d, queue, length, other):
                    d[queue + length] = other
                    length += 1
        work = d[queue + anys]
        anys += 1
        w = HEADER + work * WIDTH
        for group in range(p[w + GROUP_AT], p[w + WIDTH + GROUP_AT]):
            member = choose(p, d, s, group, length)
            if member == ABSENT:
                return -1
            if member < p[WORKS]:
                d[queue + length] = member
                length += 1
    return length


def choose(p: Ints, d: Ints, s: int, group: int, length: int) -> int:
    """Return the member to bring in, the number of works if one is planned or queued already, ABSENT for none."""
    start = p[p[MEMBER_AT] + group]
    count = p[p[MEMBER_AT] + group + 1] - start
    for at in range(start, start + count):
        member = p[at]
        if d[s + BEGIN + member] != ABSENT or holds(d, p[QUEUE], length, member):
            return p[WORKS]
    for step in range(count):
        member = p[start + (d[p[PICKS] + group] + step) % count]
        if not barred(p, d, s, member, length):
            return member
    return ABSENT


def bring(p: Ints, d: Ints, s: int, unit: int, forward: bool) -> int:
    """Add what the unit lacks, from the queue's end or `forward`; return 1 if all fitted, 0 if nothing did, else -1."""
    first = p[p[UNIT_AT] + unit]
    if p[p[UNIT_AT] + unit + 1] == first + 1:  # the usual case: one work, and all that it rests on is there
        work = p[first]
        never = p[HEADER + work * WIDTH + NEVER]  # a pin may be
        if d[s + BEGIN + work] != ABSENT or never or barred(p, d, s, work, 0):
            return 0
        after = ready(p, d, s, work)
        begin = earliest(p, d, s, work, max(0, after))
        if begin == ABSENT:
            return 0  # nor would it fit when still more is planned
        if after != ABSENT:
            add(p, d, s, work, begin)
            return 1
    queue, left, changed = p[QUEUE], gather(p, d, s, unit), 0
    while left > 0:
        kept, before = 0, left
        for step in range(left):
            at = queue + step if forward else queue + left - 1 - step
            after = ready(p, d, s, d[at])
            if after == ABSENT:
                continue
            begin = earliest(p, d, s, d[at], after)
            if begin == ABSENT:
                return changed
            add(p, d, s, d[at], begin)
            d[at] = ABSENT
            changed = -1
        for at in range(queue, queue + left):
            if d[at] != ABSENT:
                d[queue + kept] = d[at]
                kept += 1
        left = kept
        if left == before:
            return changed  # a circle of alternatives: it cannot be begun
    return -changed


def enter(p: Ints, d: Ints, s: int, unit: int, mark: int) -> int:
    """Add what the unit lacks, in the other order where one fails; return 1, or 0 with the state as at the mark."""
    outcome = bring(p, d, s, unit, False)
    if outcome < 0:
        copy(p, d, s, mark)
        outcome = bring(p, d, s, unit, True)
        if outcome < 0:
            copy(p, d, s, mark)
            outcome = 0
    return outcome


def decode(p: Ints, d: Ints, start: int, settled: int, shifted: int) -> bool:
    """Let the units of the trial order enter from a position on; return whether the outcome can differ from the state.

    A unit that does not fit or gains nothing stays out and goes behind those that entered. The trial's marks keep the
    state before each unit that entered. From the position `settled` on the same units are left to enter as in the
    state's own order, where they stand `shifted` ahead of here: once the trial is as the state was there, the rest is
    known, and a trial that has fallen behind by much of the state's value will hardly catch up: it is given up.
    """
    size, units, order, rest, s, marks = p[SIZE], p[UNITS], p[TRIAL_ORDER], p[REST], p[TRIAL], p[TRIAL_MARKS]
    left, entered = 0, start
    tail, most = d[p[STATE] + ENTERED] - shifted, d[p[STATE] + VALUE] // 1000 * BEHIND
    copy(p, d, marks + entered * size, s)
    for position in range(start, units):
        if settled <= position <= tail:
            then = p[MARKS] + (position + shifted) * size
            behind = d[then + VALUE] - d[s + VALUE] > most
            hopeless = behind and d[then + PINS] >= d[s + PINS] and d[then + MET] >= d[s + MET]
            if hopeless or alike(p, d, s, then):
                return False
        unit, mark = d[order + position], marks + entered * size
        outcome = enter(p, d, s, unit, mark)
        if outcome and gains(d, s, mark):
            d[order + entered] = unit
            entered += 1
            d[s + ENTERED] = entered
            copy(p, d, mark + size, s)
            continue
        if outcome:
            copy(p, d, s, mark)
        d[rest + left] = unit
        left += 1
    d[order + entered : order + units] = d[rest : rest + left]
    return True


# The search --------------------------------------------------------------------------------------------------------


def construct(p: Ints, d: Ints, exponent: int) -> None:
    """Write an order: pins, then always the unit with the best gain for its price, then those that never fitted.

    The best has the greatest log2(gain) - exponent / 100 x log2(price), what meets a floor before all others; only the
    leader's key is reckoned anew.
    """
    units, order, keys, state, trial = p[UNITS], p[ORDER], p[REST], p[STATE], p[TRIAL]
    clear(p, d, state)
    length = 0
    for unit in range(units):
        d[keys + unit] = NO_LIMIT
    while True:
        leader, before = 0, ABSENT
        while True:
            for unit in range(units):
                if d[keys + unit] > d[keys + leader]:
                    leader = unit
            if leader == before or d[keys + leader] == -NO_LIMIT:
                break
            before = leader
            copy(p, d, trial, state)
            outcome = enter(p, d, trial, leader, state)
            met = d[trial + MET] - d[state + MET]
            gain = met if met > 0 else d[trial + VALUE] - d[state + VALUE]
            if outcome and p[p[FORCED] + leader]:
                d[keys + leader] = NO_LIMIT - 1
            elif outcome and gain > 0:
                price = max(1, d[trial + COSTS] - d[state + COSTS])
                d[keys + leader] = 100 * log2(gain) - exponent * log2(price) + (NO_LIMIT // 2 if met > 0 else 0)
            else:
                d[keys + leader] = -NO_LIMIT
        if d[keys + leader] == -NO_LIMIT:
            break
        copy(p, d, state, trial)
        d[keys + leader] = -NO_LIMIT
        d[order + length] = leader
        length += 1
    for unit in range(units):
        if not holds(d, order, length, unit):
            d[order + length] = unit
            length += 1


def shift(d: Ints, source: int, target: int) -> None:
    """Move one entry of the desk to another place, those between by one."""
    moved = d[source]
    step = 1 if target > source else -1
    for place in range(source, target, step):
        d[place] = d[place + step]
    d[target] = moved


def keep_trial(p: Ints, d: Ints, start: int) -> None:
    """Make the trial the state, with its order and marks from a position on."""
    size, entered = p[SIZE], d[p[TRIAL] + ENTERED]
    copy(p, d, p[STATE], p[TRIAL])
    d[p[ORDER] : p[ORDER] + p[UNITS]] = d[p[TRIAL_ORDER] : p[TRIAL_ORDER] + p[UNITS]]
    first, last = start * size, (entered + 1) * size
    d[p[MARKS] + first : p[MARKS] + last] = d[p[TRIAL_MARKS] + first : p[TRIAL_MARKS] + last]


def move(p: Ints, d: Ints, kind: int) -> tuple[int, int, int]:
    """Move units in the trial order, the state's so far; return start (ABSENT: nothing moved), settled and shifted."""
    units, order, entered = p[UNITS], p[TRIAL_ORDER], d[p[STATE] + ENTERED]
    if kind < LET_IN and entered and entered < units:
        source = order + entered + draw(p, d, units - entered)
        start = min(draw(p, d, entered), draw(p, d, entered))
        shift(d, source, order + start)
        if draw(p, d, 100) < INSTEAD:
            shift(d, order + start + 1, order + units - 1)
            return start, start + 1, 0
        return start, start + 1, -1
    if entered < 2:
        return ABSENT, units, 0
    start, target = draw(p, d, entered), draw(p, d, entered)
    if start == target or draw(p, d, 100) < TAKE_OUT:
        shift(d, order + start, order + units - 1)
        return start, start, 1
    shift(d, order + start, order + target)
    return min(start, target), max(start, target) + 1, 0


def improve(p: Ints, d: Ints, moves: int) -> None:
    """Move units in the order and keep what is no worse: `moves` for each unit at most, less when nothing is gained."""
    size, units, order, trial_order, state, trial = p[SIZE], p[UNITS], p[ORDER], p[TRIAL_ORDER], p[STATE], p[TRIAL]
    clear(p, d, trial)
    d[trial_order : trial_order + units] = d[order : order + units]
    decode(p, d, 0, units, 0)
    keep_trial(p, d, 0)
    left, idle, patience = moves * (units + EXTRA), 0, PATIENCE_OF_TIERS if p[TIERS] else PATIENCE
    while left and 100 * idle < patience * (units + EXTRA):
        left -= 1
        idle += 1
        d[trial_order : trial_order + units] = d[order : order + units]
        kind = draw(p, d, 100)
        start, settled, shifted, picks, was = 0, units, 0, ABSENT, 0
        if p[TOLLED] and draw(p, d, 100) < PUT_OFF:
            picks = p[WAIT] + p[p[TOLLED_AT] + draw(p, d, p[TOLLED])]
            was = d[picks]
            d[picks] = 12 * draw(p, d, p[YEARS])
        elif kind < PICK and p[GROUPS]:
            group = draw(p, d, p[GROUPS])
            count = p[p[MEMBER_AT] + group + 1] - p[p[MEMBER_AT] + group]
            if count < 2:
                continue
            picks = p[PICKS] + group
            was = d[picks]
            d[picks] = (was + 1 + draw(p, d, count - 1)) % count
        else:
            start, settled, shifted = move(p, d, kind)
            if start == ABSENT:
                continue
        copy(p, d, trial, p[MARKS] + start * size)
        if decode(p, d, start, settled, shifted) and better(p, d, state, trial) <= 0:
            idle = 0 if ahead(p, d, trial, state) else idle
            keep_trial(p, d, start)
        elif picks != ABSENT:
            d[picks] = was


def stands(p: Ints, d: Ints, s: int, work: int) -> bool:
    """Return whether all that the work rests on is not gone and done before it starts."""
    w = HEADER + work * WIDTH
    gone, begins = p[GONE], s + BEGIN
    for at in range(p[w + REQUIRES_AT], p[w + WIDTH + REQUIRES_AT]):
        if d[gone + p[at]]:
            return False
    for group in range(p[w + GROUP_AT], p[w + WIDTH + GROUP_AT]):
        found = False
        for at in range(p[p[MEMBER_AT] + group], p[p[MEMBER_AT] + group + 1]):
            other = p[at]
            in_time = d[begins + other] + p[HEADER + other * WIDTH + MONTHS] <= d[begins + work]
            found = found or (in_time and not d[gone + other])
        if not found:
            return False
    return True


def without(p: Ints, d: Ints, s: int, work: int, target: int) -> None:
    """Write the schedule without the work and all that cannot stand without it."""
    gone, begins = p[GONE], s + BEGIN
    clear(p, d, target)
    for other in range(p[WORKS]):
        d[gone + other] = 1 if other == work or d[begins + other] == ABSENT else 0
    changed = True
    while changed:
        changed = False
        for other in range(p[WORKS]):
            if not d[gone + other] and not stands(p, d, s, other):
                d[gone + other] = 1
                changed = True
    for other in range(p[WORKS]):
        if not d[gone + other]:
            add(p, d, target, other, d[begins + other])


def strip(p: Ints, d: Ints) -> None:
    """Take out works whose removal, with what rests on them, loses nothing; the dearest first, until none is left."""
    state, trial, kept = p[STATE], p[TRIAL], p[KEPT]
    while True:
        dearest = ABSENT
        for work in range(p[WORKS]):
            if d[state + BEGIN + work] == ABSENT:
                continue
            without(p, d, state, work, trial)
            price = d[state + COSTS] - d[trial + COSTS]
            w = HEADER + work * WIDTH
            needless = not p[w + CALLED] and price == p[w + PRICE]
            idle = needless or d[trial + VALUE] >= d[state + VALUE]
            kept_up = d[trial + PINS] == d[state + PINS] and d[trial + MET] == d[state + MET]
            if idle and kept_up and price > dearest:
                dearest = price
                copy(p, d, kept, trial)
        if dearest == ABSENT:
            return
        copy(p, d, state, kept)


def dearer(p: Ints, work: int, one: int, other: int) -> bool:
    """Return whether a start in the first month is charged more than one in the second."""
    tolls = p[TOLL] + work * p[YEARS]
    return p[tolls + one // 12] > p[tolls + other // 12]


def pull_forward(p: Ints, d: Ints) -> None:
    """Start each work as early as it fits beside the others, until none can; not those under a year's floor."""
    state, begins = p[STATE], p[STATE] + BEGIN
    moved = True
    while moved:
        moved = False
        for begin in range(1, 12 * p[YEARS]):
            for work in range(p[WORKS]):
                w = HEADER + work * WIDTH
                if d[begins + work] == begin and p[w + WISH_AT] == p[w + WIDTH + WISH_AT]:
                    take(p, d, state, work, begin, -1)
                    sooner = earliest(p, d, state, work, ready(p, d, state, work))
                    sooner = begin if sooner == ABSENT else min(begin, sooner)
                    if p[TOLL] and dearer(p, work, sooner, begin):
                        sooner = begin
                    take(p, d, state, work, sooner, 1)
                    d[begins + work] = sooner
                    moved = moved or sooner < begin
    without(p, d, state, ABSENT, p[TRIAL])  # nothing: counts anew what each closes
    copy(p, d, state, p[TRIAL])


def lowest_lost(p: Ints, d: Ints, one: int, other: int) -> int:
    """Return the lowest tier in which the second state has less than the first; the number of tiers for none."""
    for tier in range(p[TIERS]):
        if d[other + p[TIER] + tier] < d[one + p[TIER] + tier]:
            return tier
    return p[TIERS]


def lowest_served(p: Ints, d: Ints, unit: int) -> int:
    """Return the lowest tier that works of the unit which are not planned serve; the number of tiers for none."""
    lowest = p[TIERS]
    for at in range(p[p[UNIT_AT] + unit], p[p[UNIT_AT] + unit + 1]):
        if d[p[STATE] + BEGIN + p[at]] == ABSENT:
            lowest = min(lowest, p[HEADER + p[at] * WIDTH + LOWEST])
    return lowest


def mend(p: Ints, d: Ints) -> bool:
    """Let units in that stay out while works of higher tiers alone hold their place; return whether one came in.

    Each work is taken out in turn, with what rests on it; units of a tier below all that is lost enter instead, where
    that gives more.
    """
    state, trial, kept, mended = p[STATE], p[TRIAL], p[KEPT], False
    for work in range(p[WORKS]):
        if d[state + BEGIN + work] == ABSENT:
            continue
        without(p, d, state, work, kept)
        if d[kept + PINS] < d[state + PINS] or d[kept + MET] < d[state + MET]:
            continue
        tier = lowest_lost(p, d, state, kept)
        for unit in range(p[UNITS]):
            if lowest_served(p, d, unit) < tier:
                copy(p, d, trial, kept)
                if enter(p, d, trial, unit, kept) and ahead(p, d, trial, state) > 0:
                    copy(p, d, state, trial)
                    mended = True
                    break
    for unit in range(p[UNITS] if mended else 0):
        copy(p, d, trial, state)
        if enter(p, d, trial, unit, state) and gains(d, trial, state):
            copy(p, d, state, trial)
    return mended


def run(p: Ints, d: Ints, exponents: Ints, moves: int, seed: int) -> None:
    """Leave the best schedule found in the desk's STATE: from each exponent's order, at most `moves` a unit."""
    d[p[RANDOM]] = seed & WORD
    d[p[MIXING]] = p[MIX]
    clear(p, d, p[STATE])
    clear(p, d, p[BEST])
    for number in range(len(exponents) if p[UNITS] else 0):
        for group in range(p[GROUPS]):
            d[p[PICKS] + group] = 0
        for work in range(p[WORKS] if p[TOLL] else 0):
            d[p[WAIT] + work] = 0
        d[p[MIXING]] = p[MIX] + number * p[TIERS]
        construct(p, d, exponents[number])
        improve(p, d, moves)
        if number == 0 or better(p, d, p[STATE], p[BEST]) > 0:
            copy(p, d, p[BEST], p[STATE])
    without(p, d, p[BEST], ABSENT, p[STATE])  # nothing: its value in the last mix
    strip(p, d)
    pull_forward(p, d)
    while p[TIERS] and mend(p, d):
        strip(p, d)
        pull_forward(p, d)
