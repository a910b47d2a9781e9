"""How much a text looks like Chinese that people write: the characters that make up most of it.

Decoding and repair both ask the same question of a candidate reading, whether it is made of frequent
characters, for the wrong reading of a Chinese text is made of rare ones. The list holds the characters
that make up nine tenths of running text, with their traditional forms.
"""

from __future__ import annotations

import re
from typing import Final

SIMPLIFIED: Final = """
的一在是了有人和不中个为国这我用大以他会可们上于地来时数行年到对要之分出生发能法定或其下方本成家如作学所过关后多自得性子与将进部
动理也说前使全你表主同民者就据经道现体而当文机制事通并应公长些面工实间区相开政日新内等最此果代业都重种加里高化务天提量及合产入第
件小被度因明标设期情已从市外然着建力员任样起例程特还名位那但点式由系计病安心更意无类月利常正信去平两型问物保比向器结展三好没目门
变次么看列它回解资该各基包值只接管组模选项北别示见处统何军她权规条议手水立很取指参持十口西知义元原美服院题二想受息场教图南斯传报
共供您身置总字需确术序形导头则决山战社认存至交集非治请给布海路东品调级又少每构格电称世城单具金求把查科测告输收活准备联技直影达先
运改委记流尔状书况算未女声始命完约网支检色强毒必论商许武放感反括证除转风气线做儿像马容验医号采象万首几老亚率复司领四打节续预施语
队府际增步清话显石界引省整什造限即源州空视克效编再拉试己述根断消价近研段注且态质带符获适济江便户创汉太湖让考张五德识职王专功疗才
助族失官言执属随护响究白真今划函华连球较换边案致监米师录台装域广英育令均百协依码费洲积走史神周住死律审车举历按配境切层听推河料药
土织团须观策离止群办校光难评投快仅士习片环维素京县控范花候干围初林低游索击党农往含深临险争似核局速块密否播却写众终版择亲古移黄早
望足眼兵罗察征远突操修优照另极细势站责排防独差易吗害越额阳负精诊思款略巴占皇志革返满扩火红尼姆承叫严够描半减居血纪演著夫吃尽某估
简笑床词异朝音客觉找库景送营签乐诉读留超错李阿械兰析欧射旅普派树卫赛载鱼轻染爱批患千络免食热汤虽继八互六附训份章双财冲益健压跟停
甚降练企康帝青误充左希怎飞房曾础星架帮念败仍担兴故喜访余隐径释股假室冠落默纳享措详岛铁割右角岁般待紧疫底端印微富破阶副概席欢哪针
波疾闭急退升绝乎七私父订劳庭黑龙杀判背启妇辑座木坐散母抗央村曲拿招卡阅授软钱航愿陆销宣养归男若味斗付威洋胜键九讲补福封储板银藏哥
童阵刚典申苏孩货善伤促句材激束乡倒辖宝呼禁镇弹损艺久攻班皮讨友伊刻晚酒顿托宗沙宫短虑页桥缺允遗亿守厂弟温陈买良警稳缓予毛杂剧登奇
园尚献亡答船聚闻画楼危顺吸油脸触谈票档脉杨督脚症搜哈串谁避草追云邦询香雷玉介裁露既衣伯替惊挥固秘呢礼塞港蒙跳购钟卷套偏穿犯叶盖址
顾奥敌零侧距逐吧夏怕幅掌竟缩永湾拥脑衡筑液轮侵延映频街季乱堂刘忽齐博圣罪靠翻框召颜菜龄困顶帐暴牛探障牙植伦祖届宽贵春拟救遇痛森馆
夜恩丽循胡盟笔币松智宜剑楚慢田混诺隔坚窗培洞亮酸透静卖刀蛋览吉泛鲜课旧渐坏洛汇灵肉萨添俄融截乘苦敢盘匹尤塔贝歌恶冷谢译忙链邮税饭
瓦途插讯删丰矿盛疑借烈沿
"""

TRADITIONAL: Final = """
個爲為國這會們於來時數對發學過關後與將進動說説據經現體當機並應長實間區開內業種裏裡務產標設從員樣還點計無類兩問結沒門變麼資該組選
項別見處統軍權規條議參義題場圖傳報總確術導頭則決戰認請給東調級構電稱單測輸準備聯達運記爾狀書況聲約網檢強論許證轉風氣線兒馬驗醫號
採萬幾亞復領節續預語隊際話顯視編試斷價態質帶獲適濟戶創漢讓張識職專療執屬隨護響劃華連較換邊監師錄臺裝廣協碼費積審車舉歷層聽藥織團
須觀離羣辦難評僅習環維縣範幹圍遊擊黨農臨險爭塊卻寫衆眾終擇親黃羅徵遠優極細勢責獨嗎額陽負診佔滿擴紅嚴夠減紀喫盡簡牀詞異覺庫營籤樂
訴讀錯蘭歐樹衛衞賽載魚輕愛絡熱湯雖繼訓雙財衝壓練誤飛礎幫敗擔興訪餘隱徑釋納詳島鐵歲緊階歡針閉絕訂勞龍殺啓啟婦輯閱閲軟錢願陸銷養歸
鬥勝鍵講補儲銀陣剛蘇貨傷鄉轄寶鎮彈損藝討頓宮慮頁橋遺億廠溫陳買穩緩雜劇園獻聞畫樓順臉觸談檔脈楊腳誰雲詢驚揮祕禮購鍾葉蓋顧奧敵側縮
灣擁腦築輪頻亂劉齊聖顏齡頂帳倫屆寬貴擬館麗筆幣劍諾堅靜賣覽鮮課舊漸壞匯靈薩盤貝惡謝譯鏈郵稅飯訊刪豐礦麽髮乾係繫複覆製髒鐘錶註慾
"""

PUNCTUATION: Final = "，。、；：？！“”‘’（）《》「」『』【】—…·％　"
FREQUENT: Final = frozenset(SIMPLIFIED + TRADITIONAL + PUNCTUATION) - {"\n"}

IDEOGRAPH: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The inside of a character class for Chinese characters."""

_FREQUENT_RUN: Final = re.compile(f"[{''.join(sorted(FREQUENT))}]+")


def frequent_share(text: str) -> float:
    """Return the share of characters beyond ASCII that are frequent in Chinese, 0 where there are none."""
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return sum(map(len, _FREQUENT_RUN.findall(text))) / foreign if foreign else 0.0
