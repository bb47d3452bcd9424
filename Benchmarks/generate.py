#!/usr/bin/env python3
"""Writes a site of COUNT campaign briefs, the same bytes for the same seed.

Usage: generate.py COUNT FOLDER [--seed N] [--hugo]

Each brief is about 3 KB with 15 to 25 lines of front matter and a body of
headings, lists, a table, a quote and links to other briefs; half of them are
written with Chinese keys. With --hugo the folder becomes the content of a Hugo
site with the same briefs: all keys are English then, because Hugo's templates
need plain names, links are permalinks already, and what only Cedian reads is
left out.
"""
import argparse
import datetime
import pathlib
import random

OCCASIONS = "春茶上市 立夏 端午 暑期 七夕 开学季 中秋 国庆 重阳 双11 感恩节 年货节".split()
PRODUCTS = "龙井礼盒 冷萃茶包 便携茶具 白茶饼 桂花乌龙 茉莉银针 普洱小沱 手作茶点".split()
FORMS = "满减 直播 抽奖 会员加赠 限时折扣 拼团 打卡 试饮 晒单有礼 以旧换新".split()
AUDIENCES = "近12个月会员 沉默客户 站外新客 企业客户 高校师生 白领人群 银卡以上会员".split()
OWNERS = "市场部 电商运营团队 社交媒体运营团队 网络推广专员".split()
CHANNELS = "website sem social email ecommerce".split()
ITEMS = "推广 短片制作 赠品 达人合作 页面设计 短信通知".split()
TASKS = "搭建活动页面 编写脚本与素材 核对库存 投放与调价 回复评论 整理数据".split()
RISKS = [("到货延迟", "改发现货规格，并延长活动两天"), ("访问拥堵", "切换到静态备用页"),
         ("差评集中", "两小时内逐条回应并补偿"), ("用语违规", "立即下线，换用备稿"),
         ("赠品不足", "以等值优惠券代替"), ("投放超支", "当日停投，次日复核出价")]
LEVELS = [("低", "low"), ("中", "medium"), ("高", "high")]
SENTENCES = [
    "这一轮重点看老客户的回购，新客只作补充，预算不向获客倾斜。",
    "去年同期的订单集中在前三天，后半程流量明显回落，今年把**直播**放到第二周。",
    "客服反馈最多的问题是冲泡时间，详情页增加一张*水温对照表*。",
    "页面首屏只放一个主推款，其余商品收进第二屏，减少选择的负担。",
    "预热期不报价格，只讲产地和工艺，正式上线当天再公布优惠。",
    "库存以周为单位核对一次，低于安全线时先停推广，再补货。",
    "达人名单由社媒团队提出，法务部确认合同后再寄样。",
    "如果首日转化率低于百分之二，当晚调整落地页并重新投放。",
    "邮件分两批发出，第一批只发给近半年打开过邮件的会员。",
    "礼盒的**封套**改用再生纸，成本每套下降四角，运输破损没有增加。",
    "搜索词里“怎么泡”多过“多少钱”，创意以教程为主。",
    "店铺首页与官网同时换图，避免两边说法不一致。",
    "活动规则写成三个算例，客服与页面使用同一份文字。",
    "上一期有两成顾客在结算页离开，这一期先把运费写在商品页。",
    "直播间的赠品单独备货，不占用门店的库存。",
    "数据每天上午十点更新，晚到的渠道标为缺失，不填零。",
]


