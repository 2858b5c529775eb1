func setMark(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  guard state.view == .article, let letter = invocation.character, letter.isLetter else {
    state.message = Message(text: "A mark's name is a letter.")
    return []
  }
  guard let top = state.article?.top else { return [] }
  state.article?.marks[letter] = top
  state.message = Message(text: "Marked: '\(letter) comes back here.")
  return []
}

/// `'` and a letter; `''` goes to where the last jump began.
func goToMark(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  guard state.view == .article, let article = state.article,
    let letter = invocation.character
  else { return [] }
  if letter == "'" || letter == "`" {
    guard let place = article.jumps.last else {
      state.message = Message(text: "No jump was made yet.")
      return []
    }
    state.leavePlace()
    state.goBack(to: place)
    return []
  }
  guard let place = article.marks[letter] else {
    state.message = Message(text: "There is no mark \(letter).")
    return []
  }
  state.leavePlace()
  state.closeSheets()
  state.putOnTop(place)
  return []
}

func jumpBack(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  for _ in 0..<min(invocation.times, 100) {
    guard let here = state.here, let place = state.article?.jumps.back(from: here) else {
      state.message = Message(text: "No earlier place to go back to.")
      break
    }
    state.goBack(to: place)
  }
  state.wentBack = true
  return []
}

func jumpForward(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  for _ in 0..<min(invocation.times, 100) {
    guard let place = state.article?.jumps.forward() else {
      state.message = Message(text: "No later place to go forward to.")
      break
    }
    state.goBack(to: place)
  }
  state.wentBack = true
  return []
}
