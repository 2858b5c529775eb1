/// Tells between each two characters of a text whether a line may break there.
///
/// It is fed one class after the other and remembers no more than the rules ask for.
/// - Note: Unicode Annex #14, revision 49, with the numbers of its section 8.2, example 7.
package struct LineBreaker {
  package enum Decision: Equatable, Sendable {
    case forbidden
    case allowed
    case mandatory
  }

  private enum Number {
    case none
    /// Digits, with signs between them.
    case digits
    /// A bracket behind them.
    case closed
  }

  /// The character before, with its marks; nil at the start.
  private(set) var last: LineClass?
  /// The one before the spaces before, or `last`.
  private var inked: LineClass?
  /// The one before `last`.
  private var secondLast: LineClass?
  private var isBehindJoiner = false
  private var number = Number.none
  /// Whether an odd number of regional indicators stands before.
  private var isInFlag = false

  package init() {}

  /// Takes in the next character.
  ///
  /// - Parameters:
  ///   - given: Its class.
  ///   - next: The class of the character behind it and its marks; asked for behind signs such as `$` alone.
  /// - Returns: Whether a line may end before it; `forbidden` at the start.
  package mutating func take(
    _ given: LineClass,
    next: @autoclosure () -> LineClass?
  ) -> Decision {
    guard let last else {
      begin(with: given)
      return .forbidden
    }
    // LB4, LB5.
    if last.isMandatory {
      let isPair = last == .cr && given == .lf
      if !isPair { self.last = nil }
      isPair ? follow(given) : begin(with: given)
      return isPair ? .forbidden : .mandatory
    }
    let joins = isBehindJoiner
    isBehindJoiner = given == .zwj
    // LB9.
    if given == .cm || given == .zwj, last != .sp, last != .zw { return .forbidden }
    // LB10.
    let current = given == .cm || given == .zwj ? .al : given
    let decision: Decision =
      isForbidden(last, current, joins: joins, next: next) ? .forbidden : .allowed
    follow(current)
    return decision
  }

  private mutating func begin(with given: LineClass) {
    isBehindJoiner = given == .zwj
    (inked, secondLast, number, isInFlag) = (nil, nil, .none, false)
    follow(given == .cm || given == .zwj ? .al : given)
  }

  private mutating func follow(_ current: LineClass) {
    secondLast = last
    last = current
    if current != .sp { inked = current }
    isInFlag = current == .ri && !isInFlag
    switch (number, current) {
    case (_, .nu), (.digits, .sy), (.digits, .is): number = .digits
    case (.digits, _) where current.isClosing: number = .closed
    default: number = .none
    }
  }

  private func isForbidden(
    _ last: LineClass,
    _ current: LineClass,
    joins: Bool,
    next: () -> LineClass?
  ) -> Bool {
    // LB6, LB7.
    if current.isMandatory || current == .sp || current == .zw { return true }
    // LB8.
    if inked == .zw { return false }
    // LB8a, LB11, LB12.
    if joins || current == .wj || last == .wj || last == .gl { return true }
    // LB12a.
    if current == .gl, last != .sp, last != .ba, last != .hy { return true }
    // LB13.
    if current.isClosing || current == .ex || current == .is || current == .sy { return true }
    if let inked {
      // LB14 to LB17.
      if inked.isOpening { return true }
      if inked == .qu, current.isOpening { return true }
      if inked.isClosing, current == .ns { return true }
      if inked == .b2, current == .b2 { return true }
    }
    // LB18.
    if last == .sp { return false }
    // LB19, LB20.
    if current == .qu || last == .qu { return true }
    if current == .cb || last == .cb { return false }
    // LB21, LB21a, LB21b, LB22.
    switch current {
    case .ba, .hy, .ns, .in: return true
    case .hl where last == .sy: return true
    default: break
    }
    if last == .bb { return true }
    if secondLast == .hl, last == .hy || last == .ba { return true }
    return isPair(last, current) || isNumeric(last, current, next: next)
  }

  /// LB23 to LB24 and LB26 to LB30b.
  private func isPair(_ last: LineClass, _ current: LineClass) -> Bool {
    if last.isAlphabetic {
      if current.isAlphabetic || current == .nu || current.isAffix || current == .op { return true }
    } else if last == .nu {
      if current.isAlphabetic || current == .op { return true }
    } else if last.isAffix {
      if current.isAlphabetic { return true }
      if last == .pr, current.isIdeographic || current.isHangul { return true }
    } else if last == .is {
      if current.isAlphabetic { return true }
    } else if last == .cp {
      if current.isAlphabetic || current == .nu { return true }
    } else if last == .ri {
      if current == .ri, isInFlag { return true }
    }
    if last.isIdeographic {
      if current == .po { return true }
      if current == .em, last == .eb || last == .ebreserved { return true }
    }
    if last.isHangul {
      if current == .po { return true }
      switch (last, current) {
      case (.jl, .jl), (.jl, .jv), (.jl, .h2), (.jl, .h3): return true
      case (.jv, .jv), (.jv, .jt), (.h2, .jv), (.h2, .jt): return true
      case (.jt, .jt), (.h3, .jt): return true
      default: break
      }
    }
    return false
  }

  /// LB25.
  private func isNumeric(
    _ last: LineClass,
    _ current: LineClass,
    next: () -> LineClass?
  ) -> Bool {
    switch current {
    case .nu: number == .digits || last.isAffix || last.isOpening || last == .hy
    case .po, .pr: number != .none
    case .op, .opwide, .hy: last.isAffix && next() == .nu
    default: false
    }
  }
}
