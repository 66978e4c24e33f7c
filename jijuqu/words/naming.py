"""What is said about the names of clusters and the credit codes of organisations."""

from __future__ import annotations

from jijuqu.words.text import Text

NAMES = {
    "name_district_missing": Text(
        "名称缺少区县：应为“区县+主导产业+中小企业集聚区”（{clause}）。请选择区县。",
        "The name lacks its district: it is district + leading industry + 中小企业集聚区 ({clause}). Choose the district.",
    ),
    "name_industry_missing": Text(
        "名称缺少主导产业：应为“区县+主导产业+中小企业集聚区”（{clause}）。请填写主导产业，如“智能家居”。",
        "The name lacks its leading industry: it is district + leading industry + 中小企业集聚区 ({clause}). Give the "
        "industry, such as 智能家居.",
    ),
    "name_industry_repeats": Text(
        "主导产业“{industry}”中已含“{part}”，名称会重复（{clause}）。请去掉。",
        "The industry “{industry}” already holds “{part}”, which the name would repeat ({clause}). Take it out.",
    ),
    "name_industry_several": Text(
        "主导产业“{industry}”像是多个产业，而每个集聚区重点培育1个（{clause}）。请只保留1个。",
        "The industry “{industry}” reads like several, but each cluster fosters one ({clause}). Keep one.",
    ),
    "name_odd_character": Text(
        "主导产业的第{position}个字符“{character}”（{code_point}）不能用于名称（{clause}）。请只用汉字、字母和数字。",
        "Character {position} of the industry, “{character}” ({code_point}), cannot stand in a name ({clause}). Use "
        "Chinese characters, letters and digits only.",
    ),
    "name_too_long": Text(
        "主导产业“{industry}”超过{limit}个字，不便用作名称（{clause}）。请用简称。",
        "The industry “{industry}” is over {limit} characters, too long for a name ({clause}). Shorten it.",
    ),
}
CREDIT_CODES = {
    "credit_code_length": Text(
        "统一社会信用代码应为18位，现为{length}位。请对照证照核对。",
        "A unified social credit code has 18 characters, not {length}. Check it against the certificate.",
    ),
    "credit_code_character": Text(
        "统一社会信用代码第{position}位“{character}”不可用（代码不用字母I、O、S、V、Z）。请对照证照核对。",
        "Character {position} of the credit code, “{character}”, is not used (no I, O, S, V, Z). Check it against the "
        "certificate.",
    ),
    "credit_code_lookalike": Text(
        "统一社会信用代码第{position}位“{character}”不可用，是否为“{likely}”？请对照证照核对。",
        "Character {position} of the credit code, “{character}”, is not used; is it “{likely}”? Check it against the "
        "certificate.",
    ),
    "credit_code_division": Text(
        "统一社会信用代码第3至8位“{division}”应为数字（登记机关行政区划）。请对照证照核对。",
        "Characters 3 to 8 of the credit code, “{division}”, must be digits (the division of the registering office). "
        "Check it against the certificate.",
    ),
    "credit_code_check": Text(
        "统一社会信用代码的校验位不符：有一位或几位写错。请对照证照核对。",
        "The check character of the credit code does not fit: something in it is wrong. Check it against the certificate.",
    ),
    "credit_code_organisation": Text(
        "统一社会信用代码第9至17位“{organisation}”的校验位不符。请对照证照核对。",
        "Characters 9 to 17 of the credit code, “{organisation}”, do not fit their own check character. Check the code "
        "against the certificate.",
    ),
}
SENTENCES: dict[str, Text] = NAMES | CREDIT_CODES
