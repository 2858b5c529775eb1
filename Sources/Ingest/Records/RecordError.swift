/// Why a line could not be read as an article's record.
public enum RecordError: Error, Equatable, Sendable {
  /// `byteOffset` is where in the line it stops being JSON, and what should stand there.
  case notJSON(byteOffset: Int, expected: String)
  case notUTF8(byteOffset: Int)
  /// An escape such as `\ud83d` without its other half, which names no character.
  case loneSurrogate(byteOffset: Int)
  case tooDeep(limit: Int)
  case notAnObject
  case missingText
  case wrongType(field: String, expected: String)
  case tooLong(limit: Int)
}

extension RecordError: CustomStringConvertible {
  /// What is wrong, to stand behind the line's number.
  public var description: String {
    switch self {
    case .notJSON(let offset, let expected):
      "is not JSON: \(expected) is expected at byte \(offset + 1)"
    case .notUTF8(let offset):
      "is not UTF-8 at byte \(offset + 1)"
    case .loneSurrogate(let offset):
      "holds half a surrogate pair at byte \(offset + 1), which is no character"
    case .tooDeep(let limit):
      "nests more than \(limit) levels deep"
    case .notAnObject:
      #"is not an object with "id" and "text""#
    case .missingText:
      #"has no "text""#
    case .wrongType(let field, let expected):
      "has a field \"\(field)\" that is not \(expected)"
    case .tooLong(let limit):
      "is longer than \(limit >> 20) MB"
    }
  }
}
