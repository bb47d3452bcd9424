import CedianModel
import Foundation
import Testing

@testable import cedian

@Suite struct JSONReportTests {
  private let finding = Diagnostic(
    id: "duplicate-key", severity: .error,
    location: SourceLocation(
      path: "content/a.md", range: SourceRange(line: 2, column: 1, length: 2)),
    message: LocalizedText(zh: "「主题」写了两次", en: "written twice"),
    notes: [
      .init(
        location: SourceLocation(path: "content/a.md", range: SourceRange(line: 1, column: 1)),
        message: LocalizedText(zh: "先写在这里", en: "first here"))
    ],
    clause: ClauseCitation(number: "4.1", words: "六项", path: "content/policy/04.md", anchor: "4-1"),
    fix: .init(
      message: LocalizedText(zh: "留一处", en: "keep one"), example: "a",
      edits: [.init(range: SourceRange(line: 2, column: 1), replacement: "")]))

  @Test func everyKeyIsThereInOneOrder() throws {
    let json = String(decoding: try jsonReport([finding], checked: 3, language: .zh), as: UTF8.self)
    #expect(
      json == """
        {
          "diagnostics" : [
            {
              "clause" : {
                "anchor" : "4-1",
                "number" : "4.1",
                "path" : "content/policy/04.md",
                "words" : "六项"
              },
              "fix" : {
                "edits" : [
                  {
                    "range" : {
                      "end" : {
                        "column" : 2,
                        "line" : 2
                      },
                      "start" : {
                        "column" : 1,
                        "line" : 2
                      }
                    },
                    "replacement" : ""
                  }
                ],
                "example" : "a",
                "message" : "留一处",
                "safe" : true
              },
              "id" : "duplicate-key",
              "lateness" : null,
              "message" : "「主题」写了两次",
              "notes" : [
                {
                  "message" : "先写在这里",
                  "path" : "content/a.md",
                  "range" : {
                    "end" : {
                      "column" : 2,
                      "line" : 1
                    },
                    "start" : {
                      "column" : 1,
                      "line" : 1
                    }
                  }
                }
              ],
              "path" : "content/a.md",
              "range" : {
                "end" : {
                  "column" : 3,
                  "line" : 2
                },
                "start" : {
                  "column" : 1,
                  "line" : 2
                }
              },
              "severity" : "error"
            }
          ],
          "summary" : {
            "checked" : 3,
            "errors" : 1,
            "files" : 1,
            "notes" : 0,
            "warnings" : 0
          },
          "version" : 1
        }

        """)
  }

  @Test func whatIsNotThereIsNull() throws {
    var bare = finding
    bare.clause = nil
    bare.fix = nil
    let json = try JSONSerialization.jsonObject(
      with: Data(jsonReport([bare], checked: 3, language: .en)))
    let found = ((json as? [String: Any])?["diagnostics"] as? [[String: Any]])?.first
    #expect(found?["clause"] is NSNull)
    #expect(found?["fix"] is NSNull)
    #expect(found?["message"] as? String == "written twice")
  }

  @Test func controlsAreEscapedAndComeBack() throws {
    var evil = finding
    evil.message = LocalizedText(verbatim: "a\u{1B}b\u{7F}c\u{9B}d\u{85}e é")
    let bytes = try jsonReport([evil], checked: 3, language: .zh)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value))
      })
    let json = try JSONSerialization.jsonObject(with: Data(bytes))
    let found = ((json as? [String: Any])?["diagnostics"] as? [[String: Any]])?.first
    #expect(found?["message"] as? String == evil.message.zh)
  }
}
