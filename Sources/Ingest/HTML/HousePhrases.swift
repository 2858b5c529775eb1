/// How publishers word what is about themselves or about their pages.
enum HousePhrases {
  /// Whole lines, without their punctuation.
  private static let lines: Set<String> = [
    "advertisement", "advertising", "share", "share this", "share this article", "comments",
    "comment", "read more", "related", "related articles", "related stories", "related content",
    "related topics", "more", "print", "email", "facebook", "twitter", "tweet", "save",
    "follow us", "close", "loading", "image copyright", "image caption", "media caption",
    "article continues below advertisement", "story continues below",
    "story continues below advertisement", "continue reading", "sponsored content",
    "promoted content", "skip advertisement", "back to top", "view comments", "leave a comment",
    "recommended", "most popular", "trending", "see also", "you may also like", "sign up",
    "subscribe", "subscribe now", "top stories", "newsletter", "photos", "video", "watch",
    "advert", "explore further", "related news", "don t miss", "dont miss",
    "recommended stories", "publicidad", "anzeige", "werbung", "publicité",
  ]
  /// How such lines begin.
  private static let beginnings = bytes([
    "read more:", "read also:", "also read:", "read next:", "related:", "more:", "see also:",
    "sign up for", "subscribe to", "follow us on", "follow @", "click here to", "share on",
    "share via", "like us on", "download our", "download the app", "join our newsletter",
    "get our newsletter", "get the latest", "don't miss:", "don’t miss:", "watch:", "listen:",
    "photo:", "photos:", "image source", "image credit", "photo credit", "story continues",
    "article continues", "this article was originally published", "by signing up",
    "enter your email", "posted in:", "filed under", "tagged:", "tags:", "copyright ©", "© ",
    "all rights reserved", "share this:", "advertisement", "support our journalism", "citation:",
    "this document is subject to copyright", "reporting by", "(reporting by", "published on ",
    "last updated", "updated at ", "updated on ", "image 1 of", "image 2 of", "image 3 of",
    "image 4 of", "image 5 of", "follow us on", "get access to",
    "click here for", "click here to", "explore further", "have a tip", "read the full",
    "more on this",
  ])
  /// How credits and notes of rights end.
  private static let endings = bytes([
    "contributed to this report.", "contributed to this article.", "contributed to this story.",
    "all rights reserved.", "all rights reserved",
  ])
  /// How headings over other articles begin.
  private static let promises = bytes([
    "more from", "more on ", "related ", "read more", "recommended", "you may also",
    "you might also", "trending", "most popular", "most read", "latest news", "latest stories",
    "see also", "top stories", "more stories", "more great ", "editor's picks", "editors' picks",
    "editor’s picks", "what to read next", "up next", "keep reading", "also on ",
    "in case you missed", "popular posts", "recent posts", "similar articles", "other news",
  ])
  /// What stands in a publisher's notes at an article's two ends.
  private static let notes = bytes([
    "subscribe", "newsletter", "sign up", "signing up", "follow us", "on twitter", "on facebook",
    "on instagram", "on telegram", "whatsapp", "download the", "download our", "our app",
    "apps for", "copyright", "all rights reserved", "may not be reproduced",
    "without permission", "written permission", "affiliate", "earn a commission", "earn commission",
    "a small commission",
    "is not responsible for", "opinions expressed", "views expressed", "terms of use",
    "privacy policy", "donate to", "donate now", "please donate", "donate today", "support our",
    "your support", "contact us", "send us",
    "email us", "your inbox", "advertise", "originally published", "originally appeared",
    "first appeared on", "republished", "letter to the editor", "breaking news updates",
    "click here", "our reporting", "our journalism", "editorial team", "become a member",
    "follow him", "follow her", "follow me", "follow @", "this story was produced",
    "we may earn", "we recommend the best", "sponsored by",
  ])

  /// What pictures are described with, in a paragraph as well as under them.
  private static let pictures = bytes([
    "file photo", "(ap photo", "/getty images", "getty images)", "(photo by", "photo by ",
    "(photo:", "(image:",
    "(reuters photo", "image credit:", "photo credit:", "/shutterstock", "/afp)", "/reuters)",
    "courtesy photo",
  ])

  /// Whether a short paragraph describes a picture.
  static func isPicture(_ text: [UInt8]) -> Bool {
    let small = lowercased(text)
    return pictures.contains { small.range(ofBytes: $0) != nil }
  }

  private static func bytes(_ phrases: [String]) -> [[UInt8]] { phrases.map { Array($0.utf8) } }

  /// Whether a short paragraph reads as the publisher's about itself; to be asked of an article's ends alone.
  static func isNote(_ text: [UInt8]) -> Bool {
    let small = lowercased(text)
    let count = notes.count { small.range(ofBytes: $0) != nil }
    return count >= 2 || count == 1 && small.count < 220
  }

  /// Whether a heading announces other articles.
  static func promisesOthers(_ text: [UInt8]) -> Bool {
    let small = lowercased(text)
    return promises.contains { small.starts(with: $0) } || small.elementsEqual("related".utf8)
      || small.elementsEqual("more".utf8)
  }

  /// Whether a line is about the page, wherever it stands.
  static func matches(_ text: [UInt8]) -> Bool {
    let small = lowercased(text)
    if small.count < 160, endings.contains(where: { small.suffix($0.count).elementsEqual($0) }) {
      return true
    }
    if beginnings.contains(where: { small.starts(with: $0) }) { return true }
    guard small.count < 50 else { return false }
    let words = String(decoding: small, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
    return lines.contains(words.joined(separator: " "))
  }

  private static func lowercased(_ text: [UInt8]) -> [UInt8] {
    text.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
  }
}
