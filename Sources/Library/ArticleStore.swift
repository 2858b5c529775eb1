internal import GRDB

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The articles that were read and what was marked in them: one SQLite file.
///
/// Safe to use from any thread, and by several programs at once. Every change is one transaction: it is there as a
/// whole or not at all, whenever the program ends.
public struct ArticleStore: Sendable {
  public let path: String
  let connection: DatabaseQueue

  /// Opens the library at `path`, and makes it where there is none.
  public init(path: String) throws(LibraryError) {
    try self.init(path: path, steps: SchemaStep.all)
  }

  init(path: String, steps: [SchemaStep]) throws(LibraryError) {
    self.path = path
    do {
      connection = try Self.open(path, steps)
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Opens the library at `path` if there is one; makes nothing.
  public static func existing(path: String) throws(LibraryError) -> ArticleStore? {
    access(path, F_OK) == 0 ? try ArticleStore(path: path) : nil
  }

  /// Where the library is, after the XDG Base Directory Specification; on macOS in Application Support.
  public static func defaultPath(
    _ environment: (String) -> String?
  ) throws(LibraryError) -> String {
    // The specification has a path that is not absolute passed over.
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/broadsheet/library.sqlite"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { throw .noPlace }
    #if canImport(Darwin)
      return home + "/Library/Application Support/broadsheet/library.sqlite"
    #else
      return home + "/.local/share/broadsheet/library.sqlite"
    #endif
  }

  /// What is wrong with the file, in SQLite's words; empty where nothing is.
  public func check() throws(LibraryError) -> [String] {
    try read { database in
      let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      let strays = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
      return problems.filter { $0 != "ok" }
        + strays.map { "A row of \($0[0] as String? ?? "a table") belongs to nothing." }
    }
  }

  /// Brings all that was written into the one file, where nobody else reads it meanwhile.
  public func tidy() throws(LibraryError) {
    do {
      try connection.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Copies the library, whatever is being written to it.
  public func backUp(to path: String) throws(LibraryError) {
    do {
      try Self.backUp(connection, to: path)
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try connection.unsafeReentrantRead(body)
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try connection.unsafeReentrantWrite { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try body(database)
          return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return value
      }
    } catch {
      throw LibraryError(error, path: path)
    }
  }
}

// MARK: Opening

extension ArticleStore {
  private static func open(_ path: String, _ steps: [SchemaStep]) throws -> DatabaseQueue {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try makeFolder(folder)
    // Two programs that make or change the library at once would stumble over each other.
    let lock = openFolder(folder)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0 { flock(lock, LOCK_EX) }
    try makeFile(path)
    var migrator = DatabaseMigrator()
    for step in steps { migrator.registerMigration(step.name, migrate: step.take) }
    var configuration = Configuration()
    configuration.label = "library"
    configuration.busyMode = .timeout(3)
    // One connection: only one thread works here, and the threads of a pool would wake once a second.
    configuration.journalMode = .wal
    configuration.prepareDatabase { database in
      // What is deleted is overwritten; and what is committed has reached the disk.
      try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL")
    }
    // A file that is not for us is not touched: not even its journal's mode changes.
    var reading = configuration
    reading.readonly = true
    reading.journalMode = .default
    if sizeOfFile(path) > 0, access(folder, W_OK) == 0 {
      let look = try DatabaseQueue(path: path, configuration: reading)
      // It is never closed: a queue that ends starts a thread of the system's that wakes once a second for good.
      _ = Unmanaged.passRetained(look)
      let isSuperseded = try look.read { try migrator.hasBeenSuperseded($0) }
      if isSuperseded { throw LibraryError.newer(path: path) }
    }
    let connection = try DatabaseQueue(path: path, configuration: configuration)
    let done = try connection.read { try migrator.completedMigrations($0) }
    for step in steps.dropFirst(done.count) {
      if !done.isEmpty {
        let copy = "\(path).before-\(step.name)"
        do {
          try backUp(connection, to: copy)
        } catch {
          throw LibraryError.backupFailed(path: copy, reason: LibraryError.reason(error))
        }
      }
      try migrator.migrate(connection, upTo: step.name)
    }
    return connection
  }

  /// Copies into a file beside, which takes the name when it is whole.
  private static func backUp(_ connection: DatabaseQueue, to path: String) throws {
    let part = "\(path).part"
    unlink(part)
    let file = openNew(part)
    guard file >= 0 else {
      throw LibraryError.backupFailed(path: path, reason: String(cString: strerror(errno)))
    }
    defer {
      close(file)
      unlink(part)
    }
    let copy = try DatabaseQueue(path: part)
    try connection.backup(to: copy)
    try copy.close()
    guard fsync(file) == 0, rename(part, path) == 0 else {
      throw LibraryError.backupFailed(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Makes the folder and those above it, for the user alone.
  private static func makeFolder(_ folder: String) throws {
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o700) != 0, errno != EEXIST {
        throw LibraryError.folderCannotBeMade(
          path: folder,
          reason: String(cString: strerror(errno))
        )
      }
    }
  }

  /// Makes the file where there is none, for the user alone; SQLite's files beside it become alike.
  private static func makeFile(_ path: String) throws {
    let file = openNew(path)
    if file >= 0 {
      close(file)
    } else if errno != EEXIST {
      throw errno == EACCES || errno == EROFS
        ? LibraryError.readOnly(path: path)
        : LibraryError.cannotBeOpened(path: path, reason: String(cString: strerror(errno)))
    }
  }

  private static func sizeOfFile(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

private func openNew(_ path: String) -> Int32 {
  open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
}

private func openFolder(_ folder: String) -> Int32 {
  open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
}

func deleteFile(_ path: String) { unlink(path) }
