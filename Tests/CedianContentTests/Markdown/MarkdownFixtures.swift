import CedianContent
import CedianModel

/// Renders a fragment as text.
func fragment(_ text: String, options: MarkdownOptions = MarkdownOptions()) -> String {
  String(decoding: renderFragment(Array(text.utf8), options: options).html, as: UTF8.self)
}

/// Renders a body and keeps all of what comes back.
func rendered(_ text: String, options: MarkdownOptions = MarkdownOptions()) -> (
  body: Body, diagnostics: [Diagnostic]
) {
  let bytes = Array(text.utf8)
  return renderMarkdown(
    bytes, in: 0..<bytes.count, path: "content/x.md", firstLine: 1, options: options)
}
