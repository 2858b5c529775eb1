internal import CPCRE2

/// Why a text cannot be used as a regular expression.
public enum ExpressionError: Error, Equatable {
  /// What PCRE2 says of it.
  case notAnExpression(String)
  case noLibrary
}

/// A regular expression as Perl has them, over UTF-8.
///
/// A blank in it is any white space, for a line may break there, and a straight quotation mark also the curly ones.
/// It belongs to the thread that made it.
public final class RegularExpression {
  private let handle: OpaquePointer

  /// Compiles `pattern`; with `ignoresCase` capitals and small letters are the same.
  /// - Throws: `ExpressionError`
  public init(_ pattern: String, ignoresCase: Bool) throws(ExpressionError) {
    let bytes = Array(readerExpression(pattern).utf8)
    var message = [CChar](repeating: 0, count: 200)
    var made: OpaquePointer?
    let result = broadsheet_compile(
      bytes,
      bytes.count,
      ignoresCase ? 1 : 0,
      &made,
      &message,
      message.count
    )
    guard let made else {
      guard Int(result) != broadsheet_no_library else { throw .noLibrary }
      let words = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw .notAnExpression(String(decoding: words, as: UTF8.self))
    }
    handle = made
  }

  deinit {
    broadsheet_free_expression(handle)
  }

  /// What came of looking for the next match.
  public enum Answer: Equatable {
    case found(Range<Int>)
    case notFound
    /// It was given up: the expression tries too many ways.
    case tooCostly
  }

  /// The first match in `bytes` that begins at `start` or behind it; none is empty.
  public func find(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Answer {
    guard let base = bytes.baseAddress, start <= bytes.count else { return .notFound }
    var from = 0
    var to = 0
    switch Int(broadsheet_find(handle, base, bytes.count, start, &from, &to)) {
    case broadsheet_found: return .found(from..<to)
    case broadsheet_too_costly: return .tooCostly
    default: return .notFound
    }
  }
}

/// An expression with what readers type put as what articles hold.
func readerExpression(_ pattern: String) -> String {
  var result = ""
  var isEscaped = false
  var isInClass = false
  for character in pattern {
    defer { isEscaped = character == "\\" && !isEscaped }
    guard !isEscaped else {
      result.append(character)
      continue
    }
    switch character {
    case "[" where !isInClass: isInClass = true
    case "]" where isInClass: isInClass = false
    default: break
    }
    switch character {
    case " ": result += isInClass ? "\\s" : "\\s+"
    case "'": result += isInClass ? "'‘’" : "['‘’]"
    case "\"": result += isInClass ? "\"“”" : "[\"“”]"
    default: result.append(character)
    }
  }
  return result
}
