"""Rupiah: what people type is read exactly or refused with the reason; what is written is read back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.language.errors import UsageError
from recommender.language.money import LARGEST_AMOUNT, format_rupiah, format_short_rupiah, parse_rupiah

AMOUNTS = st.integers(0, LARGEST_AMOUNT)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("330000000", 330_000_000),
        ("330_000_000", 330_000_000),
        ("330.000.000", 330_000_000),
        ("330jt", 330_000_000),
        ("330 JT", 330_000_000),
        ("330 juta", 330_000_000),
        ("750rb", 750_000),
        ("750 ribu", 750_000),
        ("1,2miliar", 1_200_000_000),
        ("1,25 miliar", 1_250_000_000),
        ("0,5 triliun", 500_000_000_000),
        ("1.250,5 jt", 1_250_500_000),
        ("Rp330.000.000", 330_000_000),
        ("Rp. 330 jt", 330_000_000),
        ("  5jt ", 5_000_000),
        ("1000 triliun", LARGEST_AMOUNT),
        ("5,0", 5),
    ],
)
def test_amounts_as_people_type_them(text, amount):
    assert parse_rupiah(text) == amount


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("330M", "10^9"),
        ("1,2 m", "10^9"),
        ("Rp5M", "10^9"),
        ("-5jt", "negative"),
        ("-1", "negative"),
        ("", "330_000_000"),
        ("jt", "330_000_000"),
        ("five", "330_000_000"),
        ("1.5jt", "330_000_000"),  # a dot groups thousands; nobody can tell whether 1,5 was meant
        ("1,000,000", "330_000_000"),
        ("12.34.567", "330_000_000"),
        ("330 bn", "330_000_000"),
        ("330jt jt", "330_000_000"),
        ("1e9", "330_000_000"),
        ("inf", "330_000_000"),
        ("nan", "330_000_000"),
        ("0,5", "whole"),
        ("1,0005rb", "whole"),
        ("1001 triliun", "zeros"),
        ("9" * 6000, ""),
        ("330juta\nrupiah", "330_000_000"),
    ],
)
def test_anything_else_is_refused_with_the_reason(text, why):
    with pytest.raises(UsageError) as refused:
        parse_rupiah(text)
    (problem,) = refused.value.problems
    assert why in problem.message
    assert problem.message_id


@given(AMOUNTS, st.sampled_from(["id", "en"]))
def test_what_is_written_in_indonesian_is_read_back(amount, lang):
    written = format_rupiah(amount, lang)
    assert int(re.sub(r"\D", "", written)) == amount
    assert format_rupiah(-amount, lang) == (f"-{written}" if amount else written)
    if lang == "id":
        assert parse_rupiah(written) == amount


@given(AMOUNTS, st.sampled_from(["_", ".", ""]))
def test_groups_do_not_change_an_amount(amount, sign):
    assert parse_rupiah(f"{amount:,}".replace(",", sign)) == amount


@given(st.integers(0, 10**6 - 1), st.integers(0, 999), st.sampled_from([("rb", 3), ("jt", 6), ("miliar", 9)]))
def test_decimals_of_a_multiple_are_exact(whole, thousandths, multiple):
    word, zeros = multiple
    assert parse_rupiah(f"{whole},{thousandths:03d} {word}") == (whole * 1000 + thousandths) * 10 ** (zeros - 3)


@given(AMOUNTS)
def test_short_form_is_near_short_and_never_a_bare_m(amount):
    written = format_short_rupiah(amount)
    assert not re.search(r"\d\s*M$", written)
    number, _, word = written.removeprefix("Rp").partition(" ")
    assert len(number.replace(",", "")) <= 4  # one thousand triliun at most
    units = {"": 1, "rb": 10**3, "jt": 10**6, "miliar": 10**9, "triliun": 10**12}
    shown = float(number.replace(",", ".")) * units[word]
    assert abs(shown - amount) <= amount * 0.005 + 1


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (999, "Rp999"),
        (1000, "Rp1 rb"),
        (999_499, "Rp999 rb"),
        (999_500, "Rp1 jt"),
        (999_999_999, "Rp1 miliar"),
        (12_500_000, "Rp12,5 jt"),
        (-12_500_000, "-Rp12,5 jt"),
        (330_000_000, "Rp330 jt"),
    ],
)
def test_short_form_at_the_edges_of_its_units(amount, written):
    assert format_short_rupiah(amount) == written
