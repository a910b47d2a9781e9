"""The README cannot lie: its sessions are run, in order, in one home."""

from pathlib import Path

import pytest

from tests.sessions import README, ROOT, run, sessions


def test_every_session_of_the_readme_prints_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    told = sessions(README.read_text("utf-8"))
    assert len(told) >= 6
    for session in told:
        assert run(session.command, tmp_path) == session.printed, session.command
