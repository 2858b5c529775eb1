internal import CTexts
internal import Prose

/// The article that is shown when there is nothing else to read: it holds one of everything.
func sampleArticle() -> Article {
  let text = broadsheet_sample()
  return Article(
    location: "sample",
    byline: ["Harriet Lindqvale"],
    site: "Harbor Wire",
    published: "2026-01-29",
    text: SourceText(UnsafeBufferPointer(start: text.bytes, count: text.count))
  )
}
