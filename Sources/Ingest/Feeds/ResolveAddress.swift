/// The parts of an address.
/// - Note: RFC 3986, appendix B.
struct AddressParts {
  var scheme: String?
  var authority: String?
  var path: String
  var query: String?
  var fragment: String?

  init(_ address: String) {
    var rest = address[...]
    if let mark = rest.firstIndex(of: "#") {
      fragment = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
      scheme = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = String(rest[..<end])
      rest = rest[end...]
    }
    path = String(rest)
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.first, first.isASCII, first.isLetter else { return false }
    return text.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == ".")
    }
  }

  var address: String {
    var result = ""
    if let scheme { result += "\(scheme):" }
    if let authority { result += "//\(authority)" }
    result += path
    if let query { result += "?\(query)" }
    if let fragment { result += "#\(fragment)" }
    return result
  }
}

/// An address that may be relative, as an absolute one; unchanged where there is no base to it.
/// - Note: RFC 3986, section 5.2.
public func resolveAddress(_ reference: String, against base: String?) -> String {
  var parts = AddressParts(reference)
  guard parts.scheme == nil, let base else { return reference }
  let baseParts = AddressParts(base)
  guard baseParts.scheme != nil || baseParts.authority != nil || !baseParts.path.isEmpty else {
    return reference
  }
  parts.scheme = baseParts.scheme
  if parts.authority == nil {
    parts.authority = baseParts.authority
    if parts.path.isEmpty {
      parts.path = baseParts.path
      parts.query = parts.query ?? baseParts.query
    } else if !parts.path.hasPrefix("/") {
      let folder = baseParts.path.lastIndex(of: "/").map { baseParts.path[...$0] }
      let isBare = folder == nil && baseParts.authority != nil
      parts.path = (folder.map(String.init) ?? (isBare ? "/" : "")) + parts.path
    }
  }
  parts.path = withoutDots(parts.path)
  return parts.address
}

/// A path with its `.` and `..` worked out.
private func withoutDots(_ path: String) -> String {
  guard path.contains("./") || path.hasSuffix("/.") || path.hasSuffix("/..") else { return path }
  var kept: [Substring] = []
  let segments = path.split(separator: "/", omittingEmptySubsequences: false)
  for (place, segment) in segments.enumerated() {
    let isLast = place == segments.count - 1
    switch segment {
    case ".": if isLast { kept.append("") }
    case "..":
      if kept.count > 1 || kept.first.map({ !$0.isEmpty }) == true { kept.removeLast() }
      if isLast { kept.append("") }
    default: kept.append(segment)
    }
  }
  return kept.joined(separator: "/")
}

/// An address of the web, absolute if `base` makes it so; nil for one that a browser would run or that holds controls.
///
/// White space around it and line ends within it are dropped, as browsers do.
func webAddress(_ text: String, base: String?) -> String? {
  let scalars = text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }
  let trimmed = String(String.UnicodeScalarView(scalars)).trimmedOfSpace()
  guard !trimmed.isEmpty else { return nil }
  let address = resolveAddress(trimmed, against: base)
  switch AddressParts(address).scheme?.lowercased() {
  case "javascript", "data", "vbscript", "blob": return nil
  default: return address
  }
}

extension String {
  /// Without the white space around it.
  func trimmedOfSpace() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
