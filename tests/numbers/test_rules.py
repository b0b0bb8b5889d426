"""Every row of the tables of rules: its rule fires on its example, and gives what the row says."""

from collections import Counter

import pytest

from pressroom.numbers.explain import row, rows, summarize
from pressroom.numbers.quantities import analyze

RULES = [each.rule for each in rows()]


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_the_rule_of_a_row_fires_on_its_example_and_gives_what_the_row_says(rule):
    found = analyze(rule.example, rule.lang)
    fired = [summarize(one) for one in (*found.quantities, *found.vague) if rule.name in one.rules]
    fired += [
        f"{rule.example[one.start : one.end]}: {one.reason}"
        for one in found.excluded
        if one.rule == rule.name
    ]
    every = [(summarize(one), one.rules) for one in found.quantities]
    assert rule.expect in fired, every


def test_a_rule_of_two_numbers_is_told_of_each_that_it_changes():
    first, second = analyze("The share rose from 12 to 19 per cent.").quantities
    assert first.rules == ("qualifiers.origin", "comparisons.change-with-kind")
    assert second.rules == ("measures.unit", "roles.level", "comparisons.change-with-kind")
    first, second = analyze("There were 120 cases, up from 90.").quantities
    assert "comparisons.was" in first.rules
    assert "comparisons.was" not in second.rules
    first, second = analyze("It fell from 90 cases to 40.").quantities
    assert "comparisons.change" in second.rules


def test_every_rule_has_a_name_of_its_own_and_an_example():
    names = Counter(rule.name for rule in RULES)
    assert [name for name, count in names.items() if count > 1] == []
    assert [rule.name for rule in RULES if not rule.example or not rule.expect] == []


def test_a_row_is_found_by_the_name_of_its_rule_at_its_line():
    found = row("joining.tolerance")
    assert (found.module, found.rule.example) == (
        "numbers/measuring/joining.py",
        "The rod is 1.5 ± 0.1 mm thick.",
    )
    assert found.line > 1
    with pytest.raises(KeyError):
        row("joining.nothing")
