internal import Prose

/// What someone says or does that is for or against something without naming it.
///
/// By itself it makes no issue: whoever calls a plan "a mistake" may speak of any plan. It joins the matter that the
/// article opens with.
struct Voice: Sendable {
  let actor: ID<NewsActor>
  /// The stance, or with a target the stance towards that actor.
  let stance: Stance
  let cue: TokenRange
  let sentence: Int
  /// The stems of the clause it stands in.
  let stems: Set<String>
  /// Who is blamed or praised.
  var target: ID<NewsActor>?
  /// Whether it judges a plan or deed, and could hardly judge anything else.
  let isClear: Bool
  /// What its verb takes as its object.
  var object: Topic?
  /// Whether it is against whatever the side before said.
  var isRebuttal = false
  /// Whether its subject is "it", "this" or "that".
  var isPointing = false
  let why: PositionRule
}

/// Words by which voices are told.
enum VoiceWords {
  /// What people call plans and deeds, not weather and accidents: against.
  static let against: WordSet = [
    "mistake", "unfair", "wrong", "unacceptable", "unworkable", "absurd", "ridiculous", "insult",
    "insulting", "betrayal", "nonsense", "outrageous", "disgrace", "disgraceful", "shameful",
    "illegal", "unlawful", "unconstitutional", "undemocratic", "unnecessary", "unjust", "injustice",
    "reckless", "irresponsible", "misguided", "flawed", "rushed", "farce", "sham", "theft",
    "unrealistic", "unaffordable", "excessive", "disproportionate", "counterproductive",
    "shortsighted", "naive", "foolish", "pointless", "unwanted", "slap", "blackmail", "travesty",
    "unreasonable", "cynical", "draconian", "wasteful", "blunder", "folly", "madness", "scandal",
    "rigged", "stolen", "unsafe", "risky", "dangerous", "indefensible", "intolerable", "cruel",
    "unjustified", "arbitrary", "shortsightedness", "premature", "cowardly", "heartless",
  ]
  /// The same, for.
  static let `for`: WordSet = [
    "overdue", "sensible", "fair", "right", "necessary", "needed", "reasonable", "justified",
    "proportionate", "welcome", "delighted", "pleased", "wise", "essential", "vital", "worthwhile",
    "lawful", "breakthrough", "milestone", "historic", "triumph", "victory", "legitimate",
    "affordable", "popular", "balanced", "responsible", "prudent", "cleanest", "fairest", "freest",
    "unavoidable", "inevitable", "indispensable", "beneficial",
  ]
  /// Stems of verbs for what harms: "would bankrupt the company".
  static let harming: WordSet = [
    "hurt", "harm", "damag", "destroy", "ruin", "wreck", "devast", "devastat", "kill", "bankrupt",
    "crippl", "threaten", "endanger", "jeopardiz", "jeopardis", "weaken", "undermin", "erod",
    "worsen", "punish", "depriv", "displac", "clog", "pollut", "poison", "deter", "burden",
    "penaliz", "penalis", "isolat", "divid", "cost", "scar", "betray", "choke", "chok", "strangl",
    "forc", "rob", "halv", "drive", "backfir", "flood",
  ]
  /// Stems of verbs for what does good: "would save 1.3 million".
  static let helping: WordSet = [
    "sav", "creat", "help", "improv", "protect", "boost", "strengthen", "secur", "benefit", "eas",
    "rescu", "moderniz", "modernis", "revitaliz", "revitalis", "simplifi", "simplify", "safeguard",
    "enabl", "bring", "deliver", "transform", "reviv", "enhanc", "attract",
  ]
  /// What one can call anything that was decided.
  static let steps: WordSet = [
    "decision", "move", "step", "plan", "proposal", "vote", "ruling", "announcement", "measure",
    "news", "outcome", "verdict", "scheme", "idea", "project", "law", "bill", "agreement", "deal",
  ]
  /// What those say who are against: to dismiss it is to be for.
  static let criticism: WordSet = [
    "criticism", "criticisms", "charge", "charges", "accusation", "accusations", "concerns",
    "objections", "objection", "fears", "complaints", "worries", "attack", "attacks", "complaint",
    "lawsuit", "lawsuits", "challenge", "appeal", "petition", "outcry",
  ]
  /// What one says of a refusal is said the other way round of what is refused.
  static let refusals: WordSet = ["refusal", "rejection", "veto", "denial", "delay"]
  /// What someone argued.
  static let arguments: WordSet = [
    "argument", "arguments", "claim", "claims", "reasoning", "view", "assertion", "suggestion",
    "that", "this",
  ]
  /// Verbs that undo what was done: "to reopen the units".
  static let undoing: WordSet = [
    "scrap", "repeal", "revers", "revok", "abolish", "cancel", "overturn", "undo", "reopen",
    "restor", "block", "stop", "halt", "drop", "shelv", "axe", "ditch", "abandon", "withdraw",
    "rescind", "reinstat", "suspend", "postpon", "delay",
  ]
  /// Who is against or for by name.
  static let opponents: WordSet = [
    "critics", "critic", "opponents", "opponent", "protesters", "protestors", "detractors",
    "skeptics", "sceptics", "demonstrators", "objectors",
  ]
  static let proponents: WordSet = [
    "supporters", "supporter", "proponents", "proponent", "backers", "advocates", "defenders",
  ]
  /// Stems of verbs by which someone asks for time.
  static let delaying: WordSet = ["wait", "reconsid", "reconsider", "rethink", "paus", "pause"]
  /// Stems of verbs for blaming someone.
  static let blaming: WordSet = [
    "accus", "criticiz", "criticis", "attack", "blast", "slam", "slamm", "blam", "condemn",
    "denounc", "mock", "rebuk", "lambast", "castigat", "berat", "chid", "reproach", "scold",
  ]
  /// Stems of verbs for siding with someone.
  static let siding: WordSet = [
    "prais", "applaud", "commend", "laud", "back", "support", "defend", "endors", "congratulat",
  ]
  /// Verbs with which one turns to courts or to protest, by their objects.
  static let turning: WordSet = [
    "threaten", "seek", "sought", "launch", "fil", "file", "plan", "prepar", "begin", "began",
    "tak", "took", "lodg", "bring", "brought", "stag", "hold", "held", "start", "organiz",
    "organis", "gather", "collect", "call", "mount", "want", "consider", "announc", "threw",
  ]
  static let resistance: WordSet = [
    "lawsuit", "lawsuits", "injunction", "appeal", "walkout", "blockade", "boycott", "protest",
    "protests", "strike", "strikes", "sit-in", "demonstration", "demonstrations", "rally", "march",
  ]
  /// Stems of verbs that are resistance by themselves.
  static let resisting: WordSet = [
    "sue", "su", "blockad", "picket", "boycott",
  ]
}
