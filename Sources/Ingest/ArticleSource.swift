public import Prose

/// Where an article comes from.
public enum ArticleSource: Sendable {
  /// The location of standard input, on the command line and in `Article.location`.
  public static let standardInputLocation = "-"

  case standardInput
  /// The path's bytes, which need not be UTF-8.
  case file(path: [UInt8])
  /// An address of the web, `https://…` or `http://…`, which somebody else fetches.
  case address(String)
  /// An article that is in memory already.
  case article(Article)

  /// Reads a command-line argument: a path, an address, or "-" for standard input.
  public init(argument: [UInt8]) {
    let isStandardInput = argument.elementsEqual(Self.standardInputLocation.utf8)
    let beginning = String(decoding: argument.prefix(8), as: UTF8.self).lowercased()
    if beginning.hasPrefix("http://") || beginning == "https://" {
      self = .address(String(decoding: argument, as: UTF8.self))
    } else {
      self = isStandardInput ? .standardInput : .file(path: argument)
    }
  }

  /// What a person would open it by.
  public var location: String {
    switch self {
    case .standardInput: Self.standardInputLocation
    case .file(let path): String(decoding: path, as: UTF8.self)
    case .address(let address): address
    case .article(let article): article.location
    }
  }
}

/// Reads an article whole.
///
/// A web page is told by its first bytes and read as the article in it. Standard input gives its text once: keep
/// the article to show it again.
public func readArticle(_ source: ArticleSource) throws(IngestError) -> Article {
  let location = source.location
  let bytes: ByteBuffer
  switch source {
  case .article(let article): return article
  case .standardInput: bytes = try readBytes(descriptor: 0, location: location)
  case .file(let path): bytes = try readBytes(path: path, location: location)
  case .address: throw .address(location: location)
  }
  return try readArticle(bytes, location: location)
}

/// Reads bytes that are in memory as an article.
///
/// - Parameters:
///   - bytes: As they came.
///   - location: Their path or address.
///   - charset: The encoding that the HTTP header tells; nil where there is none.
/// - Returns: The article.
/// - Throws: Where the bytes are no text.
public func readArticle(
  bytes: [UInt8],
  location: String,
  charset: String? = nil
) throws(IngestError) -> Article {
  let page = try bytes.withUnsafeBufferPointer { bytes throws(IngestError) in
    try readPage(bytes, location: location, charset: charset)
  }
  if let page { return page }
  let text = charset.map { decodeText(bytes, charset: $0) } ?? bytes
  try text.withUnsafeBufferPointer { text throws(IngestError) in
    try refuseNonText(head: text.prefixed(sniffedCount), location: location)
  }
  return try readLines(ByteBuffer(copying: text), location: location)
}

/// Reads bytes as what they are.
func readArticle(_ bytes: consuming ByteBuffer, location: String) throws(IngestError) -> Article {
  if let page = try bytes.withBytes({ bytes throws(IngestError) in
    try readPage(bytes, location: location)
  }) {
    return page
  }
  return try readLines(bytes, location: location)
}

/// Reads what is no page: Markdown by its name, all else as the text that it is.
private func readLines(
  _ bytes: consuming ByteBuffer,
  location: String
) throws(IngestError) -> Article {
  let text = try readText(bytes, location: location)
  if isMarkdown(location: location), text.count <= longestMarkdown {
    return readMarkdown(text, location: location)
  }
  return Article(location: location, text: text)
}

/// Longer files are read as the plain text that they are, so that they open at once.
private let longestMarkdown = 4 << 20

/// The article in a web page or a message of mail; nil where the bytes are neither.
private func readPage(
  _ bytes: UnsafeBufferPointer<UInt8>,
  location: String,
  charset: String? = nil
) throws(IngestError) -> Article? {
  if isMail(head: bytes.prefixed(sniffedCount), location: location) {
    return try readMail(bytes, location: location)
  }
  if isHTML(head: bytes.prefixed(sniffedCount), location: location) {
    return try readHTML(bytes, charset: charset, location: location)
  }
  guard let order = byteOrder(of: bytes),
    let head = decodeUTF16(UnsafeBufferPointer(rebasing: bytes.prefix(sniffedCount)[2...]), order)
  else { return nil }
  let isPage = head.withUnsafeBufferPointer { isHTML(head: $0, location: location) }
  return isPage ? try readHTML(bytes, location: location) : nil
}

extension ArticleSource {
  /// About how much memory the text will take, in bytes; 0 where that is not known before it is read.
  public var expectedByteCount: Int {
    switch self {
    case .standardInput, .address: 0
    case .file(let path): fileSize(path: path)
    case .article(let article): article.text.count
    }
  }
}
