/// Why something could not be read as an article.
///
/// `location` is the path as given, or "-".
public enum IngestError: Error, Equatable, Sendable {
  case missing(location: String)
  case folder(location: String)
  case folderWithoutText(location: String)
  case noPermission(location: String)
  /// `reason` is the system's word for it.
  case unreadable(location: String, reason: String)
  /// Nothing in it, or white space alone.
  case empty(location: String)
  case tooLarge(location: String)
  /// A pipe that goes on and on; `limit` is in bytes.
  case endless(location: String, limit: Int)
  case binary(location: String, found: BinaryKind)
  /// Most of its letters are not UTF-8.
  case otherEncoding(location: String)
  case markup(location: String, found: MarkupKind)
  /// A page of the web, and no libxml2 to read it with.
  case noParser(location: String)
  /// An address of the web.
  case address(location: String)
}

extension IngestError {
  /// What was to be read.
  public var location: String {
    switch self {
    case .missing(let location), .folder(let location), .folderWithoutText(let location),
      .noPermission(let location), .unreadable(let location, _), .empty(let location),
      .tooLarge(let location), .endless(let location, _), .binary(let location, _),
      .otherEncoding(let location),
      .markup(let location, _), .noParser(let location), .address(let location):
      location
    }
  }
}

extension IngestError: CustomStringConvertible {
  /// One sentence: what happened, and what to do next.
  public var description: String {
    let name = location == ArticleSource.standardInputLocation ? "standard input" : location
    return switch self {
    case .missing:
      "there is no file \(name); check the name."
    case .folder:
      "\(name) is a folder; name the files in it."
    case .folderWithoutText:
      "\(name) holds no text file; name a file or another folder."
    case .noPermission:
      "\(name) may not be read by you; ask its owner, or change its permissions."
    case .unreadable(_, let reason):
      "\(name) cannot be read: \(reason)."
    case .empty:
      "\(name) is empty; there is nothing to read."
    case .tooLarge:
      "\(name) is larger than 2 GB; split it first."
    case .endless(_, let limit):
      "\(name) gives more than \(limit >> 20) MB; save it to a file, which is read where it lies."
    case .binary(_, let found):
      "\(name) is \(found.description), not text; \(found.advice)."
    case .otherEncoding:
      "\(name) is not UTF-8 text; convert it first, for instance with iconv -t UTF-8."
    case .markup(_, let found):
      "\(name) is \(found.description), not plain text; \(found.advice)."
    case .noParser:
      "\(name) is a web page, which libxml2 reads, and this machine has none; install it (libxml2)."
    case .address:
      "\(name) is an address of another kind than https:// and http://; save what is there and open the file."
    }
  }
}
