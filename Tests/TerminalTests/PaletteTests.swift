import Screen
import Testing

@testable import Terminal

@Test(arguments: [
  (0, Palette.none), (-1, .none), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .indexed),
  (1 << 24, .direct),
])
func `a terminal has the palette of its colors`(colors: Int, palette: Palette) {
  #expect(Palette(colors: colors) == palette)
}

@Test(arguments: [
  (Palette.indexed, Color.rgb(0, 0, 0), 16), (.indexed, .rgb(255, 255, 255), 231),
  (.indexed, .rgb(95, 135, 175), 67),
  (.indexed, .rgb(128, 128, 128), 244), (.indexed, .rgb(8, 8, 8), 232),
  (.indexed, .rgb(238, 238, 238), 255),
  (.indexed, .rgb(215, 0, 0), 160), (.indexed, .terminal(12), 12),
  (.direct, .rgb(0, 0, 5), 8), (.direct, .rgb(1, 2, 3), 0x010203), (.direct, .terminal(4), 4),
  (.direct, .terminal(9), 0xFF0000),
  (.sixteen, .rgb(0, 0, 0), 0), (.sixteen, .rgb(255, 255, 255), 15),
  (.sixteen, .rgb(100, 100, 100), 8),
  (.sixteen, .rgb(200, 200, 205), 7), (.sixteen, .rgb(220, 80, 70), 9),
  (.sixteen, .rgb(120, 20, 20), 1),
  (.sixteen, .rgb(90, 160, 230), 12), (.sixteen, .rgb(230, 190, 90), 11),
  (.sixteen, .rgb(20, 60, 140), 4),
  (.sixteen, .rgb(120, 200, 120), 10), (.sixteen, .terminal(3), 3),
])
func `a color becomes the nearest one`(palette: Palette, color: Color, number: Int) {
  #expect(palette.number(of: color) == number)
}

@Test func `every color of the cube and every gray is its own nearest`() {
  let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
  for (r, red) in levels.enumerated() {
    for (g, green) in levels.enumerated() {
      for (b, blue) in levels.enumerated() {
        #expect(Palette.indexed.number(of: .rgb(red, green, blue)) == 16 + 36 * r + 6 * g + b)
      }
    }
  }
  for step in 0..<24 where ![9, 15, 19, 23].contains(step) {
    let gray = UInt8(8 + 10 * step)
    #expect(Palette.indexed.number(of: .rgb(gray, gray, gray)) == 232 + step)
  }
}

@Test func `eight colors are bright by being bold`() {
  let look = Palette.eight.look(of: Style(foreground: .terminal(9), background: .terminal(12)))
  #expect(look == Palette.Look(foreground: 1, background: 4, attributes: .bold))
}

@Test(arguments: [Palette.eight, .sixteen])
func `a tint that few colors cannot show is reversed`(palette: Palette) {
  let (ground, tint) = (Color.rgb(16, 18, 22), Color.rgb(38, 42, 50))
  let style = Style(foreground: .rgb(230, 180, 100), background: tint)
  #expect(palette.look(of: style, over: ground).attributes.contains(.reverse))
  #expect(!palette.look(of: style, over: .rgb(250, 250, 250)).attributes.contains(.reverse))
  #expect(Palette.indexed.look(of: style, over: ground).attributes.isEmpty)
}

@Test(arguments: [
  (Color.rgb(143, 74, 0), 1), (.rgb(28, 107, 86), 4), (.rgb(107, 63, 160), 5),
  (.rgb(51, 48, 43), 0),
  (.rgb(255, 255, 255), 0),
])
func `on white only dark colors are used`(color: Color, number: Int) {
  let style = Style(foreground: color, background: .rgb(251, 248, 241))
  #expect(Palette.sixteen.look(of: style) == Palette.Look(foreground: number, background: 15))
}

@Test func `black is not bold where that makes it gray`() {
  let style = Style(foreground: .terminal(0), background: .terminal(3), attributes: .bold)
  #expect(Palette.eight.look(of: style).attributes.isEmpty)
  #expect(Palette.sixteen.look(of: style).attributes == .bold)
}

@Test(
  arguments: [
    (nil, -1), (Color.terminal(0), 7), (.terminal(4), 7), (.terminal(7), 0), (.terminal(3), 0),
  ] as [(Color?, Int)]
)
func `gray is dim where there is none`(background: Color?, foreground: Int) {
  let look = Palette.eight.look(of: Style(foreground: .terminal(8), background: background))
  #expect(look.foreground == foreground)
  #expect(look.attributes == .dim)
}

@Test func `no colors leave the attributes`() {
  let style = Style(foreground: .rgb(1, 2, 3), background: .terminal(1), attributes: [.underline])
  #expect(Palette.none.look(of: style) == Palette.Look(attributes: .underline))
}

@Test(
  arguments: [Palette.eight, .sixteen],
  [Color.rgb(0, 0, 90), .rgb(250, 240, 100), .rgb(90, 90, 90)]
)
func `text stays readable where its two colors become one`(palette: Palette, color: Color) {
  let look = palette.look(of: Style(foreground: color, background: color))
  #expect(look.foreground != look.background)
}

@Test(
  arguments: [
    ("“", 1, "\""), ("—", 1, "-"), ("é", 1, "e"), ("Ž", 1, "Z"), ("ø", 1, "o"),
    ("e\u{301}", 1, "e"), ("│", 1, "|"),
    ("▇", 1, "#"), ("中", 2, "??"), ("👍🏽", 2, "??"), ("1\u{FE0F}\u{20E3}", 2, "1 "), ("ж", 1, "?"),
    ("−", 1, "-"),
  ] as [(Character, Int, String)]
)
func `a cluster has letters for terminals that know no others`(
  cluster: Character,
  columns: Int,
  letters: String
) {
  #expect(plainLetters(for: cluster, columns: columns) == Array(letters.utf8))
}

@Test func `what is asked for is undone`() {
  let capabilities = [
    "kmous": "\u{1B}[M", "smcup": "\u{1B}[?1049h", "rmcup": "\u{1B}[?1049l$<5>",
    "civis": "\u{1B}[?25l",
    "cnorm": "\u{1B}[?25h", "smkx": "\u{1B}[?1h", "rmkx": "\u{1B}[?1l",
    "cup": "\u{1B}[%i%p1%d;%p2%dH",
  ]
  let modes = TerminalModes { capabilities[$0] }
  let leave = String(decoding: modes.leave, as: UTF8.self)
  let asked = String(decoding: modes.enter + modes.ask, as: UTF8.self)
  for part in asked.split(separator: "\u{1B}") where part.hasPrefix("[?") {
    let undone = String(part.dropLast()) + (part.hasSuffix("h") ? "l" : "h")
    #expect(leave.contains("\u{1B}" + undone), "\(part)")
  }
  #expect(!leave.contains("$<"))
}

@Test func `a terminal without another screen and mouse is not asked for them`() {
  let modes = TerminalModes { ["cup": "\u{1B}[%i%p1%d;%p2%dH"][$0] }
  #expect(modes.enter.isEmpty && modes.ask.isEmpty)
  #expect(String(decoding: modes.leave, as: UTF8.self) == "\u{1B}[r\u{1B}[999;1H\r\n")
}
