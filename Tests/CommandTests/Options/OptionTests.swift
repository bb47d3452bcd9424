import CedianModel
import Testing

@testable import cedian

@Suite struct OptionTests {
  @Test(
    "The language is the chosen one, then the locale's, then Chinese",
    arguments: [
      (Language?.none, [:], .zh),
      (.en, ["LC_ALL": "zh_CN.UTF-8"], .en),
      (nil, ["LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"], .en),
      (nil, ["LC_MESSAGES": "en_US", "LANG": "zh_CN.UTF-8"], .en),
      (nil, ["LC_ALL": "", "LANG": "en_US.UTF-8"], .en),
      (nil, ["LANG": "zh_TW.UTF-8"], .zh),
      (nil, ["LANG": "C.UTF-8"], .zh),
      (nil, ["LC_ALL": "C", "LANG": "en_US.UTF-8"], .zh),
    ] as [(Language?, [String: String], Language)])
  func language(_ chosen: Language?, _ environment: [String: String], _ expected: Language) {
    #expect(OutputLanguage.resolve(chosen, environment: environment) == expected)
  }

  @Test(
    "The help's language is found before any option is read",
    arguments: [
      (["cedian", "--help"], Language.zh), (["cedian", "build", "--lang", "en", "--help"], .en),
      (["cedian", "--lang=en"], .en), (["cedian", "--lang", "xx"], .zh),
      (["cedian", "--lang"], .zh),
    ])
  func helpLanguage(_ arguments: [String], _ expected: Language) {
    #expect(OutputLanguage.ofHelp(arguments: arguments, environment: [:]) == expected)
  }

  @Test(
    "Final slashes do not matter",
    arguments: [("a/", "a"), ("a//", "a"), ("/", "/"), ("//", "/"), ("", ""), ("a/b", "a/b")])
  func slashes(_ path: String, _ expected: String) {
    #expect(trimmed(path) == expected)
  }

  private func options(_ folder: TemporaryFolder) throws -> ResolvedOptions {
    try folder.write("", to: "content/site.yml")
    try folder.write("", to: "templates/x")
    var raw = try RawOptions.parse([])
    raw.site = folder.path
    return try ResolvedOptions(raw)
  }

  @Test(
    "The output folder must not be where the sources are",
    arguments: [
      "", ".", "content", "content/out", "templates", "content/not/yet", "..", "/", "../",
      "out/../content/x", "link", "link/x",
    ])
  func outputInside(_ output: String) throws {
    let folder = try TemporaryFolder()
    let options = try options(folder)
    try folder.link("link", to: "content")
    let path = output.hasPrefix("/") ? output : folder.at("") + (output.isEmpty ? "" : "/" + output)
    #expect(throws: UsageProblem.outputInside(trimmed(path))) {
      try ResolvedTarget(options, output: path, baseURL: nil)
    }
  }

  @Test(arguments: ["output", "contents", "a/b/c", "../elsewhere"])
  func otherOutputFoldersAreTaken(_ output: String) throws {
    let folder = try TemporaryFolder()
    let target = try ResolvedTarget(options(folder), output: folder.at(output) + "/", baseURL: nil)
    #expect(target.output == folder.at(output))
  }

  @Test(
    "A base address gets its final slash",
    arguments: [
      ("https://example.com", "https://example.com/"),
      ("https://example.com/a/b/", "https://example.com/a/b/"),
      ("HTTP://例子.中国/手册", "HTTP://例子.中国/手册/"),
      ("http://localhost:8080", "http://localhost:8080/"),
    ])
  func addresses(_ text: String, _ expected: String) throws {
    let folder = try TemporaryFolder()
    #expect(
      try ResolvedTarget(options(folder), output: nil, baseURL: text).baseURL == expected)
  }

  @Test(
    "What is no whole web address is refused",
    arguments: [
      "", "example.com", "//example.com", "https://", "https:///a", "ftp://example.com/",
      "https://a b/", "https://a/?q", "https://a/#f", "https://a/\"", "javascript:alert(1)",
      "https://:80/",
    ])
  func badAddresses(_ text: String) throws {
    let folder = try TemporaryFolder()
    let options = try options(folder)
    #expect(throws: UsageProblem.badBaseURL(text)) {
      try ResolvedTarget(options, output: nil, baseURL: text)
    }
  }
}
