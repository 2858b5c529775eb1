/// A short ASCII word in lower case as one number, so that a list of them is asked without a string.
struct PackedWord: Sendable {
  private let value: UInt64

  /// Nil for no bytes, for more than eight, and for bytes that are not ASCII letters.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty, range.count <= 8 else { return nil }
    var value: UInt64 = 0
    for offset in range {
      let byte = bytes[offset]
      guard isASCIILetter(byte) else { return nil }
      value = value << 8 | UInt64(byte | 0x20)
    }
    self.value = value
  }

  /// The words of `list`, which are in lower case, of eight letters at most, and apart by a space.
  static func set(_ list: StaticString) -> PackedWords {
    PackedWords(list)
  }

  fileprivate init(_ value: UInt64) {
    self.value = value
  }

  @inline(__always)
  static func == (left: PackedWord, right: PackedWord) -> Bool { left.value == right.value }
}

/// A few dozen words at most, looked through one by one.
///
/// For so few that is as fast as a hashed set; and the first hashed set of a type costs a start-up more than all
/// its look-ups, since the runtime searches the whole program for how the type is hashed.
struct PackedWords: Sendable {
  private var words: [PackedWord] = []

  fileprivate init(_ list: StaticString) {
    list.withUTF8Buffer { bytes in
      var value: UInt64 = 0
      for byte in bytes {
        if byte == 32 {
          words.append(PackedWord(value))
          value = 0
        } else {
          value = value << 8 | UInt64(byte)
        }
      }
      words.append(PackedWord(value))
    }
  }

  @inline(__always)
  func contains(_ word: PackedWord) -> Bool {
    for other in words where other == word { return true }
    return false
  }
}

extension PackedWord {
  /// Prefixes that stay with their word across a hyphen, as in Universal Dependencies' English.
  static let prefixes = set(
    "anti arch co counter cross e ex inter intra micro mid mini mis multi neo non post pre pro re semi sub un"
  )

  /// Units and the like that part from the number they touch: `3bn`, `6am`, `430km`.
  static let units = set(
    "am pm bn tn mn m km cm mm kg g mg lb lbs oz ft mph kph kmh kw mw gw kb mb gb tb hrs mins gmt utc"
  )

  /// What stands before a dollar sign that belongs to it: `US$`.
  static let dollars = set("us a au c ca can hk nz s r nt")

  /// Endings of host names that no English sentence without its space would show.
  static let domains = set(
    """
    com org net edu gov mil int info biz co uk eu de fr es pl nl ch ru ua cn jp kr au nz ca ie io ai tv news \
    app dev br mx se dk fi cz gr tr il za pdf html htm php js
    """
  )

  /// Abbreviations that are words of their own as well: their period needs a sign that it is theirs.
  static let ambiguous = set(
    """
    a al ark art c cal ch co col dec del dir dist ed est ext fig fri hon ill in ind j jan jun kan la mar mass \
    max md min miss mo mon no op ore p pa para pop pt q sat sec sect sep sun tel tex tr v wash wed
    """
  )
}
