/// Words around a country's name that tell whether it acts there or is where something happens.
enum CastingWords {
  /// What a state or a team does, decides, receives or holds as one, of whom a possessive or "of" tells: "Russia's attempts",
  /// "the consent of India".
  static let doings: WordSet = [
    "acceptance", "accession", "action", "actions", "admission", "aggression", "aid", "aims",
    "allegiance", "alliance", "allies", "ally", "ambition", "ambitions", "annexation", "approval",
    "armistice", "attempt", "attempts", "attitude", "behalf", "bid", "bombardment", "bombing",
    "campaign", "captaincy", "ceasefire", "claim", "claims", "commitment", "commitments",
    "concerns", "conduct", "conquest", "consent", "decision", "decisions", "declaration", "defeat",
    "defeats", "delegation", "demand", "demands", "diplomacy", "effort", "efforts", "endorsement",
    "enemies", "enemy", "exports", "fears", "goodwill", "hopes", "hostility", "independence",
    "insistence", "intention", "intentions", "intervention", "invasion", "invasions", "involvement",
    "leadership", "membership", "mistrust", "mobilization", "negotiators", "neutrality",
    "objections", "objective", "objectives", "occupation", "offensive", "offer", "offers",
    "participation", "permission", "pledge", "policies", "policy", "position",
    "pressure", "program", "programme", "promise", "promises", "proposal", "proposals",
    "protection", "reaction", "readiness", "recognition", "record", "refusal", "rejection",
    "relations", "request", "requests", "resolve", "response", "retaliation", "retreat", "rival",
    "rivalry", "rivals", "role", "sanctions", "sovereignty", "squad", "stance", "stand", "strategy",
    "support", "surrender", "threat", "threats", "victories", "victory", "view", "views", "will",
    "willingness", "win", "wins", "wishes", "withdrawal",
  ]

  /// Of these "of" names who suffers them, mostly as a scene: "the invasion of Normandy".
  static let sufferings: WordSet = [
    "annexation", "bombardment", "bombing", "conquest", "invasion", "invasions", "occupation",
  ]

  /// Who or what stands for a state or belongs to it as one, where "of" tells whose: "representatives of Finland".
  static let belongings: WordSet = [
    "administration", "army", "behest", "captain", "coach", "delegates", "dominion", "fleet",
    "forces", "government", "governments", "mission", "navy", "power", "representative",
    "representatives", "rule",
  ]

  /// Cities that stand for a union of states where they act, and what that is called.
  static let unionSeats: WordSet = ["brussels"]
  static let union: Set<String> = ["european union", "eu", "e.u."]

  /// Words before a list of sides that do something together: "voted in favor: Angola, Benin and Chile".
  static let joining: WordSet = [
    "abstained", "backed", "governments", "joined", "member", "members", "opposed",
    "participated", "participating", "ratified", "signatories", "signed", "supported", "teams",
    "voted",
  ]

  /// Names of states that may be no longer on the map end in these: "the Byzantine Empire".
  static let realms: WordSet = [
    "caliphate", "confederation", "emirate", "empire", "federation", "kingdom", "monarchy",
    "reich", "republic", "sultanate", "union",
  ]

  /// A land at some time or in part, before its name: "medieval Russia".
  static let times: WordSet = [
    "ancient", "colonial", "contemporary", "imperial", "medieval", "postwar", "prewar", "rural",
    "urban",
  ]

  /// Words for lands that do not mean states: "Cambodia is a country in".
  static let lands: WordSet = [
    "archipelago", "city", "commune", "country", "district", "island", "municipality", "peninsula",
    "province", "region", "suburb", "town", "village",
  ]

  /// Words that go with "to" and name something goes to or is lost to, not a destination.
  static let addressing: WordSet = [
    "according", "allegiance", "allied", "allies", "answer", "answerable",
    "apologize", "apologized", "apology", "appeal", "appealed", "belong", "belonged", "belonging",
    "belongs", "capitulated", "capitulation", "cede", "ceded", "ceding", "concession",
    "concessions", "gift", "grateful", "handover", "hostile", "loaned", "lose", "losing", "loss",
    "losses", "lost", "loyal", "loyalty", "offer", "offered", "opposed", "opposition", "owed",
    "proposed", "response", "restore", "second", "sell", "selling", "sells", "sold", "subordinate",
    "subservient", "surrender", "surrendered", "threat", "threats", "tribute", "ultimatum",
    "warned", "warning", "warnings",
  ]

