"""`amends evaluate patterns`."""

from __future__ import annotations

import json

from click.testing import CliRunner

from amends.cli.main import main


def test_it_says_what_is_looked_for_and_when() -> None:
    result = CliRunner().invoke(main, ["evaluate", "patterns"])
    plan = json.loads(result.output)
    assert (len(plan["conditions"]), plan["conditions"][0]) == (19, "monday")
    assert plan["looks"][:2] == [{"promises": 45, "share": 0.060793}, {"promises": 68, "share": 0.015198}]
    assert plan["looks_at_guesses"][0]["promises"] == 20


def test_it_measures_on_invented_people() -> None:
    """Three are enough to see that every part is there, and that the same people give the same."""
    asked = ["evaluate", "patterns", "--simulate", "--people", "3", "--seed", "2"]
    result = CliRunner().invoke(main, asked)
    found = json.loads(result.output)
    assert found["people"] == 3
    assert set(found["one_look_at_80"]) == {"possible", "likely", "fisher_mid_p_and_bh"}
    assert set(found["looks_40_points"]) == {"60", "120", "240"}
    assert set(found["two_guesses_40_points"]) == {"30", "60", "120"}
    assert 0 <= found["one_look_at_80_with_drift"]["possible"]["fdr"] <= 1


def test_a_wrong_number_gets_one_line_and_exit_code_2() -> None:
    result = CliRunner().invoke(main, ["evaluate", "patterns", "--people", "none"])
    assert result.exit_code == 2
    assert "--people" in result.output
