/// The encoding that a document says it is in, in its first 4,096 bytes; nil where it says none, or none we know.
func declaredCharset(
  _ bytes: UnsafeBufferPointer<UInt8>,
  in language: MarkupLanguage
) -> Charset? {
  let head = bytes.prefix(4096).map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
  if let declaration = declared(in: head, after: "encoding", before: "?>") { return declaration }
  return language == .html ? metaCharset(head) : nil
}

func declaredCharset(_ bytes: [UInt8], in language: MarkupLanguage) -> Charset? {
  bytes.withUnsafeBufferPointer { declaredCharset($0, in: language) }
}

/// The value behind `name` and an equals sign, in the XML declaration.
private func declared(in head: [UInt8], after name: String, before end: String) -> Charset? {
  guard let start = head.prefix(200).range(ofBytes: Array("<?xml".utf8)),
    let end = head[start.upperBound...].range(ofBytes: Array(end.utf8))
  else { return nil }
  let declaration = head[start.upperBound..<end.lowerBound]
  guard let name = declaration.range(ofBytes: Array(name.utf8)) else { return nil }
  return value(declaration[name.upperBound...]).flatMap { Charset(label: $0) }
}

/// What the first `meta` element with a known charset says.
private func metaCharset(_ head: [UInt8]) -> Charset? {
  var rest = head[...]
  while let meta = rest.range(ofBytes: Array("<meta".utf8)) {
    let end = rest[meta.upperBound...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
    let tag = rest[meta.upperBound..<end]
    rest = rest[end...]
    guard let name = tag.range(ofBytes: Array("charset".utf8)),
      let charset = value(tag[name.upperBound...]).flatMap({ Charset(label: $0) })
    else { continue }
    // What is read so far was read as ASCII.
    if case .utf16 = charset { return .utf8 }
    return charset
  }
  return nil
}

/// The word behind an equals sign, in quotation marks or not.
private func value(_ bytes: ArraySlice<UInt8>) -> String? {
  let space: (UInt8) -> Bool = { $0 <= 32 }
  let afterName = bytes.drop(while: space)
  guard afterName.first == UInt8(ascii: "=") else { return nil }
  let word = afterName.dropFirst().drop {
    space($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
  }
  .prefix { !space($0) && !Array("\"';/>".utf8).contains($0) }
  return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
}
