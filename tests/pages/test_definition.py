"""One switch says how engagement is counted, and every page follows."""


def test_the_switch_on_the_engagement_page_moves_the_others(open_shop) -> None:
    visit = open_shop("engagement")
    visit.selectbox(key="definition_by").select("views").run()
    assert any("none is drawn beside" in one.value for one in visit.caption)
    visit.switch_page("pages/creators.py").run()
    assert any("Engagement rate by views" in one.value for one in visit.caption)
    visit.query_params["workspace_tab"] = "Scales"
    visit.switch_page("pages/workspace.py").run()
    boxes = {box.label: box.value for box in visit.selectbox}
    assert boxes["Reactions divided by"] == "views"
    assert not visit.exception
