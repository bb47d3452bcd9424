/// The units and measure words that a number may carry, longest first where one
/// begins another. 日 is none: beside a number it is a date.
enum MeasureWords {
  struct Entry {
    var text: [Unicode.Scalar]
    var word: String
    var unit: QuantityUnit
  }

  static func entries(beginning first: Unicode.Scalar) -> [Entry] {
    byFirst[first] ?? []
  }

  private static let byFirst: [Unicode.Scalar: [Entry]] = {
    var entries: [Unicode.Scalar: [Entry]] = [:]
    for (unit, words) in table {
      for word in words.split(separator: " ") {
        let text = Array(word.unicodeScalars)
        entries[text[0], default: []].append(Entry(text: text, word: String(word), unit: unit))
      }
    }
    return entries.mapValues { $0.sorted { $0.text.count > $1.text.count } }
  }()

  private static let table: [(QuantityUnit, String)] = [
    (.yuan, "元 元人民币 圆 块 块钱 人民币 RMB CNY yuan"),
    (.percent, "% ‰"),
    (.percentagePoint, "个百分点 百分点 pp"),
    (.ratio, "倍 x ×"),
    (.days, "天 个工作日 工作日 个自然日 自然日 days day"),
    (.hours, "小时 个小时 h"),
    (.minutes, "分钟 min"),
    (.seconds, "秒 秒钟 s"),
    (.score, "分 星"),
    (
      .count,
      """
      人 人次 人份 名 位 个 单 件 次 粉 粉丝 篇 条 场 家 份 套 盒 台 封 户 款 店 期 轮 字 张 瓶 杯 \
      支 包 组 批 则 部 只 项 种 类 页 帖 例 起 笔 通 枚 箱 袋 罐 把 对 双 门 座 处 节 档 组人 订单 \
      UV PV IP uv pv 个月 周 个周 个粉丝 个订单 个客户 个人 次播放 people orders times
      """
    ),
  ]
}