class Draw:
    """Draws from `random()` alone: Python promises only its sequence for a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def number(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def one(self, values):
        return values[int(self.random() * len(values))]

    def some(self, values, count):
        rest = list(values)
        return [rest.pop(int(self.random() * len(rest))) for _ in range(count)]

    def chance(self, probability):
        return self.random() < probability


def span(draw, start, end):
    """One of the ways to write a span; every draw is taken, whichever is used."""
    return draw.one([
        f"{start}/{end}",
        f"{start} ~ {end}",
        f"{start:%Y}年{start.month}月{start.day}日至{end.day}日",
    ])


def front_matter(draw, number, start, end, chinese, complete):
    key = lambda zh, en: zh if chinese else en
    occasion, product = draw.one(OCCASIONS), draw.one(PRODUCTS)
    channels = draw.some(CHANNELS, 3)
    target = draw.number(20, 900)
    status = (key("已完成", "done") if end < AS_OF else
              key("计划中", "planned") if start > AS_OF else key("进行中", "running"))
    lines = [
        f"{key('标题', 'title')}: {occasion}·{product}第{number + 1}期",
        f"{key('负责人', 'owner')}: {draw.one(OWNERS)}",
        f"{key('状态', 'status')}: {status}",
        f"{key('主题', 'theme')}: {occasion}时节的一杯{product}",
        f"{key('目标', 'goal')}:",
        f"  - {{{key('指标', 'metric')}: gmv, {key('目标值', 'target')}: {target}万}}",
        f"{key('时间', 'time')}: {span(draw, start, end)}",
        f"{key('参与对象', 'audience')}: [{', '.join(draw.some(AUDIENCES, 2))}]",
        f"{key('活动形式', 'format')}: {'、'.join(draw.some(FORMS, 3))}",
        f"{key('预期效果', 'expected_effect')}: 成交总额 {target}万元，"
        f"参与 {draw.number(2, 90) * 100:,} 人",
        f"{key('渠道', 'channels')}: [{', '.join(channels)}]",
        f"{key('支撑目标', 'supports')}: G{draw.number(1, 3)}",
        f"{key('预算', 'budget')}:",
    ]
    for channel in channels[: draw.number(1, 3)]:
        lines.append(f"  - {{{key('项目', 'item')}: {draw.one(ITEMS)}, {key('渠道', 'channel')}: "
                     f"{channel}, {key('金额', 'amount')}: {draw.number(1, 40)}万}}")
    if draw.chance(0.6) or complete:
        warm_up = start - datetime.timedelta(days=5)
        lines += [f"{key('宣传渠道', 'promotion')}:",
                  f"  - {{{key('渠道', 'channel')}: {'email' if complete else channels[0]}, {key('阶段', 'phase')}: "
                  f"{key('预热', 'warmup')}, {key('时间', 'time')}: {warm_up}}}",
                  f"  - {{{key('渠道', 'channel')}: {'website' if complete else channels[1]}, {key('阶段', 'phase')}: "
                  f"{key('上线', 'launch')}, {key('时间', 'time')}: {start}}}"]
    if draw.chance(0.7) or complete:
        risk, response = draw.one(RISKS)
        likelihood, impact = draw.one(LEVELS), draw.one(LEVELS)
        lines += [f"{key('风险', 'risks')}:",
                  f"  - {{{key('风险', 'risk')}: {risk}, {key('可能性', 'likelihood')}: "
                  f"{key(*likelihood)}, {key('影响', 'impact')}: {key(*impact)}, "
                  f"{key('应急预案', 'response')}: {response}}}"]
    if draw.chance(0.7) or complete:
        lines.append(f"{key('职责分工', 'duties')}:")
        for who, task in zip(draw.some(OWNERS, 2), draw.some(TASKS, 2)):
            by = f", {key('完成时间', 'by')}: {start}" if complete else ""
            lines.append(f"  - {{{key('谁', 'who')}: {who}, {key('任务', 'task')}: {task}{by}}}")
    if complete:
        lines += [f"{key('客户洞察', 'insight')}: 复购客户七成在收到样品后两周内下单",
                  f"{key('合规检查', 'compliance')}: [{{{key('项目', 'item')}: 宣传用语, "
                  f"{key('检查人', 'by')}: 市场部, {key('日期', 'on')}: {start}}}]"]
    approved = start - datetime.timedelta(days=draw.number(7, 20))
    lines.append(f"{key('审批', 'approval')}: {{{key('状态', 'status')}: "
                 f"{key('已批准', 'approved')}, {key('审批人', 'by')}: 市场部, "
                 f"{key('审批日期', 'on')}: {approved}}}")
    return "\n".join(lines)


def body(draw, start, link):
    text = lambda count: "".join(draw.some(SENTENCES, count))
    rows = "\n".join(
        f"| {draw.one(FORMS)} | {start + datetime.timedelta(days=day)} | {draw.number(1, 60)} | "
        f"{draw.one(OWNERS)} |" for day in range(6))
    items = "\n".join(f"- {draw.one(PRODUCTS)}：{draw.one(SENTENCES)}" for _ in range(4))
    return f"""
## 背景

{text(4)}上一期见[{draw.one(OCCASIONS)}的前情]({link()})。

## 玩法

