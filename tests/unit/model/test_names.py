"""Names of regions and bodies within an English sentence."""

import re

from macros.model.base import in_text
from macros.model.guide import Guide

WITHOUT_ARTICLE = {
    # Bodies that are called by a name of their own.
    "my-bnm", "id-bi", "id-laps-sjk", "nz-fscl", "nz-netsafe", "au-idcare", "au-reportcyber", "eu-europe-direct",
    "uk-report-fraud", "uk-police-scotland", "uk-159", "ae-sanadak",
}  # fmt: skip


def test_a_body_has_its_article_in_a_sentence_unless_it_is_known_to_have_none(guide: Guide):
    bare = {
        body.id
        for region in guide.regions
        for body in region.bodies
        if not re.match(r"(the|a|your|my) ", in_text(body, "en"))
    }
    assert bare == WITHOUT_ARTICLE


def test_a_region_has_its_article_in_a_sentence(guide: Guide):
    said = {region.id: in_text(region, "en") for region in guide.regions}
    assert {id for id, name in said.items() if name.startswith("the ")} == {"uk", "us", "eu", "ph", "ae"}
    assert {id for id, name in said.items() if "SAR" in name} == set()


def test_in_chinese_a_name_is_the_same_everywhere_unless_the_provider_decides_which_it_is(guide: Guide):
    named = (*guide.regions, *(body for region in guide.regions for body in region.bodies))
    other = {each.id for each in named if in_text(each, "zh") != each.name.zh}
    assert other == {"br-ouvidoria", "ca-obsi", "cn-pboc", "eu-fin-net", "nz-scheme"}
