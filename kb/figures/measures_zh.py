"""Units as Chinese texts write them: `canonical factor: words, separated by bars`."""

MEASURES_ZH = """
CNY 1: 元人民币|元|块钱|人民币
CNY 0.1: 角
CNY 0.01: 分钱
USD 1: 美元|美金
EUR 1: 欧元
HKD 1: 港元|港币
MOP 1: 澳门元|澳门币
JPY 1: 日元
GBP 1: 英镑
TWD 1: 新台币|台币
% 1: %
‰ 1: ‰
pp 1: 个百分点|百分点
pp 0.1: 个千分点
second 1: 秒钟|秒
ms 1: 毫秒
minute 1: 分钟
hour 1: 个小时|小时
day 1: 个自然日|自然日|天|日
workday 1: 个工作日|工作日|个法定工作日|个交易日
week 1: 个星期|星期|周
month 1: 个月
year 1: 周岁|岁|个年度|年
km 1: 公里|千米|km
m 1: 米|m
m 0.01: 厘米|cm
mm 1: 毫米|mm
km 0.5: 里地
nmi 1: 海里
m2 1: 平方米|平米|㎡|m²|m2
km2 1: 平方公里|平方千米|km²|km2
m3 1: 立方米|标准立方米|方|m³|m3|标方
L 1: 升
mu 1: 亩
ha 1: 公顷
t 1: 吨|公吨|载重吨|总吨|t
kg 1: 千克|公斤|kg
kg 0.5: 斤
g 1: 克
mg 1: 毫克
tce 1: 吨标准煤|吨标煤
gce 1: 克标准煤|克标煤
t 1: 吨二氧化碳当量|吨二氧化碳
kW 1: 千瓦|瓩|kW|KW
kW 1000: 兆瓦|MW|兆伏安|MWp
kW 1000000: 吉瓦|GW
kW 0.001: 瓦
kV 1: 千伏|kV|KV
kVA 1: 千伏安
kWh 1: 千瓦时|千瓦小时|度电|kWh|度
kWh 1000: 兆瓦时|MWh
kWh 1000000: 吉瓦时|GWh
Wh 1: 瓦时|Wh
℃ 1: 摄氏度|℃
dB 1: 分贝
person-km 1: 人公里|人·公里
t-km 1: 吨公里|吨·公里
TEU 1: 标准箱|标箱|个标准箱|TEU
EFLOPS 1: EFLOPS|EFlops|EFLOPs
PFLOPS 1: PFLOPS|PFlops|PFLOPs|P
Mbps 1: Mbps|兆比特每秒
Gbps 1: Gbps|千兆
Tbps 1: Tbps
MB 1: MB
GB 1: GB
TB 1: TB
PB 1: PB
EB 1: EB|艾字节
ug/m3 1: 微克/立方米|微克每立方米|μg/m³|μg/m3|ug/m3|微克/m3|微克/m³
mg/L 1: 毫克/升|毫克每升|mg/L
times 1: 倍
person 1: 人次|人
person 1: 口人
point 1: 分
"""

# Words that only count: what is counted stands in the subject.
COUNTERS_ZH = """
个 件 家 项 所 台套 台(套) 台/套 台 条 名 位 套 座 处 批次 批 种
大类 类 款 张 辆 艘次 艘 架次 架 只 头 匹 羽 株 棵 本 册 部 篇 幅
场次 场 次 届 轮 户次 户 间 栋 幢 层 块 宗 例 起 份 支 队 组 对
课时 学时 枚 颗 粒 根 节 列 班次 班列 航班 班 站 口 眼 盏 床 席 剂次
剂 针 单 笔 票 箱 车次 航次 件次 台次 道 尾 方面 大 片 副 桩 铺 标段
席位 点位 枝 盆 瓶 袋 桶 门 字 股 孔 杆 把 期 圈 环节
"""

# What a unit is counted per.
DENOMINATORS_ZH = """
m2 1: 平方米|㎡|m²|m2
m3 1: 立方米|m³|m3|标方
km2 1: 平方公里|平方千米
mu 1: 亩
ha 1: 公顷
L 1: 升|L
person-year 1: 人·年|人年|人•年|(人·年)|(人.年)|人.年
person 1: 人次|人
person-month 1: 人·月|人/月|人月
household 1: 户
year 1: 年
month 1: 月
day 1: 日|天|d
hour 1: 小时|h
second 1: 秒
10^4person 1: 万人
10^5person 1: 10万人|十万人
10^4CNY 1: 万元|万元GDP|万元地区生产总值
10^8CNY 1: 亿元
kWh 1: 千瓦时|度|kWh
kW 1: 千瓦
W 1: 瓦
km 1: 公里|千米
t 1: 吨
kg 1: 公斤|千克
head 1: 头
piece 1: 件|个|台|只|条|张|套|次|家|辆|座|所|项
bed 1: 床
class-hour 1: 学时|课时
"""

# Characters that make another word of a unit: 三门峡, 五台山, 条例, 部门, 分之, 日报, 方案 …
OTHER_WORDS_ZH = """
个:一性体 件:事 家:渠 台:山湾风 门:峡类 条:例 度:假量 部:门委分署曲级
分:之散布类别级析支 日:报常益本均 方:案式法向便针位 元:化区 层:次级面
次:性要数 周:边期年 口:岸径 本:科级书地市省 单:位元 份:额 间:隔接
位:数居于置 批:准复 处:理置罚于 类:似比型 人:均才民工 组:织成建 场:景所地
对:接于口外 大:力型于 期:间 道:路 股:份 字:号 起:来到草 站:式 把:握
节:约能 列:入为 班:级 片:区 圈:层 支:持撑付 种:植业子 块:状 例:如
根:据 套:餐 席:卷 针:对 座:谈 户:籍外口型 所:有在属需 名:称为单 队:伍
张:家江 头:部 轮:流换 倍:增 升:级至到 米:粉 克:服 亩:均
"""
