import pytest

from kb import KnowledgeBase
from kb.answering.events import Event
from kb.answering.stated import told


def _told(tmp_path_factory: pytest.TempPathFactory, line: str, event: Event) -> list[str]:
    """Return what a plan with one more line says of an event."""
    zh = any(c > "\u3400" for c in line)
    title = "台山市鳗鱼养殖管理办法" if zh else "Measures of Taishan on Eel Farming"
    folder = tmp_path_factory.mktemp("paper")
    source = folder / "paper.txt"
    source.write_text(
        f"{title}\n\n{'一、养殖场应当登记。' if zh else 'Article 1. Farms shall be on the list.'}\n{line}\n"
    )
    with KnowledgeBase(folder / "home") as base:
        list(base.add([source]))
        return [t.words for d in base.held.values() for t in told(d, event)]


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("本办法自2026年4月1日起施行。", Event.EFFECT),
        ("二、本办法自发布之日起30日后施行，试行两年。", Event.EFFECT),
        ("These Measures shall come into force on 1 June 2026.", Event.EFFECT),
        ("On 1 July 2026 the measures take effect.", Event.EFFECT),
        ("本办法有效期至2029年3月31日。", Event.EXPIRY),
        ("本办法执行期限为2026年4月1日至2029年3月31日。", Event.EXPIRY),
        ("The Measures lapse on 31 July 2029.", Event.EXPIRY),
        ("（2026年2月3日台山市人民政府第9次常务会议通过）", Event.ADOPTED),
        ("Taishan Bureau of Agriculture; adopted March 12, 2026", Event.ADOPTED),
        ("本办法于2026年2月10日印发。", Event.ISSUED),
        ("申请人于每年5月1日至5月31日提交材料。", Event.APPLYING),
        ("Applications close on 30 November each year.", Event.APPLYING),
    ],
)
def test_a_paper_says_what_befalls_it(
    tmp_path_factory: pytest.TempPathFactory, line: str, event: Event
) -> None:
    assert _told(tmp_path_factory, line, event)


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("依照本办法取得的养殖许可有效期3年。", Event.EXPIRY),
        ("Licences under these Measures are valid for three years.", Event.EXPIRY),
        ("新建养殖场自2027年1月1日起执行新的尾水限值。", Event.EFFECT),
        ("《台山市鱼塘补贴办法》自2020年1月1日起施行。", Event.EFFECT),
        ("The pond water limits of 2027 may be made stricter.", Event.EFFECT),
        ("首批养殖场名单2026年5月公布。", Event.ISSUED),
        ("2026年度申报项目共12个。", Event.APPLYING),
        ("The hatchery will be finished by 30 June 2027.", Event.EXPIRY),
    ],
)
def test_what_befalls_something_else_is_left_alone(
    tmp_path_factory: pytest.TempPathFactory, line: str, event: Event
) -> None:
    assert not _told(tmp_path_factory, line, event)