  /// Words that go with "from" and name who gives or is left, not an origin.
  static let giving: WordSet = [
    "aid", "appeal", "approval", "invitation", "letter", "offer", "offers", "plea", "proposal",
    "proposals", "reply", "statement", "warning", "warnings", "assurances", "backing",
    "concessions", "criticism", "demand", "demands",
    "gift", "guarantees", "help", "independence", "independent", "loan", "loans", "objections",
    "opposition", "order", "orders", "permission", "pledges", "pressure", "protection",
    "recognition", "request", "requests", "response", "secede", "seceded", "secession",
    "separation", "support", "threat", "threats",
  ]

  /// Words that go with "on" and name the side that something is aimed at.
  static let aiming: WordSet = [
    "attack", "attacks", "embargo", "pressure", "sanctions", "tariff", "tariffs", "war",
  ]

  /// Words that go with "toward" and tell how one side takes another.
  static let attitudes: WordSet = [
    "ambivalent", "approach", "attitude", "attitudes", "friendly", "hostile", "hostility",
    "policies",
    "policy", "remarks", "stance",
  ]

  /// Words that go with "over" and "against" between sides.
  static let contests: WordSet = [
    "advantage", "beat", "debut", "defeat", "defeated", "draw", "game", "games", "goal", "lead",
    "loss", "lost", "match", "matches", "played", "scored", "test", "tie", "triumph", "victories",
    "victory", "win", "wins", "won",
  ]

  /// Words that go with "for" and a side for which someone plays.
  static let playing: WordSet = [
    "capped", "cap", "caps", "coach", "coached", "debut", "debuted", "goal", "goals", "play",
    "played", "playing", "plays", "scored", "signed", "starred", "striker", "transfer",
  ]

  /// What a side in a contest does.
  static let contending: WordSet = [
    "beat", "conceded", "defeated", "drew", "lost", "qualified", "scored", "vote", "voted", "votes",
    "win", "won",
  ]

  /// What sides have with each other, whatever it is about.
  static let dealings: WordSet = [
    "accord", "agreement", "agreements", "alliance", "argument", "clash", "clashes", "conflict",
    "contract", "cooperation", "deal", "deals", "dialogue", "dispute", "disputes", "disagreement",
    "disagreements", "feud", "friendship", "meeting", "meetings", "negotiations", "pact", "peace",
    "quarrel", "relations", "relationship", "rift", "row", "spat", "summit", "talks", "tension",
    "tensions", "treaty", "truce", "war",
  ]

  /// What lies between two places or is shared with one.
  static let borders: WordSet = [
    "border", "bordered", "bordering", "borders", "boundaries", "boundary", "commute", "commuted",
    "commuting", "divide", "extending", "extends", "ferry", "flew", "flight", "flights", "fly",
    "flying", "found", "frontier", "frontiers", "gap", "journey", "lies", "link", "links",
    "located", "midway", "moved", "moving", "pass", "passes", "railway", "ranges", "road", "route",
    "routes", "running", "runs", "sail", "sailed", "sandwiched", "sea", "separates", "shuttled",
    "situated", "strait", "stretches", "strip", "transit", "transiting", "travel", "traveled",
    "traveling", "travelled", "travelling", "trips",
  ]

  /// Words that go with "for" and name a destination: "left the village for Ukraine".
  static let leaving: WordSet = [
    "bound", "depart", "departed", "departing", "embarked", "escaped", "escaping", "fled", "flee",
    "fleeing", "headed", "heading", "leave", "leaves", "leaving", "left", "sailed", "sailing",
  ]

  /// Verbs whose object is a side: "who represents England".
  static let siding: WordSet = [
    "beat", "beating", "captained", "captaining", "defeat", "defeated", "defeating", "represent",
    "represented", "representing", "represents",
  ]

  /// What befalls a land: "the Haiti earthquake" happened there.
  static let events: WordSet = [
    "attack", "attacks", "blackout", "bombing", "bombings", "conflict", "coup", "crackdown",
    "crash", "crisis", "cyclone", "disaster", "drought", "earthquake", "earthquakes", "election",
    "elections", "eruption", "explosion", "famine", "fighting", "fire", "fires", "flood",
    "flooding", "floods", "genocide", "hurricane", "landslide", "massacre", "outbreak", "protests",
    "quake", "referendum", "riots", "shooting", "storm", "summit", "talks", "tour", "tsunami",
    "typhoon", "unrest", "uprising", "visit", "war", "wildfire", "wildfires",
  ]

  /// Behind "is": what follows says what and where a land is.
  static let describing: WordSet = [
    "bordered", "composed", "considered", "divided", "home", "known", "located", "regarded",
    "situated", "surrounded", "where",
  ]
}
