import CedianModel

/// What every page has around its own content.
struct PageFrameView: View {
  var language: EscapedHTML
  var contentLanguage: EscapedHTML
  var title: EscapedHTML
  var eyebrow: EscapedHTML
  var siteTitle: EscapedHTML
  var isHome: Bool
  var root: EscapedHTML
  var canonical: EscapedHTML
  var generator: EscapedHTML
  var crumbs: [LinkView]
  var outline: [LinkView]
  var history: [HistoryView]
  var historyNotes: [EscapedHTML]
  var previous: LinkView?
  var up: LinkView?
  var next: LinkView?
  var header: EscapedHTML
  var navigation: EscapedHTML
  var footer: EscapedHTML

  static let keys = ViewKeys<PageFrameView>(
    "页面外框",
    [
      .text("language", "界面语言：zh-CN 或 en", \.language),
      .text("contentLanguage", "内容语言，用于 lang 属性", \.contentLanguage),
      .text("title", "本页标题", \.title),
      .text("eyebrow", "标题上方的小字，如 第四章、2026年；可为空", \.eyebrow),
      .text("siteTitle", "站点标题", \.siteTitle),
      .flag("isHome", "是否首页", \.isHome),
      .text("root", "从本页回到站点根的相对路径，如 ../../", \.root),
      .text("canonical", "规范网址；没有 --base-url 时为空", \.canonical),
      .text("generator", "生成程序与版本", \.generator),
      .list("crumbs", "上级栏目，由近及远", \.crumbs),
      .list("outline", "本页目录：正文的各节；短文没有", \.outline),
      .list("history", "这份文档的修改历史，新的在前；没有 git 时为空", \.history),
      .texts("historyNotes", "历史不全的原因", \.historyNotes),
      .view("previous", "上一页", \.previous),
      .view("up", "上一级", \.up),
      .view("next", "下一页", \.next),
      .html("header", "页眉，由 partials/header 生成", \.header),
      .html("navigation", "目录，由 partials/navigation 生成", \.navigation),
      .html("footer", "页脚，由 partials/footer 生成", \.footer),
    ])
}

/// The header, the contents and the footer: the same for every page of a section
/// that lies at the same depth, so rendered once for all of them.
struct FragmentView: View {
  var contentLanguage: EscapedHTML
  var siteTitle: EscapedHTML
  var organisation: EscapedHTML
  var home: LinkView
  var siteMap: LinkView
  var sections: [NavigationSectionView]
  var generator: EscapedHTML

  static let keys = ViewKeys<FragmentView>(
    "页眉、目录与页脚",
    [
      .text("contentLanguage", "内容语言，用于 lang 属性", \.contentLanguage),
      .text("siteTitle", "站点标题", \.siteTitle),
      .text("organisation", "单位名称", \.organisation),
      .view("home", "首页", \.home),
      .view("siteMap", "站点地图", \.siteMap),
      .list("sections", "各栏目", \.sections),
      .text("generator", "生成程序与版本", \.generator),
    ])
}

struct NavigationSectionView: View {
  var link: LinkView
  /// Whether the current page lies in the section.
  var isOpen: Bool
  var items: [LinkView]

  static let keys = ViewKeys<NavigationSectionView>(
    "目录的一个栏目",
    [
      .view("link", "栏目", \.link),
      .flag("isOpen", "当前页是否在此栏目内", \.isOpen),
      .list("items", "栏目下的页面", \.items),
    ])
}

/// A page without fields of its own: a text page, the error page.
struct TextPageView: View {
  var owner: LinkView?
  var updated: EscapedHTML
  var sections: [LinkView]
  var body: EscapedHTML

  static let keys = ViewKeys<TextPageView>(
    "普通页面",
    [
      .view("owner", "负责人", \.owner),
      .text("updated", "更新日期", \.updated),
      .list("sections", "各栏目（找不到页面时列出）", \.sections),
      .html("body", "正文", \.body),
    ])
}
