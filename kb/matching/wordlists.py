"""Words that say little about what a policy figure measures, in both languages."""

from __future__ import annotations

from kb.likeness import stem

FUNCTION_EN = frozenset(
    """a an the and or of to in on at by for from with within into as is are was were be been being it its
    this that these those their them there his her our we they he she will shall would should may
    must can could has have had do does did not no than then so such each every per all some any
    both other more most less least over under above below about around nearly almost up down only
    also very between among through which who whose what when where how many much least one two
    three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand million
    billion trillion percent yuan rmb i ii iii iv vs according end year years year-on-year q1 q2 q3
    q4 first second third fourth quarter half s t""".split()
)
GENERIC_EN = frozenset(
    stem(word)
    for word in """aim aims aimed plan plans planned target targets targeted goal goals reach reached
    achieve achieved achieving expected expects city province municipal municipality provincial national
    government new newly set sets build built building establish established establishment cultivate
    cultivated cultivation develop developed development promote promoting support supporting number total
    overall whole annual annually cut cutting reduce reduced shorten shortened bring brought raise raised
    raising increase increased increasing rise rose grow grew growth make makes get put come came want wants
    call calls called state states stated say says document policy measure measures scheme programme action
    implementation cities local level scale time complete completed completion add added limit limited exceed
    exceeded exceeding surpass pass high quality key major full entire district area region average outline
    list lists pay pays paid receive receives received aside grant grants granted subsidy subsidies reward
    contain contains include includes including introduce launched launch create creating use
    used foster fostered stand stood hit keep kept hold held ask asks lay lays require requires required
    require worth account accounts accounted accounting share give given offer offers take
    takes ensure cap caps capped treasury budget article section chapter""".split()
)
FUNCTION_ZH = frozenset(
    """的 了 和 与 及 或 在 到 至 于 为 是 有 将 要 把 被 从 由 对 向 按 以 用 等 各 每 该 其 这 那 并
    且 也 都 就 又 还 所 之 而 则 但 若 如 个 件 家 项 条 台 座 名 人次 万 亿 千 百 十 元 年 月 日
    底 前 内 后 中 上 下 超 超过 近 约 达 达到 以上 以下 以内 以后 左右 不 不少于 不低于 不超过 不低
    不少 突破 力争 争取 分别 其中 一 二 三 四 五 六 七 八 九 两 多 余 第一 第二 第三 今年 去年 年底
    末 期间 截至 根据 按照 明确 提出 指出 显示 记者 获悉 亿元 万元 万亩 千瓦 万人 使 让 再 已 已经
    共 共有 仅 只""".split()
)
GENERIC_ZH = frozenset(
    """安排 投入 拨付 发放 建设 建成 发展 推进 推动 实现 新增 培育 打造 形成 完成 提高 提升 增加 增长
    压缩 缩短 降低 减少 全市 全省 全国 我市 我省 计划 方案 规划 行动 目标 总量 总数 数量 规模 水平
    达成 力度 工作 城市 区域 单位 开展 实施 支持 加快 促进 年均 每年 年度 整体 总体 平均 控制
    保持 稳定 扩大 引进 新建 设立 设置 重点 主要 新 高质量 市 省 县 区 比例 占 比重 部署 列出 政策
    要求 时间 确保 集聚 本市 全部 左右 预计 一年 未来 我国 中国 国家 最高 最多 至少 给予 可以 应当
    应 须 总规模 一次性 奖励 补助 补贴 资助 奖补 财政 资金""".split()
)
# Words that mean one thing in policy texts; a text is free to use either.
SYNONYMS_EN = {
    stem(word): group[0]
    for group in (
        line.split()
        for line in """firm company companies enterprise enterprises business businesses
elderly elder older senior seniors aged
earnings earn earned income revenue turnover sales
small micro mini
staff employee employees personnel
car cars vehicle vehicles automobile automobiles
visitor visitors tourist tourists traveller travellers traveler travelers
home homes household households
pupil pupils student students
carer carers caregiver caregivers
site sites place places location locations
center centre""".splitlines()
    )
    for word in group
}
# Who is counted as a person; a counter for things (架, 座) counts none of them.
PEOPLE_EN = frozenset(
    stem(word)
    for word in """operators pilots workers teachers technicians engineers doctors nurses students pupils
trainees graduates residents employees farmers drivers caregivers carers people persons professionals talents
children visitors passengers patients migrants apprentices entrepreneurs scientists researchers volunteers
tourists pensioners seniors""".split()
)
COUNTERS_OF_THINGS = frozenset("架座台辆艘张栋套条艇株头只部款所")
