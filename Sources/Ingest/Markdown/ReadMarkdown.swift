internal import Prose

/// Whether a file is Markdown by its name.
func isMarkdown(location: String) -> Bool {
  let name = location.lowercased()
  return [".md", ".markdown", ".mkd", ".mdown"].contains { name.hasSuffix($0) }
}

/// Reads Markdown as an article: what its signs say becomes blocks, the signs go.
///
/// The reader is our own: libcmark changes its name with every release, and few machines have it.
/// A text that is nothing but signs is shown as it is.
func readMarkdown(_ text: SourceText, location: String) -> Article {
  let reader = MarkdownReader(text.string)
  var result: [UInt8] = []
  var blocks = Blocks()
  var title = reader.fields["title"]
  func add(_ kind: BlockKind, _ string: String) {
    let string = string.trimmed
    guard !string.isEmpty else { return }
    if !result.isEmpty { result.append(contentsOf: [10, 10]) }
    let start = UInt32(result.count)
    result.append(contentsOf: Array(string.utf8))
    blocks.append(kind, start..<UInt32(result.count))
  }
  if let title { add(.headline, title) }
  for (index, block) in reader.blocks.enumerated() {
    let plain =
      block.isCode ? block.text : MarkdownInline.text(block.text, references: reader.references)
    if index == 0, block.kind == .heading, block.level == 1 {
      if let title, same(title, plain) { continue }
      if title == nil {
        title = plain.trimmed
        add(.headline, plain)
        continue
      }
    }
    add(block.kind, plain)
  }
  guard !result.isEmpty else { return Article(location: location, format: .markdown, text: text) }
  let author = reader.fields["author"] ?? reader.fields["byline"]
  return Article(
    location: location,
    format: .markdown,
    title: title,
    byline: author.map { [$0] } ?? [],
    published: reader.fields["date"].flatMap { isoDate($0) ?? dayNamed(in: $0) },
    text: SourceText(result),
    blocks: blocks
  )
}
