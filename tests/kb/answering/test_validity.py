"""Questions on when papers were adopted and issued, apply and expire, and when applications are taken."""

from collections.abc import Iterator

import pytest

from kb import KnowledgeBase
from kb.answering import ask
from tests.answers import holding

SOURCES = {
    "zigong.zh.txt": """自贡市彩灯产业扶持办法
自府规〔2026〕3号

第一条 本办法由市经济和信息化局、市文化广电旅游局于2026年2月11日联合印发。
第二条 彩灯企业购置数控裁剪设备的，按投资额的14%补助，单家企业最高90万元。
第三条 申报时间为每年4月1日至5月20日，逾期不予受理。
第四条 市经济和信息化局自受理截止之日起25个工作日内完成评审，结果公示6天。
第五条 彩灯检测中心应于2027年9月底前投用。
第六条 取得的示范企业称号有效期4年。
第七条 本办法自2026年3月15日起施行，有效期3年。《自贡市灯会补贴办法》同时废止。
""",
    "beihai.en.txt": """Beihai Measures for Supporting Pearl Farming

Adopted on March 3, 2026 by the Municipal Bureau of Agriculture and the Municipal Bureau of Finance

Article 1. Pearl farms may apply from May 10 to June 25 each year. Late files are not accepted.
Article 2. The nursery at Weizhou shall be completed before the end of 2028.
Article 3. Permits under these Measures are valid for two years.
Article 4. These Measures take effect on April 1, 2026 and remain in force until March 31, 2031.

To be done by 2029
- Open a pearl auction hall in Yinhai.
- Clear all rafts from the Hepu seagrass beds.
""",
    "shantou.zh.txt": """汕头玩具检测服务行动方案

主要时间表：
2027年
· 6月，建成玩具检测信息平台
· 年底前，培育设计中心8家
2028年
· 保税展示馆投入运营
""",
    "anshan.zh.txt": """鞍山推动特钢研发三年行动

来源：千山晚报 2026年7月3日

7月1日，鞍山市召开新闻发布会，介绍《鞍山市特种钢研发行动计划》。计划已于6月18日经市政府常务会议审议通过，自8月1日起实施，为期三年。
企业可从9月5日起提交研发补助申请，申请截止到10月31日，主管部门在30日内核定。
""",
    "luzhou.zh.txt": """泸州市人民政府关于印发泸州市白酒包装绿色化细则的通知
各区县人民政府：
《泸州市白酒包装绿色化细则》已经市政府同意，现印发给你们。

泸州市人民政府
2026年5月6日

泸州市白酒包装绿色化细则
一、到2029年，可回收酒瓶使用比例达到70%。
二、本细则自印发之日起施行，执行期限为2026年5月6日至2030年5月5日。
""",
    "dock.en.txt": """Nantong Plan for Shore Power at River Docks

The plan was approved by the municipal government on 14 January 2026 and issued on 20 January 2026.

Document No. TGF [2026] 12

The first connection point at Fuqiao is to open in October 2026.
This plan has a term of five years.
""",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """A base that holds six papers of other trades, in both languages."""
    with holding(tmp_path_factory.mktemp("papers"), SOURCES) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("自贡彩灯办法什么时候起施行？", ["2026年3月15日"]),
        ("自贡彩灯产业扶持办法有效期几年？", ["3年"]),
        ("When does Zigong's lantern scheme take effect?", ["15 March 2026"]),
        ("Until when are Zigong's lantern measures valid?", ["15 March 2026", "3 years"]),
        ("北海珍珠养殖措施什么时候生效？", ["2026年4月1日"]),
        ("北海珍珠养殖措施有效期到什么时候？", ["2031年3月31日"]),
        ("Until when do Beihai's pearl farming measures apply?", ["March 31, 2031"]),
        ("How long does Anshan's special steel plan last?", ["1 August", "3 years"]),
        ("泸州白酒包装细则执行到什么时候？", ["2030年5月5日"]),
        ("Until when do Luzhou's liquor packaging rules apply?", ["6 May 2026 to 5 May 2030"]),
        ("南通岸电方案有效期几年？", ["5年"]),
    ],
)
def test_how_long_a_paper_applies_is_told(base: KnowledgeBase, question: str, said: list[str]) -> None:
    answer = ask(base, question)["answer"] or ""
    assert [s for s in said if s not in answer] == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("北海珍珠措施是什么时候通过的？", ["2026年3月3日"]),
        ("When was Anshan's special steel plan approved?", ["18 June"]),
        ("南通码头岸电方案什么时候获得批准？", ["2026年1月14日"]),
        ("When was Nantong's shore power plan issued?", ["20 January 2026"]),
        ("When were Luzhou's liquor packaging rules issued?", ["6 May 2026"]),
        ("自贡彩灯办法由哪两个部门、什么时候印发？", ["市经济和信息化局、市文化广电旅游局", "2026年2月11日"]),
        ("泸州白酒包装细则什么时候起施行？", ["印发之日", "2026年5月6日"]),
        ("南通岸电方案的文号是什么？", ["TGF [2026] 12"]),
        ("Under which number was Zigong's lantern scheme issued?", ["自府规〔2026〕3号"]),
    ],
)
def test_how_a_paper_came_about_is_told(base: KnowledgeBase, question: str, said: list[str]) -> None:
    answer = ask(base, question)["answer"] or ""
    assert [s for s in said if s not in answer] == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("自贡彩灯产业补助申报什么时候截止？", ["5月20日"]),
        (
            "What is the deadline for applications to Zigong's lantern scheme?",
            ["1 April to 20 May each year"],
        ),
        ("北海珍珠养殖补贴每年什么时候可以申请？", ["每年5月10日至6月25日"]),
        ("Until when can Anshan's firms apply for the research subsidy?", ["31 October"]),
        ("评审结果公示几天？", ["6天"]),
    ],
)
def test_when_applications_are_taken_is_told(base: KnowledgeBase, question: str, said: list[str]) -> None:
    answer = ask(base, question)["answer"] or ""
    assert [s for s in said if s not in answer] == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("By when should the lantern testing centre open?", ["September 2027"]),
        ("北海育苗场哪一年建成？", ["2028"]),
        ("By when is a pearl auction hall to open in Yinhai?", ["2029"]),
        ("银海珍珠拍卖厅要在哪一年前开业？", ["2029年"]),
        ("In which year will Shantou's bonded exhibition hall start operating?", ["2028"]),
        ("汕头玩具检测信息平台哪一年建成？", ["2027年：6月，建成玩具检测信息平台"]),
        ("When will Shantou's toy testing information platform be built?", ["June 2027"]),
        ("示范企业称号有效期几年？", ["4年"]),
        ("How long are permits under Beihai's pearl measures valid?", ["2 years"]),
    ],
)
def test_the_date_of_something_else_is_not_taken_for_the_papers(
    base: KnowledgeBase, question: str, said: list[str]
) -> None:
    answer = ask(base, question)["answer"] or ""
    assert [s for s in said if s not in answer] == []


@pytest.mark.parametrize(
    "question",
    [
        "自贡井盐办法有效期到什么时候？",
        "Until when do Beihai's shipbreaking rules apply?",
        "When was Nantong's heliport plan approved?",
        "鞍山无人机行动计划什么时候起实施？",
        "北海珍珠养殖措施的文号是什么？",
        "When do Luzhou's bamboo rules take effect?",
    ],
)
def test_a_paper_that_is_not_held_has_no_dates(base: KnowledgeBase, question: str) -> None:
    assert not ask(base, question)["answered"]
