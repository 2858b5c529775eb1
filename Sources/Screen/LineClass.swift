/// The line breaking classes, as rule LB1 resolves them.
///
/// - Note: Unicode Annex #14. Of its classes AI, SG and XX are `al` here, CJ is `ns`, SA is `cm` or `al`; of OP and
///   CP the wide ones are apart, and so are unassigned emoji.
package enum LineClass: UInt8, CaseIterable, Sendable {
  case al, bk, cr, lf, nl, sp, zw, wj, zwj, cm, gl, cb, b2, ba, bb, hy, ex, `is`, sy, cl, cp, cpwide
  case op, opwide, qu, `in`, ns, nu, po, pr, hl, eb, ebreserved, em, h2, h3, id, jl, jv, jt, ri

  /// Controls that end a line whatever follows.
  var isMandatory: Bool {
    switch self {
    case .bk, .cr, .lf, .nl: true
    default: false
    }
  }

  var isOpening: Bool { self == .op || self == .opwide }
  var isClosing: Bool { self == .cl || self == .cp || self == .cpwide }
  var isAlphabetic: Bool { self == .al || self == .hl }
  var isIdeographic: Bool { self == .id || self == .ebreserved || self == .eb || self == .em }
  var isAffix: Bool { self == .pr || self == .po }

  var isHangul: Bool {
    switch self {
    case .jl, .jv, .jt, .h2, .h3: true
    default: false
    }
  }
}
