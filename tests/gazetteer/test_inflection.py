"""Inflection: forms that must be made; more are made than exist."""

from __future__ import annotations

import pytest

from onrecord.gazetteer.inflection import adjective_forms, name_forms


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [
        ("Казахстан", "ru", "Казахстана"),
        ("Республика Казахстан", "ru", "Республике Казахстан"),
        ("Российская Федерация", "ru", "Российской Федерации"),
        ("Босния и Герцеговина", "ru", "Боснии и Герцеговины"),
        ("Объединённые Арабские Эмираты", "ru", "Объединённых Арабских Эмиратов"),
        ("Коста-Рика", "ru", "Коста-Рики"),
        ("Гвинея-Бисау", "ru", "Гвинеи-Бисау"),
        ("Нидерланды", "ru", "Нидерландах"),
        ("Ново-Огарёво", "ru", "Ново-Огарёве"),
        ("Київ", "uk", "Києва"),
        ("Львів", "uk", "Львові"),
        ("Сполучені Штати", "uk", "Сполучених Штатів"),
        ("Kasachstan", "de", "Kasachstans"),
        ("Russische Föderation", "de", "Russischen Föderation"),
        ("كازاخستان", "ar", "وكازاخستان"),
    ],
)
def test_names(name: str, language: str, form: str) -> None:
    assert form in name_forms(name, language)


@pytest.mark.parametrize(
    ("adjective", "language", "form"),
    [
        ("казахстанский", "ru", "казахстанской"),
        ("российский", "ru", "российско"),
        ("український", "uk", "українського"),
        ("kasachisch", "de", "kasachischen"),
        ("français", "fr", "françaises"),
        ("grec", "fr", "grecque"),
        ("francés", "es", "francesa"),
    ],
)
def test_adjectives(adjective: str, language: str, form: str) -> None:
    assert form in adjective_forms(adjective, language)


def test_what_does_not_inflect_stays() -> None:
    assert name_forms("Kazakhstan", "en") == ("Kazakhstan",)
    assert "Никарагуы" not in name_forms("Никарагуа", "ru")
    assert name_forms("Berlin", "fr") == ("Berlin",)
