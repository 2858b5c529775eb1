/// What the table asks to know whether a command would do anything now.
extension ReaderState {
  /// Whether Enter has something selected to take.
  var isAtEntry: Bool {
    if helpTop != nil { return false }
    if view == .list { return !list.entries.isEmpty }
    if view == .library { return !library.hits.isEmpty }
    if view == .feeds { return !feeds.rows.isEmpty }
    if hasSheet { return sheet?.content.spots.isEmpty == false }
    guard let pane = panes.active, let findings = article?.findings else { return false }
    return !findings.entries(pane).isEmpty
  }

  var hasFindings: Bool {
    view == .article && panes.active == nil && sheet == nil && article?.findings?.isAnalyzed == true
  }

  /// Whether there is anybody or anything to follow.
  var hasNames: Bool {
    guard hasFindings, let findings = article?.findings else { return false }
    return !findings.actors.isEmpty || !findings.places.isEmpty
  }

  func has(_ places: KeyPath<Findings, [Range<UInt32>]>) -> Bool {
    hasFindings && article?.findings?[keyPath: places].isEmpty == false
  }

  /// Whether `q` leads back to something instead of ending.
  var canGoBack: Bool {
    if helpTop != nil || view == .library || readsHit { return true }
    guard view == .article else { return false }
    if list.entries.count > 1 || hasSheet || selection != nil { return true }
    return panes.active != nil && (layout.isDrawer || panes.isZoomed)
  }
}
