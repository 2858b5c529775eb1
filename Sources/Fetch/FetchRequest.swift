/// What is fetched, and what is known of it already.
public struct FetchRequest: Sendable {
  /// What kind of answer is asked for.
  public enum Kind: Sendable {
    case page
    case feed
  }

  public var address: String
  public var kind: Kind
  /// As the last answer gave them, so that an unchanged page is not sent again.
  public var entityTag: String?
  public var lastModified: String?

  public init(
    _ address: String,
    kind: Kind = .page,
    entityTag: String? = nil,
    lastModified: String? = nil
  ) {
    self.address = address
    self.kind = kind
    self.entityTag = entityTag
    self.lastModified = lastModified
  }
}

/// How much is taken, how long it is waited for, and how hard servers are asked.
public struct FetchLimits: Sendable {
  /// Of a body, unpacked, in bytes.
  public var largest = 20 << 20
  public var mostRedirects = 10
  public var connectSeconds = 15.0
  /// For all of an answer.
  public var seconds = 90.0
  /// A server that sends fewer bytes a second than this, for `slowSeconds`, is given up.
  public var slowestBytesPerSecond = 100
  public var slowSeconds = 15
  /// How often what failed by accident is asked for in all.
  public var attempts = 3
  /// Before the second attempt; twice as long before the third.
  public var retrySeconds = 0.5
  /// A server that asks for a longer pause has failed.
  public var longestPause = 10.0
  /// Transfers beside each other, and how many of them from one host.
  public var most = 40
  public var mostPerHost = 2
  /// Between the starts of two transfers from one host.
  public var hostPause = 0.05

  public init() {}
}

/// How far a transfer is.
public struct FetchProgress: Equatable, Sendable {
  public let received: Int
  /// Nil where the server does not tell.
  ///
  /// Counted as packed, so that more than this may come.
  public let expected: Int?
}

/// What came of a request.
public struct Fetched: Equatable, Sendable {
  /// The server says that what is known already still holds; `body` is empty then.
  public var isUnchanged = false
  /// Where the redirects led.
  public var address: String
  /// Where it is for good from now on; nil where it has not moved.
  public var movedTo: String?
  public var body: [UInt8] = []
  /// Such as `text/html`, in lower case.
  public var mediaType: String?
  public var charset: String?
  public var entityTag: String?
  public var lastModified: String?

  public init(address: String) {
    self.address = address
  }
}

extension Fetched {
  /// Takes the media type and the charset out of a header such as `text/html; charset=utf-8`.
  mutating func take(contentType: String) {
    let parts = contentType.split(separator: ";")
    mediaType = parts.first.map { trimmed($0).lowercased() }
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, trimmed(sides[0]).lowercased() == "charset" else { continue }
      charset = String(trimmed(sides[1]).filter { $0 != "\"" && $0 != "'" })
    }
  }
}

private func trimmed(_ text: Substring) -> Substring {
  let start = text.drop { $0 == " " || $0 == "\t" }
  guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
  return start[...end]
}
