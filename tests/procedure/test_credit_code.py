"""Unified social credit codes: real ones pass, and no single wrong character does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jijuqu.procedure.credit_code import ALPHABET, code_problems, normalised
from jijuqu.words.said import say

REAL = [
    "914403001922038216",  # 华为技术有限公司
    "9144030071526726XG",  # 深圳市腾讯计算机系统有限公司
    "91330100799655058B",  # 阿里巴巴（中国）有限公司
    "91110108551385082Q",  # 小米科技有限责任公司
    "91110000600037341L",
    "121200004013590816",  # a public institution
    "91620105L015101280",  # an organisation code that begins with a letter
    "92340621MA2UK3PJXE",  # a sole trader
    "91350100M000100Y43",  # the example that goes with the standard
]


def codes(code):
    return [problem.code for problem in code_problems(code)]


def checked_by_powers_of_three(seventeen):
    """The 18th character by the standard's own formula: 31 less the sum of value times 3 to the place, modulo 31."""
    total = sum(ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(seventeen))
    return seventeen + ALPHABET[(31 - total % 31) % 31]


@pytest.mark.parametrize("code", REAL)
def test_real_codes_pass(code):
    assert code_problems(code) == ()
    assert checked_by_powers_of_three(code[:17]) == code


@pytest.mark.parametrize("code", REAL)
def test_every_single_wrong_character_is_noticed(code):
    for place in range(18):
        for sign in set(ALPHABET) - {code[place]}:
            assert code_problems(code[:place] + sign + code[place + 1 :]), (place, sign)


@given(st.sampled_from(REAL), st.integers(0, 16))
def test_two_neighbours_changed_about_are_noticed(code, place):
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert bool(code_problems(swapped)) is (swapped != code)


@given(st.text(ALPHABET, min_size=17, max_size=17))
def test_a_check_character_that_fits_is_never_called_wrong(seventeen):
    assert "credit_code_check" not in codes(checked_by_powers_of_three(seventeen))


def test_letters_may_stand_in_the_first_two_places():
    rural_collective = checked_by_powers_of_three("N2500155" + "MF123456" + organisation_check("MF123456"))
    assert codes(rural_collective) == []


def organisation_check(eight):
    """The ninth character of an organisation code, by the sum that must come to 0 modulo 11."""
    weights, signs = (3, 7, 9, 10, 5, 8, 4, 2), "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    total = sum(weight * signs.index(sign) for weight, sign in zip(weights, eight, strict=True))
    return next("0123456789X"[c] for c in range(11) if (total + c) % 11 == 0)


@pytest.mark.parametrize("code", REAL)
def test_the_organisation_code_has_a_check_of_its_own(code):
    assert organisation_check(code[8:16]) == code[16]
    other = "1" if code[16] != "1" else "2"
    assert codes(checked_by_powers_of_three(code[:16] + other)) == ["credit_code_organisation"]


@pytest.mark.parametrize(
    ("code", "problems"),
    [
        ("", ["credit_code_length"]),
        ("12345", ["credit_code_length"]),
        ("914403001922038216" * 2, ["credit_code_length"]),
        ("9144O3001922O38216", ["credit_code_lookalike", "credit_code_lookalike"]),
        ("91440300192203821!", ["credit_code_character"]),
        ("9144030019220382１6", []),  # a digit of full width
        ("91440A001922038216", ["credit_code_division"]),
        ("914403001922038217", ["credit_code_check"]),
        ("9144 0300 1922 0382-16 ", []),
        ("9144030071526726xg", []),
    ],
)
def test_what_is_wrong_is_named(code, problems):
    assert codes(code) == problems


def test_a_letter_that_is_never_used_comes_with_the_likely_digit():
    assert say(code_problems("9144O3001922038216")[0], "zh").startswith("统一社会信用代码第5位“O”不可用，是否为“0”？")


def test_a_code_is_kept_in_capitals_without_gaps():
    assert normalised(" 9144 0300-71526726xg") == "9144030071526726XG"


@given(st.text(max_size=25))
def test_any_text_gets_an_answer(text):
    for problem in code_problems(text):
        assert say(problem, "zh").endswith("。")
        assert say(problem, "en").endswith(".")
