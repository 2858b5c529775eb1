internal import Prose
internal import Reference

/// Which stance a word carries.
enum StanceWords {
  /// Of a verb or verb phrase of `classes`; nil for one that shows none by itself.
  static func stance(of classes: WordClasses, _ word: String) -> Stance? {
    guard classes.contains(.clearStances) else { return nil }
    if denying.contains(stem(word)) { return .denies }
    let order: [(WordClasses, Stance)] = [
      (.rejectVerbs, .rejects), (.opposeVerbs, .opposes), (.denyVerbs, .denies),
      (.doubtVerbs, .doubts), (.demandVerbs, .demands), (.proposeVerbs, .proposes),
      (.supportVerbs, .supports), (.assertVerbs, .asserts),
    ]
    if classes.contains(.assertVerbs), stem(word) == "accus" || stem(word) == "alleg" {
      return .asserts
    }
    return order.first { classes.contains($0.0) }?.1
  }

  /// Of a verb that shows a stance where it is known what it is about.
  static func attitude(of classes: WordClasses) -> Stance? {
    if classes.contains(.rejectVerbs) { return .rejects }
    if classes.contains(.opposeVerbs) { return .opposes }
    if classes.contains(.supportVerbs) { return .supports }
    return classes.contains(.doubtVerbs) ? .doubts : nil
  }

  private static let denying: WordSet = [
    "deny", "deni", "refut", "disput", "rebut", "rebutt", "contradict",
  ]

  /// Nouns that can stand for any matter that someone plans or decides.
  static let generalMatters: WordSet = [
    "plan", "plans", "proposal", "proposals", "scheme", "project", "measure", "measures", "move",
    "idea", "decision", "reform", "reforms", "policy", "step", "initiative", "program",
    "programme", "change", "changes", "bill", "law", "legislation", "deal",
  ]

  /// Nouns for what someone says is so, and others can say is not.
  static let claims: WordSet = [
    "allegation", "allegations", "claim", "claims", "accusation", "accusations", "charge",
    "charges", "assertion", "assertions", "suggestion", "suggestions", "figure", "figures",
    "account", "version", "characterization", "characterisation", "findings", "finding",
    "conclusion", "conclusions", "criticism", "criticisms", "report", "reports", "study", "survey",
    "analysis", "forecast", "estimate", "estimates", "rumors", "rumours",
  ]

  /// Of a noun that names someone's attitude or move.
  static func stance(ofNoun word: String) -> Stance? { nouns[word] }

  private static let nouns: [String: Stance] = {
    let table: [(Stance, String)] = [
      (.opposes, "opposition objection objections resistance criticism protest protests"),
      (.opposes, "condemnation disapproval hostility complaint complaints outcry"),
      (.opposes, "fury anger outrage dismay backlash"),
      (.rejects, "rejection refusal veto"),
      (.denies, "denial denials"),
      (.doubts, "scepticism skepticism reservation reservations doubt doubts misgivings concern"),
      (.doubts, "concerns fear fears worry worries unease"),
      (.demands, "demand demands request requests call calls insistence appeal"),
      (.proposes, "invitation invite offer proposal proposals suggestion plan plans bid"),
      (.supports, "support backing approval endorsement"),
      (.asserts, "claim claims allegation allegations accusation accusations"),
    ]
    var nouns: [String: Stance] = [:]
    for (stance, words) in table {
      for word in words.split(separator: " ") { nouns[String(word)] = stance }
    }
    return nouns
  }()

  /// The stance of one who is not for it, or not against it; nil where the denial leaves none.
  static func negated(_ stance: Stance) -> Stance? {
    switch stance {
    case .supports: .opposes
    case .proposes, .demands: nil
    case .asserts: .denies
    default: nil
    }
  }

  /// Words that end what is named behind them: "an end to", "the cancellation of".
  static let endings: WordSet = [
    "end", "halt", "stop", "cancellation", "removal", "abolition", "repeal", "suspension",
    "scrapping", "withdrawal", "reversal",
  ]

  /// Whether a form of such a verb: "lifting", "scrapping".
  static func ends(_ word: String) -> Bool {
    guard word.hasSuffix("ing") else { return endingVerbs.contains(word) }
    let base = String(word.dropLast(3))
    return endingVerbs.contains(base) || endingVerbs.contains(base + "e")
      || endingVerbs.contains(String(base.dropLast()))
  }

  /// Verbs that end what they govern: "to scrap the fee".
  static let endingVerbs: WordSet = [
    "end", "halt", "stop", "cancel", "remove", "abolish", "repeal", "suspend", "scrap", "withdraw",
    "reverse", "ban", "drop", "abandon", "ditch", "cease", "lift", "shelve", "axe", "freeze",
    "reject", "block", "refuse", "oppose", "bin", "axe", "kill", "dump", "bury", "halt", "undo",
    "rescind", "revoke", "overturn", "retract", "discard", "junk",
  ]
}
