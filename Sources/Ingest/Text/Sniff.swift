internal import Prose

/// Kinds of files that are no text, told by their first bytes.
public enum BinaryKind: Equatable, Sendable {
  /// Known by its first bytes: what it is, with its article ("a PDF document"), and what to do about it.
  case known(String, advice: String)
  case unknown
}

extension BinaryKind: CustomStringConvertible {
  public var description: String {
    switch self {
    case .known(let name, _): name
    case .unknown: "binary data"
    }
  }

  /// What to do about it.
  public var advice: String {
    switch self {
    case .known(_, let advice): advice
    case .unknown: Self.onlyText
    }
  }

  fileprivate static let onlyText = "Broadsheet reads text"
}

/// Kinds of text that are marked up for a program to read.
public enum MarkupKind: Equatable, Sendable {
  case xml
  case rtf
}

extension MarkupKind: CustomStringConvertible {
  public var description: String {
    switch self {
    case .xml: "an XML document"
    case .rtf: "an RTF document"
    }
  }

  /// What to do about it.
  public var advice: String {
    "save its text and open that"
  }
}

/// Refuses what is neither text nor a web page, judged by its first bytes; an empty `head` passes.
///
/// A few NULs and other controls are pardoned, since damaged text is text; a share above 2 in 100 is not.
func refuseNonText(head: UnsafeBufferPointer<UInt8>, location: String) throws(IngestError) {
  if let kind = signature(of: head) { throw .binary(location: location, found: kind) }
  if byteOrder(of: head) != nil { return }
  var controls = 0
  for byte in head where isBinaryControl(byte) { controls += 1 }
  guard (controls <= 8 && controls * 4 <= head.count) || controls * 50 <= head.count else {
    throw .binary(location: location, found: .unknown)
  }
  if isHTML(head: head, location: location) { return }
  if let kind = otherMarkup(of: head) { throw .markup(location: location, found: kind) }
  guard !isOtherEncoding(head) else { throw .otherEncoding(location: location) }
}

/// Whether a byte is a control that text does not hold; tab, line and page ends, backspace and escape it may.
private func isBinaryControl(_ byte: UInt8) -> Bool {
  switch byte {
  case 8, 9, 10, 12, 13, 27: false
  case 0..<32, 127: true
  default: false
  }
}

/// Whether more than half of the scalars are not UTF-8: the text of another encoding and script.
private func isOtherEncoding(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
  var offset = 0
  var all = 0
  var bad = 0
  while offset < head.count {
    let (count, isWellFormed) = head.scalar(at: offset)
    // The head may end within a character.
    if !isWellFormed, offset + count < head.count || head.count < sniffedCount { bad += 1 }
    all += 1
    offset += count
  }
  return bad * 2 > all
}

/// Whether a web page begins so: by its tags or, where they tell little, by its name as well.
func isHTML(head: UnsafeBufferPointer<UInt8>, location: String) -> Bool {
  let start = startOfMarkup(head)
  guard start.hasPrefix("<") else { return false }
  let isNamedPage = [".html", ".htm", ".xhtml"].contains { suffix in
    lowercased(location.utf8.suffix(suffix.utf8.count)) == suffix
  }
  let isPage = ["<!doctype html", "<html", "<body"].contains(where: start.contains)
  return isNamedPage || isPage
}

private func otherMarkup(of head: UnsafeBufferPointer<UInt8>) -> MarkupKind? {
  if head.starts(with: #"{\rtf"#.utf8) { return .rtf }
  let start = startOfMarkup(head)
  return ["<?xml", "<!doctype", "<rss", "<feed"].contains(where: start.hasPrefix) ? .xml : nil
}

/// The first letters behind a byte order mark and white space, small.
private func startOfMarkup(_ head: UnsafeBufferPointer<UInt8>) -> String {
  var rest = head[...]
  if rest.starts(with: byteOrderMark) { rest = rest.dropFirst(byteOrderMark.count) }
  rest = rest.drop { $0 == 32 || (9...13).contains($0) }
  return rest.first == UInt8(ascii: "<") ? lowercased(rest.prefix(1024)) : ""
}

private func lowercased(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: Array(bytes), as: UTF8.self).lowercased()
}

/// The kind that the first bytes name, after the table of `file`(1).
private func signature(of head: UnsafeBufferPointer<UInt8>) -> BinaryKind? {
  let unpack = "unpack it and open the text in it"
  let saveAsText = "save it as text and open that"
  let only = BinaryKind.onlyText
  let known: [(offset: Int, bytes: [UInt8], name: String, advice: String)] = [
    (0, ascii("%PDF-"), "a PDF document", "pipe its text in: pdftotext FILE - | broadsheet -"),
    (0, ascii("%!PS"), "a PostScript document", saveAsText),
    (0, [0xD0, 0xCF, 0x11, 0xE0], "an old Office document", saveAsText),
    (
      0, ascii("PK") + [3, 4], "a ZIP archive or an office document", "save its text and open that"
    ),
    (0, [0x1F, 0x8B], "gzip data", "pipe it in: zcat FILE | broadsheet -"),
    (0, [0xFD] + ascii("7zXZ") + [0], "xz data", "pipe it in: xzcat FILE | broadsheet -"),
    (0, [0x28, 0xB5, 0x2F, 0xFD], "zstd data", "pipe it in: zstdcat FILE | broadsheet -"),
    (0, ascii("BZh"), "bzip2 data", "pipe it in: bzcat FILE | broadsheet -"),
    (0, ascii("7z") + [0xBC, 0xAF], "a 7-Zip archive", unpack),
    (0, ascii("Rar!"), "a RAR archive", unpack),
    (257, ascii("ustar"), "a tar archive", unpack),
    (0, [0x7F] + ascii("ELF"), "a program", only),
    (0, [0xCF, 0xFA, 0xED, 0xFE], "a program", only),
    (0, [0xCA, 0xFE, 0xBA, 0xBE], "a program", only),
    (0, [0] + ascii("asm"), "a program", only),
    (0, [0x89] + ascii("PNG"), "a PNG picture", only),
    (0, [0xFF, 0xD8, 0xFF], "a JPEG picture", only),
    (0, ascii("GIF8"), "a GIF picture", only),
    (0, ascii("II*") + [0], "a TIFF picture", only),
    (0, ascii("RIFF"), "a picture, sound or film", only),
    (0, ascii("OggS"), "sound or film", only),
    (0, ascii("ID3"), "sound", only),
    (4, ascii("ftyp"), "a picture or film", only),
    (0, ascii("SQLite format 3") + [0], "an SQLite database", only),
  ]
  let found = known.first { head.dropFirst($0.offset).starts(with: $0.bytes) }
  guard let found else { return nil }
  // Prose may begin with a signature's letters, but not go on with its controls.
  let isWord = found.bytes.allSatisfy { $0 > 32 && $0 < 127 } && found.bytes.first != percent
  guard !isWord || head.contains(where: isBinaryControl) else { return nil }
  return .known(found.name, advice: found.advice)
}

private let percent = UInt8(ascii: "%")

private func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }
