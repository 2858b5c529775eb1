/// What can speak for or against a referent as what a pronoun refers to.
///
/// The order is that of the columns in the model's table; it changes only with a new training.
package enum AntecedentFeature: UInt8, CaseIterable, Sendable {
  // What it is
  case genderAgrees
  case genderDiffers
  case genderOpen
  case spokenOf
  case spokenOtherwise
  case person
  case organization
  case place
  case group
  case thing
  case plural
  case unnamed
  case indefinite
  // Where it stands in the pronoun's own sentence
  case ownSubject
  case ownObject
  case ownOblique
  case ownPossessor
  case ownModifier
  case ownApposition
  case ownOther
  case clauseSubject
  case clauseOther
  case governingSubject
  case governingOther
  case sayer
  case hearer
  case relativeHead
  case joined
  case firstSubject
  case behind
  case behindSubject
  // Where it stands in the sentences before
  case lastSubject
  case lastMainSubject
  case lastObject
  case lastOblique
  case lastPossessor
  case lastModifier
  case lastOther
  case lastLatest
  case secondSubject
  case secondOther
  case earlier
  case otherParagraph
  // How near
  case nearest
  case secondNearest
  case farther
  case withinTwoWords
  case withinFiveWords
  case withinTenWords
  case directlyBefore
  // How it was spoken of
  case once
  case twice
  case often
  case veryOften
  case mostOften
  case first
  case headline
  case pronounBefore
  case pronounInLast
  case latestIsPronoun
  case latestIsName
  case sameRole
  case sameRoleInLast
  case otherRole
  // Quotations
  case sameQuotation
  case quotationSpeaker
  case coordinated
  case onlyOne
  // Nobody and nothing
  case nobody
  case emptySubject
  /// The name behind the comma that ends a phrase in which the pronoun opens the sentence: "In her first year, Ruiz".
  case introduced
  // How it was last named
  /// By one word: the text knows who that is.
  case briefly
  /// By several words.
  case fully
  /// Behind a noun that says who that is: "her sister Dorothy".
  case behindNoun
  /// In brackets: "the title role (Ana Ruiz)".
  case bracketed
  /// Behind "by".
  case agent
  /// Behind "with", "against", "alongside" and the like.
  case companion
  // In the first sentence of the pronoun's paragraph
  case opensParagraph
  case subjectOpensParagraph
}

/// A set of features.
package struct AntecedentFeatures: Sendable, Equatable {
  package private(set) var bits: (UInt64, UInt64) = (0, 0)

  package init() {}

  package mutating func insert(_ feature: AntecedentFeature) {
    let row = UInt64(feature.rawValue)
    if row < 64 { bits.0 |= 1 << row } else { bits.1 |= 1 << (row - 64) }
  }

  package mutating func remove(_ feature: AntecedentFeature) {
    let row = UInt64(feature.rawValue)
    if row < 64 { bits.0 &= ~(1 << row) } else { bits.1 &= ~(1 << (row - 64)) }
  }

  package func contains(_ feature: AntecedentFeature) -> Bool {
    let row = UInt64(feature.rawValue)
    return row < 64 ? bits.0 >> row & 1 == 1 : bits.1 >> (row - 64) & 1 == 1
  }

  /// The rows of all, in order.
  package var rows: [Int] {
    var rows: [Int] = []
    var (low, high) = bits
    while low != 0 {
      rows.append(low.trailingZeroBitCount)
      low &= low - 1
    }
    while high != 0 {
      rows.append(64 + high.trailingZeroBitCount)
      high &= high - 1
    }
    return rows
  }

  package static func == (left: Self, right: Self) -> Bool { left.bits == right.bits }
}
