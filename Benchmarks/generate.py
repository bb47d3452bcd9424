#!/usr/bin/env python3
"""Writes a site of COUNT campaign briefs, the same bytes for the same seed.

Usage: generate.py COUNT FOLDER [--seed N] [--hugo]

Each brief is about 3 KB with 15 to 25 lines of front matter and a body of
headings, lists, a table, a quote and links to other documents. With --hugo the
folder becomes a Hugo site of the same briefs: the front matter's keys are
English then, because Hugo's templates need plain names, and the policy and
configuration are left out.
"""
import argparse
import pathlib
import random

OCCASIONS = "春茶上市 立夏 端午 暑期 七夕 开学季 中秋 国庆 重阳 双11 感恩节 年货节".split()
PRODUCTS = "龙井礼盒 冷萃茶包 便携茶具 白茶饼 桂花乌龙 茉莉银针 普洱小沱 手作茶点".split()
FORMS = "满减 直播 抽奖 会员加赠 限时折扣 拼团 打卡 试饮 晒单有礼 以旧换新".split()
PEOPLE = "近12个月会员 沉默客户 站外新客 企业客户 高校师生 白领人群 银卡以上会员".split()
OWNERS = "市场部 电商运营团队 社交媒体运营团队 网络推广专员".split()
CHANNELS = "website sem social email ecommerce".split()
RISKS = ["到货延迟|改发现货规格并延长活动两天", "访问拥堵|切换到静态备用页", "差评集中|两小时内逐条回应并补偿",
         "用语违规|立即下线并换用备稿", "赠品不足|以等值优惠券代替"]
SENTENCES = [
    "这一轮重点看老客户的回购，新客只作补充，预算不向获客倾斜。",
    "去年同期的订单集中在前三天，后半程流量明显回落，今年把**直播**放到第二周。",
    "客服反馈最多的问题是冲泡时间，详情页增加一张*水温对照表*。",
    "页面首屏只放一个主推款，其余商品收进第二屏，减少选择的负担。",
    "预热期不报价格，只讲产地和工艺，正式上线当天再公布优惠。",
    "库存以周为单位核对一次，低于安全线时先停推广，再补货。",
    "达人名单由社媒团队提出，法务部确认合同后再寄样。",
    "如果首日转化率低于百分之二，当晚调整落地页并重新投放。",
]


