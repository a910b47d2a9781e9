"""Figures and sentences that fit a question, beside others with as many of its words; invented papers."""

from collections.abc import Iterator

import pytest

from kb import KnowledgeBase
from kb.answering.forms import Kind
from kb.answering.question import understand
from tests.answers import holding

MARKET = """荆门小商品上半年交易额超700亿元

来源：荆门日报
2025-07-20

记者获悉，今年上半年全市小商品交易额达712.6亿元，同比增长9%。全市企业在境外运营展厅152个。
截至6月底，在荆门居住的外商有1.6万名，较年初增加900名。
到2027年，全市年接待境外游客达到320万人次，改造酒店客房4万间。
酒店不得拒绝接待境外游客，应当在客人入住后12小时内报送登记信息。
建设8个小商品加工园，制定商品标准14项；园区企业年营业收入达到90亿元。建设智慧仓库25座。
"""
FUND = """荆门市仓储专项资金管理办法

第一条 市级每年安排专项资金3亿元。对完成第Ⅱ期改造的2类仓库，给予最高70万元资助。
第二条 仓库评为二星级的，资助比例提高到45%。
第三条 “云仓”是指由多个仓库联网组成的仓储服务体系。推广“云仓”模式。
第四条 示范仓库的培育期为4年。掇刀区重点发展冷链仓库。
第五条 快充车位按每千瓦90元补助，单个项目最高25万元。
第六条 冷库租金可减免60%，冷库面积不少于800平方米。选择6所学校开设仓储专业。
第七条 仓库门前道路长3公里。每日停车收费不超过8元。
第八条 示范市场由5家增加到11家。一档摊位月租金900元，二档摊位月租金700元。
第九条 截至2024年底，全市仓库供冷装机9600千瓦，到2027年超过1.5万千瓦。
"""
FIELDS = """Field Plan of Baicheng

Officials say the average depth of the topsoil has grown from 18 centimeters to 27 centimeters.
Baicheng held 640 village fairs in 2024, of which 35 were regional or national.
The city harvested 3.1 million tonnes of maize in 2024, about 2.4% of the national total.
Build 12 irrigation districts, each covering no less than 30,000 mu.
In all 900,000 mu shall be irrigated.
"""
SUBSIDY = """荆门市智能仓库补助通知

一、补助标准
新建智慧仓库按设备投资的20%补助，单个项目最高45万元。
二、申报材料
仓库产权证明、设备发票、消防验收意见和现场照片。
三、办理程序
2025年8月31日前向市商务局提交申请，逾期不予受理。
（责任单位：市商务局、市财政局）
"""
NATION = """商务部负责人解读商品市场三年行动计划

问：商品市场如何布局？
答：到2027年，全国重点商品市场数字化覆盖率超过50%，支持企业建设海外仓。
问：商品检测是如何考虑的？
答：依托现有机构建立三个国家商品检测中心，公布检测方法。
"""
CITY = """白城市商品市场行动方案

到2027年，重点商品市场数字化覆盖率达到85%，创建国家级商品市场4家。
开展展览、仓储、金融、商品检测服务。
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    texts = {
        "market": MARKET,
        "fields": FIELDS,
        "subsidy": SUBSIDY,
        "nation": NATION,
        "city": CITY,
        "fund": FUND,
    }
    named = {f"{name}.txt": text for name, text in texts.items()}
    with holding(tmp_path_factory.mktemp("fitting"), named) as base:
        yield base


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What was the turnover of small commodities in Jingmen in the first half of 2025?", "71.26 billion"),
        ("How many foreign business people live in Jingmen?", "16,000"),
        ("Is it true that Jingmen aims for 2 million overseas visitors a year by 2027?", "No: 3.2 million"),
        ("How deep has the topsoil in Baicheng become?", "27 centimetres"),
        ("Is it true that 35 regional or national village fairs were held in Baicheng in 2024?", "Yes: 35"),
        ("What share of the national maize total did Baicheng harvest in 2024?", "2.4%"),
        ("How many mu does each irrigation district in Baicheng cover?", "30,000"),
        ("荆门市级每年安排多少专项资金？", "3亿元"),
        ("How much is paid for a Class 2 warehouse in Jingmen that has finished Phase II?", "700,000"),
        ("示范仓库的培育期有多长？", "4年"),
        (
            "Does the incubation period of a model warehouse in Jingmen last for only two years?",
            "No: 4 years",
        ),
        ("荆门对快充车位的补助是不是每千瓦60元？", "不是：90元"),
        ("荆门冷库的租金可以减免多少？", "60%"),
        ("商务部的行动计划提出，到2027年重点商品市场数字化覆盖率要超过多少？", "50%"),
        ("白城市到2027年重点商品市场数字化覆盖率要达到多少？", "85%"),
    ],
)
def test_the_figure_that_fits_is_told(papers: KnowledgeBase, question: str, said: str) -> None:
    assert said in (papers.ask(question)["answer"] or "")


def test_what_was_before_is_no_threshold(papers: KnowledgeBase) -> None:
    assert "18" not in papers.ask("How deep has the topsoil in Baicheng become?")["answer"]


@pytest.mark.parametrize(
    "question",
    [
        "How many jobs should Jingmen's eight commodity processing parks create?",
        "荆门小商品的出口额是多少？",
        "荆门的60座智慧仓库年营业收入达到多少？",
        "荆门对完成第Ⅰ期改造的2类仓库最高资助多少？",
        "How large in square meters must a warehouse in Jingmen be to get the subsidy?",
        "荆门仓库门前道路的宽度是多少米？",
        "荆门仓储专业每年招收多少名学生？",
        "How much will Jingmen invest in its warehouse car parks?",
        "What market share should small commodities of Jingmen reach?",
    ],
)
def test_figures_of_another_kind_are_refused(papers: KnowledgeBase, question: str) -> None:
    assert not papers.ask(question)["answered"]


@pytest.mark.parametrize(
    ("question", "cited", "uncited"),
    [
        ("申请荆门智慧仓库补助要提交哪些材料？", "设备发票", "提交申请"),
        (
            "What papers must be handed in when applying for the subsidy on smart warehouses in Jingmen?",
            "设备发票",
            "8月31日",
        ),
        ("What must hotels in Jingmen do when overseas guests check in?", "不得拒绝", "320万"),
        ("商务部的行动计划对商品检测有什么安排？", "三个国家商品检测中心", "仓储"),
        ("荆门市的通知对智慧仓库补助有什么规定？", "20%", "责任单位"),
        ("荆门的“云仓”是什么意思？", "是指", "培育期"),
        ("What is Duodao District supposed to develop?", "冷链", "云仓"),
    ],
)
def test_the_sentence_that_fits_is_cited(
    papers: KnowledgeBase, question: str, cited: str, uncited: str
) -> None:
    first = papers.ask(question)["citations"][0]["quote"]["text"]
    assert cited in first
    assert uncited not in first


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What must a hotel do when guests check in?", Kind.CONTENT),
        ("Is it true that hotels report guests when they check in?", Kind.TRUTH),
        ("When a guest checks in, who must report it?", Kind.RESPONSIBLE),
        ("When must hotels report their guests?", Kind.DEADLINE),
        ("The hotels must report by when?", Kind.DEADLINE),
        ("Hotels must be rebuilt, but when?", Kind.DEADLINE),
    ],
)
def test_when_asks_for_a_time_only_where_it_leads(question: str, kind: Kind) -> None:
    assert understand(question).kind is kind


def test_a_refusal_names_a_grade_as_it_was_asked(papers: KnowledgeBase) -> None:
    refused = papers.ask("How much is paid for a warehouse in Jingmen of the third-tier?")
    assert "third-tier" in refused["missing"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("荆门的示范市场由几家扩大到多少家？", "11家"),
        ("What is the monthly rent of a second-tier stall in Jingmen?", "700"),
        ("荆门2024年底仓库供冷装机有多少千瓦？", "9600千瓦"),
    ],
)
def test_what_is_meant_is_told_from_what_stands_beside_it(
    papers: KnowledgeBase, question: str, said: str
) -> None:
    assert said in (papers.ask(question)["answer"] or "")


def test_the_notice_itself_is_meant_by_who_issued_it_and_when() -> None:
    for question in ("补贴申报通知由谁发布、什么时候发布？", "补助办法是由谁、在什么时候印发的？"):
        assert understand(question).kind in (Kind.ISSUED, Kind.ISSUER)


def test_a_length_is_asked_for_by_its_adjective() -> None:
    for question in ("How thick is the ice?", "How far is the port?", "水深多深？", "道路有多宽？"):
        assert understand(question).units == {"length"}