{items}

1. 预热：{start - datetime.timedelta(days=5)} 起在社交媒体发布三条短片。
2. 上线：`{start}` 零点开放页面。
3. 跟进：结束后三天内回访未付款的客户。

## 节奏

| 形式 | 日期 | 预算（万） | 负责 |
| --- | --- | ---: | --- |
{rows}

> {text(1)}
> {text(1)}

## 应急与复盘

{text(4)}相关活动见[{draw.one(OCCASIONS)}]({link()})。

{text(3)}
"""


def brief(draw, number, total, hugo, complete=False, years=1):
    """Both corpora take the same draws, so that they say the same."""
    year = 2026 if years == 1 else 2026 - draw.number(0, years - 1)
    start = datetime.date(year, draw.number(1, 12), draw.number(1, 18))
    end = start + datetime.timedelta(days=draw.number(3, 10))
    chinese = draw.chance(0.5) and not hugo

    def link():
        other = draw.number(0, total - 1)
        # Briefs lie in folders of a thousand.
        return (f"/activities/a{other:06d}/" if hugo
                else f"../{other // 1000:03d}/a{other:06d}.md")

    return f"---\n{front_matter(draw, number, start, end, chinese, complete)}\n---\n{body(draw, start, link)}"


AS_OF = datetime.date(2026, 11, 15)
SITE = f"""title: 测试手册
organisation: 样例
as_of: {AS_OF}
departments:
  - {{id: marketing, name: 市场部}}
  - {{id: ecommerce, name: 电商运营团队}}
  - {{id: social, name: 社交媒体运营团队}}
  - {{id: promotion, name: 网络推广专员}}
"""
METRICS = """- {id: gmv, name: {zh: 成交总额, en: GMV}, unit: CNY, aggregation: sum}
- {id: visits, name: {zh: 访问次数, en: Visits}, unit: count, aggregation: sum}
"""
POLICY = """---
chapter: 4
title: 活动策划与执行
version: 2026.1
rules:
  - clause: "4.1"
    rule: required-fields
    for: activity
    fields: [theme, goal, time, audience, format, expected_effect]
  - clause: "4.2"
    rule: unknown-owner
---

## 4.1 活动方案

方案写明六项内容。

## 4.2 分工

