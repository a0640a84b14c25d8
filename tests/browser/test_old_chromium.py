"""The guide in Chromiums of years ago: reading, ticking, a letter and a case, done as `make hostile` does them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from tools.browsers.engines import absent
from tools.hostile.environments import ENVIRONMENTS, Environment, Site
from tools.hostile.tasks import TASKS, Task, carry_case, copy, keep_contact, read_first_step, tick
from tools.hostile.verdict import Verdict, judge

WORLDS = [world for world in ENVIRONMENTS if world.old]
GONE = (read_first_step, tick, copy, keep_contact, carry_case)
"""Reading, ticking, the letter that is filled in and copied, the case that is kept and carried."""


@pytest.fixture(params=WORLDS, ids=lambda world: world.old.name)
def world(request: pytest.FixtureRequest) -> Environment:
    if missing := request.param.old.missing():
        pytest.skip(f"{request.param.old.name}: {absent([missing])}")
    return request.param


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("task", [task for task in TASKS if task.go in GONE], ids=lambda task: task.name)
def test_an_old_phone_does_what_a_new_one_does(
    world: Environment, browser: Browser, site: Path, address: str, guide: Guide, task: Task, language: Language
):
    with world.reader(Site(site, address, guide, lambda flags: browser), language) as reader:
        cell = judge(task, reader)
    assert cell.verdict is Verdict.DONE, cell.why
