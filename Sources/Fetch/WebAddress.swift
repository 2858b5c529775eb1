/// The scheme, the host and the rest of an address of the web.
struct WebAddress {
  /// With what no address may hold percent-encoded, so that it is sent as it is meant.
  let encoded: String
  /// In lower case, with the port; what is asked politely.
  let host: String

  init(_ address: String) throws(FetchError) {
    guard let scheme = addressScheme(address) else { throw FetchError(address, .notAnAddress) }
    guard scheme == "http" || scheme == "https" else { throw FetchError(address, .scheme(scheme)) }
    let rest = address.utf8.dropFirst(scheme.utf8.count + 3)
    let authority = rest.prefix { !"/?#\\".utf8.contains($0) }
    let host = authority.split(separator: UInt8(ascii: "@")).last ?? []
    guard !host.isEmpty, host.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      authority.allSatisfy({ $0 > 0x20 })
    else { throw FetchError(address, .notAnAddress) }
    self.host = String(decoding: Array(host), as: UTF8.self).lowercased()
    var result = Array("\(scheme)://".utf8) + Array(authority)
    // The fragment is the reader's own business.
    for byte in rest[authority.endIndex...].prefix(while: { $0 != UInt8(ascii: "#") }) {
      if byte > 0x20, byte < 0x7F, !"<>\"\\^`{|}".utf8.contains(byte) {
        result.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result.append(contentsOf: (byte < 16 ? "%0" : "%").utf8)
        result.append(contentsOf: digits.utf8)
      }
    }
    encoded = String(decoding: result, as: UTF8.self)
  }
}

/// The scheme of what begins like `https://`, in lower case; nil for anything else.
public func addressScheme(_ text: String) -> String? {
  let scheme = text.utf8.prefix { byte in
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "+-.".utf8.contains(byte)
  }
  guard !scheme.isEmpty, text.utf8[scheme.endIndex...].starts(with: "://".utf8) else { return nil }
  return String(decoding: Array(scheme), as: UTF8.self).lowercased()
}

/// The path that a `file://` address names; nil for other addresses, and for files of other hosts.
public func filePath(ofAddress address: String) -> [UInt8]? {
  guard addressScheme(address) == "file" else { return nil }
  let rest = Array(address.utf8.dropFirst("file://".utf8.count))
  guard let start = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
  let host = String(decoding: rest[..<start], as: UTF8.self).lowercased()
  guard host.isEmpty || host == "localhost" else { return nil }
  var path: [UInt8] = []
  var place = start
  while place < rest.count {
    if rest[place] == UInt8(ascii: "%"), place + 2 < rest.count,
      let byte = UInt8(String(decoding: rest[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
    {
      path.append(byte)
      place += 3
    } else {
      path.append(rest[place])
      place += 1
    }
  }
  return path
}

/// Whether an address, where a redirect has led, is that of a page that asks for a login.
func isLoginPage(_ address: String) -> Bool {
  guard let scheme = addressScheme(address) else { return false }
  let rest = address.dropFirst(scheme.utf8.count + 3)
  let names: Set<Substring> = [
    "login", "log-in", "signin", "sign-in", "sign_in", "authorize", "sso", "paywall",
  ]
  let path = rest.prefix { $0 != "?" && $0 != "#" }.lowercased()
  return path.split(separator: "/").contains { segment in
    names.contains(segment.prefix { $0 != "." }) || names.contains(segment)
  }
}