def brief(rng, number, total, hugo):
    month = rng.randint(1, 12)
    day = rng.randint(1, 18)
    length = rng.randint(3, 10)
    occasion, product = rng.choice(OCCASIONS), rng.choice(PRODUCTS)
    title = f"{occasion}·{product}第{number}期"
    start, end = f"2026-{month:02d}-{day:02d}", f"2026-{month:02d}-{day + length:02d}"
    warm = max(1, day - 3)
    chosen = rng.sample(CHANNELS, 3)
    target = rng.randint(20, 900)
    zh = not hugo and rng.random() < 0.5
    key = (lambda c, e: c) if zh else (lambda c, e: e)
    lines = [
        f"{key('标题', 'title')}: {title}",
        f"{key('负责人', 'owner')}: {rng.choice(OWNERS)}",
        f"{key('状态', 'status')}: planned",
        f"{key('主题', 'theme')}: {occasion}时节的一杯{product}",
        f"{key('目标', 'goal')}:",
        f"  - {key('指标', 'metric')}: gmv",
        f"    {key('目标值', 'target')}: {target}万",
        f"{key('时间', 'time')}: {start}/{end}",
        f"{key('参与对象', 'audience')}: [{', '.join(rng.sample(PEOPLE, 2))}]",
        f"{key('活动形式', 'format')}: {'、'.join(rng.sample(FORMS, 3))}",
        f"{key('预期效果', 'expected_effect')}: 带动成交总额 {target}万元，参与 {rng.randint(2, 90) * 100:,} 人",
        f"{key('渠道', 'channels')}: [{', '.join(chosen)}]",
        f"{key('支撑目标', 'supports')}: G{rng.randint(1, 3)}",
        f"{key('预算', 'budget')}:",
    ]
    for name in chosen[: rng.randint(1, 3)]:
        lines.append(f"  - {{{key('项目', 'item')}: 推广, {key('渠道', 'channel')}: {name}, "
                     f"{key('金额', 'amount')}: {rng.randint(1, 40)}万}}")
    if rng.random() < 0.7:
        risk, answer = rng.choice(RISKS).split("|")
        lines += [f"{key('风险', 'risks')}:",
                  f"  - {{{key('风险', 'risk')}: {risk}, {key('可能性', 'likelihood')}: medium, "
                  f"{key('影响', 'impact')}: high, {key('应急预案', 'response')}: {answer}}}"]
    if rng.random() < 0.7:
        lines += [f"{key('职责分工', 'duties')}:",
                  f"  - {{{key('谁', 'who')}: 技术部, {key('任务', 'task')}: 搭建活动页面}}",
                  f"  - {{{key('谁', 'who')}: 市场部, {key('任务', 'task')}: 编写脚本与素材}}"]
    text = lambda count: "".join(rng.sample(SENTENCES, count))
    other = lambda: rng.randrange(total)
    link = (lambda n: f"/activities/a{n:06d}/") if hugo else (lambda n: f"{path(n, number)}")
    rows = "\n".join(
        f"| {rng.choice(FORMS)} | 2026-{month:02d}-{min(28, day + i):02d} | {rng.randint(1, 60)} | {rng.choice(OWNERS)} |"
        for i in range(5))
    items = "\n".join(f"- {rng.choice(PRODUCTS)}：{rng.choice(SENTENCES)}" for _ in range(4))
    body = f"""
## 背景

{text(3)}上一期见[第{number}期的前情]({link(other())})。

## 玩法

{items}

1. 预热：2026-{month:02d}-{warm:02d} 起在社交媒体发布三条短片。
2. 上线：`{start}` 零点开放页面。
3. 跟进：结束后三天内回访未付款的客户。

## 节奏

| 形式 | 日期 | 预算（万） | 负责 |
| --- | --- | ---: | --- |
{rows}

> {text(1)}
> {text(1)}

## 应急与复盘

{text(4)}相关活动见[{rng.choice(OCCASIONS)}]({link(other())})。

{text(2)}
"""
    return "---\n" + "\n".join(lines) + "\n---\n" + body


def path(number, frm):
    """From one brief to another; both lie in folders of a thousand."""
    return f"../{number // 1000:03d}/a{number:06d}.md"


def write(folder, name, text):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


SITE = """title: 测试手册
organisation: 样例
as_of: 2026-11-15
departments:
  - {id: marketing, name: 市场部}
  - {id: ecommerce, name: 电商运营团队}
  - {id: social, name: 社交媒体运营团队}
  - {id: promotion, name: 网络推广专员}
  - {id: technology, name: 技术部}
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
GOALS = """---
title: 年度目标
goals:
""" + "".join(f"  - {{id: G{n}, metric: gmv, baseline: 100万, target: {n}200万, due: 2026-12-31, owner: 市场部, supports: 增长}}\n"
              for n in (1, 2, 3)) + "---\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=20261115)
    parser.add_argument("--hugo", action="store_true")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    for number in range(options.count):
        text = brief(rng, number, options.count, options.hugo)
        name = (f"content/activities/a{number:06d}.md" if options.hugo
                else f"content/activities/{number // 1000:03d}/a{number:06d}.md")
        write(options.folder, name, text)
    if options.hugo:
        return
    write(options.folder, "content/site.yml", SITE)
    write(options.folder, "content/metrics.yml", METRICS)
    write(options.folder, "content/policy/04-activities.md", POLICY)
    write(options.folder, "content/goals/2026.md", GOALS)
    for channel in CHANNELS:
        write(options.folder, f"content/channels/{channel}.md",
              f"---\ntitle: {channel}\nowner: 市场部\nmetrics: [visits]\n---\n")


if __name__ == "__main__":
    main()
