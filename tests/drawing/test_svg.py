from waarborg.drawing.svg import drawing, element


def test_a_text_with_markup_is_escaped() -> None:
    picture = drawing(10, 10, "a < b", "", element("text", "<script>", class_="label"))
    assert "<script>" not in picture
    assert '<text class="label">&lt;script&gt;</text>' in picture
