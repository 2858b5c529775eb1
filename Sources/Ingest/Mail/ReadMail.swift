internal import Prose

/// Whether a message of mail, or a box of them, begins so.
///
/// A line of prose may look like a field; a message is told by its name, or by a first field that only mail has.
func isMail(head: UnsafeBufferPointer<UInt8>, location: String) -> Bool {
  let isNamed =
    location.utf8.suffix(4).elementsEqual(".eml".utf8)
    || location.utf8.suffix(5).elementsEqual(".mbox".utf8)
  // Prose is told by its first letter, mostly: this is asked of every file that is opened.
  guard isNamed || head.first.map({ firstLetters.contains($0) }) == true else { return false }
  let start = head.prefix(4096).map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
  if start.starts(with: "from ".utf8) || isNamed {
    return usualFields.count { name in
      start.starts(with: name) || start.range(ofBytes: [10] + name) != nil
    } >= 2
  }
  return firstFields.contains { start.starts(with: $0) }
}

private let firstLetters = Array("FRDMXfrdmx".utf8)
private let usualFields = ["from:", "subject:", "date:", "mime-version:"].map { Array($0.utf8) }
/// Fields that only mail has, of those that come first.
private let firstFields = [
  "return-path: <", "received: from ", "received: by ", "delivered-to: ", "mime-version: 1.0",
  "message-id: <", "x-mozilla-status: ",
].map { Array($0.utf8) }

/// Reads a message as the article that it carries: its part in HTML, or else its text.
///
/// Of a box the first message is read; `messages(in:)` gives them all.
func readMail(
  _ bytes: UnsafeBufferPointer<UInt8>,
  location: String
) throws(IngestError) -> Article {
  guard let first = messages(in: Array(bytes)).first else { throw .empty(location: location) }
  return try readMessage(MailPart(first), location: location)
}

/// The messages of a box, each from its first field; of a single message, itself.
func messages(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  let mark = Array("From ".utf8)
  guard bytes.starts(with: mark) else { return bytes.isEmpty ? [] : [bytes[...]] }
  var found: [ArraySlice<UInt8>] = []
  var start: Int?
  var rest = bytes[...]
  var isBehindEmpty = true
  var offset = 0
  while let line = MailPart.line(&rest) {
    if isBehindEmpty, line.starts(with: mark) {
      if let start { found.append(bytes[start..<offset]) }
      start = rest.startIndex
    }
    isBehindEmpty = line.isEmpty
    offset = rest.startIndex
  }
  if let start, start < bytes.endIndex { found.append(bytes[start...]) }
  return found
}

func readMessage(_ message: MailPart, location: String) throws(IngestError) -> Article {
  var article = try readContent(of: message, location: location)
  if let subject = message.field("subject").map(decodeWords), !subject.isEmpty {
    article.title = subject
  }
  if let sender = message.field("from").map(decodeWords), let name = senderName(sender) {
    article.byline = article.byline.isEmpty ? [name] : article.byline
    article.site = article.site ?? name
  }
  if let date = message.field("date").flatMap({ feedDate(String(decoding: $0, as: UTF8.self)) }) {
    article.published = date
  }
  return article
}

private func readContent(of message: MailPart, location: String) throws(IngestError) -> Article {
  if let page = part(of: message, type: "text/html", depth: 0) {
    let html = page.content
    let charset = page.parameter("charset")
    do throws(IngestError) {
      return try html.withUnsafeBufferPointer { bytes throws(IngestError) in
        try readHTML(bytes, charset: charset, location: location)
      }
    } catch {
      // A page of pictures; the same message may have words.
      guard part(of: message, type: "text/plain", depth: 0) != nil else { throw error }
    }
  }
  guard let plain = part(of: message, type: "text/plain", depth: 0) else {
    throw .empty(location: location)
  }
  let text = decodeText(plain.content, charset: plain.parameter("charset"))
  return Article(
    location: location,
    text: try readText(ByteBuffer(copying: text), location: location)
  )
}

/// The first part of a type that is no attachment; what tells no type is plain text.
private func part(of message: MailPart, type: String, depth: Int) -> MailPart? {
  guard depth < 8, message.word("content-disposition") != "attachment" else { return nil }
  let own = message.word("content-type") ?? "text/plain"
  if own == type { return message }
  if own == "message/rfc822" {
    return part(of: MailPart(message.body), type: type, depth: depth + 1)
  }
  guard own.hasPrefix("multipart/") else { return nil }
  return message.parts.lazy.compactMap { part(of: $0, type: type, depth: depth + 1) }.first
}

/// "Harbor Wire" of "Harbor Wire <news@example.org>"; nil where there is an address alone.
private func senderName(_ sender: String) -> String? {
  let name = sender.prefix { $0 != "<" }.filter { $0 != "\"" }
  let words = name.split(separator: " ").joined(separator: " ")
  return words.isEmpty || words.contains("@") ? nil : words
}
