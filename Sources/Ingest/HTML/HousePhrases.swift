/// How publishers word what is about themselves or about their pages.
enum HousePhrases {
  /// Whole lines, without their punctuation.
  private static let lines: Set<String> = [
    "advertisement", "advertising", "share", "share this", "share this article", "comments",
    "comment",
    "read more", "related", "related articles", "related stories", "related content",
    "related topics",
    "more", "print", "email", "facebook", "twitter", "tweet", "save", "follow us", "close",
    "loading",
    "image copyright", "image caption", "media caption", "article continues below advertisement",
    "story continues below", "story continues below advertisement", "continue reading",
    "sponsored content", "promoted content", "skip advertisement", "back to top", "view comments",
    "leave a comment", "recommended", "most popular", "trending", "see also", "you may also like",
    "sign up", "subscribe", "subscribe now", "top stories", "newsletter", "photos", "video",
    "watch",
    "advert", "explore further", "related news", "don t miss", "dont miss", "recommended stories",
    "publicidad", "anzeige", "werbung", "publicité",
  ]
  /// How such lines begin.
  private static let beginnings = [
    "read more:", "read also:", "also read:", "read next:", "related:", "more:", "see also:",
    "sign up for", "subscribe to", "follow us on", "follow @", "click here to", "share on",
    "share via",
    "like us on", "download our", "download the app", "join our newsletter", "get our newsletter",
    "get the latest", "don't miss:", "don’t miss:", "watch:", "listen:", "photo:", "photos:",
    "image source", "image credit", "photo credit", "story continues", "article continues",
    "this article was originally published", "by signing up", "enter your email", "posted in:",
    "filed under", "tagged:", "tags:", "copyright ©", "© ", "all rights reserved", "share this:",
    "advertisement", "support our journalism", "citation:", "this document is subject to copyright",
    "reporting by", "follow us on", "get access to", "click here for", "click here to",
    "explore further", "have a tip", "read the full", "more on this",
  ]

  /// How credits and notes of rights end.
  private static let endings = [
    "contributed to this report.", "contributed to this article.", "contributed to this story.",
    "all rights reserved.",
    "all rights reserved",
  ]
  private static let promises = [
    "more from", "more on ", "related ", "read more", "recommended", "you may also",
    "you might also", "trending",
    "most popular", "most read", "latest news", "latest stories", "see also", "top stories",
    "more stories",
    "more great ", "editor's picks", "editors' picks", "editor’s picks", "what to read next",
    "up next", "keep reading",
    "also on ", "in case you missed", "popular posts", "recent posts", "similar articles",
    "other news",
  ]

  /// Whether a heading announces other articles.
  static func promisesOthers(_ text: String) -> Bool {
    let small = text.lowercased()
    return promises.contains { small.hasPrefix($0) } || small == "related" || small == "more"
  }

  static func matches(_ text: String) -> Bool {
    let small = text.lowercased()
    if small.utf8.count < 160, endings.contains(where: { small.hasSuffix($0) }) { return true }
    if beginnings.contains(where: { small.hasPrefix($0) }) { return true }
    guard small.utf8.count < 50 else { return false }
    let words = small.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return lines.contains(words)
  }
}