分工落到部门。
"""
ALL_RULES = """---
chapter: 5
title: 全部规则
version: 2026.1
rules:
""" + "".join(f'  - {{clause: "5.{n + 1}", rule: {rule}}}\n' for n, rule in enumerate([
    "customer-insight", "compliance-check", "annual-goals", "smart-goal", "annual-plan-parts",
    "budget-allocation", "plan-alignment", "plan-parent", "task-fields", "task-outside-period",
    "missing-review", "problem-without-adjustment", "adjustment-not-planned", "channel-metrics",
    "channel-review", "account-owner", "publishing-plan", "activity-goal", "risk-plan",
    "approved-before-start", "duties", "deviation", "promotion-mix", "warmup",
    "evaluation-metrics"])) + "---\n\n" + "".join(
        f"## 5.{n + 1} 条款\n\n由规则检查。\n\n" for n in range(25))
GOALS = "---\ntitle: 年度目标\ngoals:\n" + "".join(
    f"  - {{id: G{n}, metric: gmv, baseline: 100万, target: {n}200万, due: 2026-12-31, "
    f"owner: 市场部, supports: 增长}}\n" for n in (1, 2, 3)) + "---\n"


REPORT_CHANNELS = CHANNELS + ["offline"]


def report_metrics():
    """40 metrics: 28 that add up, 4 stocks and 8 ratios of two of the first."""
    lines = []
    for n in range(28):
        lines.append(f"- {{id: m{n:02d}, name: {{zh: 指标{n:02d}, en: Metric {n:02d}}}, unit: "
                     f"{'CNY' if n % 4 == 0 else 'count'}, aggregation: sum}}")
    for n in range(28, 32):
        lines.append(f"- {{id: m{n:02d}, name: {{zh: 指标{n:02d}, en: Metric {n:02d}}}, "
                     f"unit: count, aggregation: last}}")
    for n in range(32, 40):
        lines.append(f"- {{id: m{n:02d}, name: {{zh: 指标{n:02d}, en: Metric {n:02d}}}, unit: percent, "
                     f"aggregation: ratio, numerator: m{n - 32:02d}, denominator: m{n - 17:02d}}}")
    return METRICS + "\n".join(lines) + "\n"


def channel_metrics(channel, dense):
    """Thirteen a channel and two channels a metric, much as the sample handbook has
    them; dense: all forty of each."""
    kind = REPORT_CHANNELS.index(channel) % 3
    return [n for n in range(40) if dense or (n if n < 32 else n - 32) % 3 == kind]


def reports(draw, content, years, dense):
    """Months of so many years: results, goals, plans and reviews."""
    write(content / "metrics.yml", report_metrics())
    for channel in REPORT_CHANNELS:
        own = channel_metrics(channel, dense)
        write(content / f"channels/{channel}.md",
              f"---\ntitle: {channel}\nowner: 市场部\nmetrics: [visits, "
              f"{', '.join(f'm{n:02d}' for n in own)}]\n---\n")
    for year in range(2027 - years, 2027):
        goals = "".join(
            f"  - id: G{n + 1}{'' if year == 2026 else f'-{year}'}\n    metric: m{n:02d}\n    target: {12 * (n + 1)}000\n"
            f"    due: {year}-12-31\n    owner: 市场部\n    supports: 增长\n    months:\n"
            + "".join(f"      {month:02d}: {n + 1}000\n" for month in range(1, 13))
            for n in range(8))
        write(content / f"goals/{year}.md",
              f"---\ntitle: {year}年度目标\nperiod: {year}\ngoals:\n{goals}---\n")
        for month in range(1, 13):
            period = f"{year}-{month:02d}"
            rows = ["period,channel,activity,metric,value,source,note"]
            for channel in REPORT_CHANNELS:
                rows += [f"{period},{channel},,m{n:02d},{draw.number(50, 400)},,"
                         for n in channel_metrics(channel, dense) if n < 32]
            if datetime.date(year, month, 28) < AS_OF:
                write(content / f"results/{year}/{period}.csv", "\n".join(rows) + "\n")
                write(content / f"reviews/{period}.md",
                      f"---\nperiod: {period}\nconclusion: {draw.one(SENTENCES)}\nproblems:\n"
                      f"  - {{id: P{period}-1, what: {draw.one(SENTENCES)}}}\nadjustments:\n"
                      f"  - {{for: P{period}-1, what: {draw.one(TASKS)}}}\n---\n")
            tasks = "".join(
                f"  - {{what: {draw.one(TASKS)}, when: {period}, who: 市场部, state: done}}\n"
                for _ in range(6))
            write(content / f"plans/{period}.md",
                  f"---\nperiod: {period}\nbudget: 40万\ntasks:\n{tasks}---\n")


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    # Bytes, so that no platform writes other line ends.
    file.write_bytes(text.encode("utf-8"))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=20261115)
    parser.add_argument("--hugo", action="store_true")
    parser.add_argument("--rules", choices=["few", "all"], default="few",
                        help="all: briefs that lack nothing, and a policy that binds every rule")
    parser.add_argument("--unbound", action="store_true",
                        help="with --rules all: the same briefs without that policy")
    parser.add_argument("--years", type=int, default=1,
                        help="more than 1: the briefs spread over so many years, each with monthly "
                             "results of 40 metrics and 6 channels, goals, plans and reviews")
    parser.add_argument("--dense", action="store_true",
                        help="with --years: every channel reports every metric")
    options = parser.parse_args()
    complete = options.rules == "all"
    content = options.folder / "content"
    draw = Draw(options.seed)
    for number in range(options.count):
        part = "" if options.hugo else f"{number // 1000:03d}/"
        write(content / f"activities/{part}a{number:06d}.md",
              brief(draw, number, options.count, options.hugo, complete, options.years))
    if options.hugo:
        return
    write(content / "site.yml", SITE)
    write(content / "metrics.yml", METRICS)
    write(content / "policy/04-activities.md", POLICY)
    if complete and not options.unbound:
        write(content / "policy/05-all-rules.md", ALL_RULES)
    write(content / "goals/2026.md", GOALS)
    for channel in CHANNELS:
        write(content / f"channels/{channel}.md",
              f"---\ntitle: {channel}\nowner: 市场部\nmetrics: [visits]\n---\n")
    if options.years > 1:
        reports(draw, content, options.years, options.dense)


if __name__ == "__main__":
    main()
