"""Names that do not say of what."""

import pytest

from summarizer.offline.bareness import is_bare


@pytest.mark.parametrize(
    ("name_zh", "expected"),
    [
        pytest.param("满意率", True, id="a rate of nothing"),
        pytest.param("全年完成投资", True, id="time and verb around it"),
        pytest.param("其中满意率达", True, id="level behind it"),
        pytest.param("死亡人数下降", True, id="change behind it"),
        pytest.param("引进项目", True, id="projects of any kind"),
        pytest.param("同比增长", True, id="nothing but change"),
        pytest.param("代表建议满意率", False, id="says of what"),
        pytest.param("扶贫项目", False, id="says which"),
        pytest.param("财政收入", False, id="says whose"),
        pytest.param("地区生产总值", False, id="a name of its own"),
    ],
)
def test_bare_names(name_zh: str, expected: bool) -> None:
    assert is_bare(name_zh) is expected
