internal import GRDB

/// Why the library could not do what was asked; nothing in it has changed then.
public enum LibraryError: Error, Equatable, CustomStringConvertible {
  /// Neither `XDG_DATA_HOME` nor `HOME` says where it is.
  case noPlace
  case folderCannotBeMade(path: String, reason: String)
  case cannotBeOpened(path: String, reason: String)
  case readOnly(path: String)
  case diskFull(path: String)
  case locked(path: String)
  case newer(path: String)
  case damaged(path: String, reason: String)
  case backupFailed(path: String, reason: String)
  case failed(path: String, reason: String)
  case unknownArticle(String)
  case unknownFeed(String)
  case notAQuery(String)

  public var description: String {
    switch self {
    case .noPlace:
      "Neither XDG_DATA_HOME nor HOME says where the library is; set one of them to keep what you mark."
    case .folderCannotBeMade(let path, let reason):
      "The library's folder \(path) cannot be made (\(reason)); nothing is kept until it can."
    case .cannotBeOpened(let path, let reason):
      "The library \(path) cannot be opened (\(reason)); nothing is kept until it can."
    case .readOnly(let path):
      "The library \(path) cannot be written, so nothing is kept; make it and its folder yours to write."
    case .diskFull(let path):
      "The disk is full: the last change is not kept in \(path); free some space and make it again."
    case .locked(let path):
      "Another program holds the library \(path); end it and try again."
    case .newer(let path):
      "The library \(path) is of a newer version of this program, which alone may change it; update this one."
    case .damaged(let path, let reason):
      "The library \(path) is damaged (\(reason)) and left as it is; move it away, or put a backup in its place."
    case .backupFailed(let path, let reason):
      "The library could not be backed up to \(path) (\(reason)), so it stays as it was; free some space and try again."
    case .failed(let path, let reason):
      "The library \(path) did not take the change (\(reason)); try again."
    case .unknownArticle(let name):
      "The library has no article \(name); broadsheet library list names them."
    case .unknownFeed(let name):
      "There is no feed \(name) in the library; broadsheet feeds list names them."
    case .notAQuery(let reason):
      reason
    }
  }

  /// Why, in a few words.
  static func reason(_ error: any Error) -> String {
    if case .backupFailed(_, let reason) = error as? LibraryError { return reason }
    guard let error = error as? DatabaseError else { return "\(error)" }
    switch error.resultCode {
    case .SQLITE_FULL: return "the disk is full"
    case .SQLITE_IOERR: return "the disk does not take it"
    default: return error.message ?? "SQLite's error \(error.resultCode.rawValue)"
    }
  }

  /// What SQLite's error means for the library at `path`.
  init(_ error: any Error, path: String) {
    if let error = error as? LibraryError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    let reason = error.message ?? "no reason given"
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path: path, reason: reason)
      case .SQLITE_CANTOPEN, .SQLITE_AUTH: .cannotBeOpened(path: path, reason: reason)
      default: .failed(path: path, reason: reason)
      }
  }
}
