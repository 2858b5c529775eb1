internal import CTexts
public import Prose

/// Writes one HTML page with any number of articles on it, which needs nothing from elsewhere.
///
/// Each article stands with its findings marked in its text, its actors, places and issues beside it, and the matrix
/// of positions below. It is read in light and dark, and from the keyboard.
public struct HTMLPageWriter: Sendable {
  private var count = 0

  public init() {}

  public mutating func add(_ document: Document, of article: Article) -> [UInt8] {
    count += 1
    let sheet = HTMLSheet(document: document, article: article, number: count)
    return Array(((count == 1 ? head(sheet.title) : "") + sheet.markup).utf8)
  }

  public mutating func end() -> [UInt8] {
    let script = text(broadsheet_page_script())
    let begin = count == 0 ? head("Broadsheet") : ""
    return Array(
      """
      \(begin)<p class="keys" hidden><kbd>n</kbd> next mention · <kbd>N</kbd> one back · <kbd>Enter</kbd> its card · \
      <kbd>Esc</kbd> no focus · <kbd>?</kbd> these keys</p>
      <script>
      \(script)</script>
      </body>
      </html>

      """.utf8
    )
  }

  private func head(_ title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    script-src 'unsafe-inline'">
    <meta name="referrer" content="no-referrer">
    <title>\(markupText(title))</title>
    <style>
    \(text(broadsheet_page_style()))</style>
    </head>
    <body>

    """
  }
}

private func text(_ text: broadsheet_text) -> String {
  String(decoding: UnsafeBufferPointer(start: text.bytes, count: text.count), as: UTF8.self)
}
