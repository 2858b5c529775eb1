internal import CThemes
public import Screen

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A theme that can be chosen by its name.
public struct ThemeListing: Equatable, Sendable {
  public let name: String
  /// What the file says of itself; empty if it says nothing.
  public let description: String
  /// The file of a theme that is not built in.
  public let path: String?
}

/// The folder in which users keep themes of their own, if the environment names one.
public var userThemeFolder: String? {
  if let folder = environment("XDG_CONFIG_HOME") { return folder + "/broadsheet/themes" }
  return environment("HOME").map { $0 + "/.config/broadsheet/themes" }
}

/// Finds the theme that `--theme` names.
///
/// - Parameters:
///   - name: A file if it has a slash or ends in `.yaml` or `.yml`; else a theme of the user's, or a built-in one.
///   - folder: Where the user's themes are.
/// - Returns: The theme.
/// - Throws: Where there is none of this name, or it has a mistake.
public func findTheme(
  _ name: String,
  userThemes folder: String? = userThemeFolder
) throws(ThemeError) -> Theme {
  if name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
    return try theme(atPath: name)
  }
  if let path = folder.map({ "\($0)/\(name).yaml" }), access(path, F_OK) == 0 {
    return try theme(atPath: path)
  }
  // The two that a plain start needs are ready without a parser.
  for ready in [Theme.standard, .monochrome] where ready.name == name { return ready }
  guard let file = builtIn.first(where: { $0.name == name }) else {
    throw .unknownTheme(name: name, known: listThemes(userThemes: folder).map(\.name))
  }
  return try ThemeFile(yaml: file.yaml, file: name + ".yaml").theme(named: name)
}

/// The themes there are: those of the user, then the built-in ones; one that hides another stands for both.
public func listThemes(userThemes folder: String? = userThemeFolder) -> [ThemeListing] {
  let own = folder.map(yamlFiles) ?? []
  let listed = own.map { name in
    let path = "\(folder ?? "")/\(name).yaml"
    let description =
      (try? text(atPath: path)).flatMap { try? ThemeFile(yaml: $0, file: path).description } ?? ""
    return ThemeListing(name: name, description: description, path: path)
  }
  let rest = builtIn.filter { !own.contains($0.name) }.map { file in
    let description = (try? ThemeFile(yaml: file.yaml, file: file.name).description) ?? ""
    return ThemeListing(name: file.name, description: description, path: nil)
  }
  return listed + rest
}

/// The theme files that are part of the program, the default first.
let builtIn: [(name: String, yaml: String)] = {
  var count = 0
  let themes = broadsheet_themes(&count)
  return (0..<count).map { row in
    let bytes = UnsafeBufferPointer(start: themes[row].bytes, count: themes[row].count)
    return (String(cString: themes[row].name), String(decoding: bytes, as: UTF8.self))
  }
}()

private func theme(atPath path: String) throws(ThemeError) -> Theme {
  let last = path.split(separator: "/").last.map(String.init) ?? path
  let name = last.split(separator: ".").first.map(String.init) ?? last
  return try ThemeFile(yaml: text(atPath: path), file: path).theme(named: name)
}

/// The longest theme is a fiftieth of this; what is longer is something else.
private let longestFile = 256 << 10

private func text(atPath path: String) throws(ThemeError) -> String {
  // Not blocking: a pipe or a device of that name must not hold up the start.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw .unreadable(file: path) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
    status.st_size <= longestFile
  else { throw .unreadable(file: path) }
  var bytes: [UInt8] = Array(repeating: 0, count: longestFile)
  var count = 0
  while count < bytes.count {
    let part = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
    }
    if part == 0 { break }
    guard part > 0 else { throw .unreadable(file: path) }
    count += part
  }
  return String(decoding: bytes[..<count], as: UTF8.self)
}

/// The names of a folder's theme files in order, without their endings.
private func yamlFiles(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name.hasSuffix(".yaml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
  }
  return names.sorted()
}

private func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
