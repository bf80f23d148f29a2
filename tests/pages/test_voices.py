"""Who speaks of a topic, on the creators page."""


def test_a_topic_has_a_ranking_of_its_own_with_the_posts(open_shop) -> None:
    visit = open_shop("creators")
    visit.session_state["creators_view"] = "Topic voice"
    visit.run()
    visit.text_input(key="voices_topic").set_value("tea").run()
    assert not visit.exception
    assert any("says most about tea" in one.value for one in visit.markdown)
    assert {"Topic voice", "Posts about it"} <= set(visit.dataframe[0].value.columns)
    visit.text_input(key="voices_topic").set_value("zeppelins").run()
    assert any("No caption here is about zeppelins" in one.value for one in visit.markdown)
