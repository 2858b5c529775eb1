// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Release programs carry the Swift runtime, so that they start fast and run anywhere.
///
/// They stand at an address of their own, or the system would write to two thousand pages before the first line
/// runs; and they load no library but that of C.
let linuxRelease = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
let program: [SwiftSetting] = strict + [.unsafeFlags(["-static-stdlib"], linuxRelease)]
let programLinker: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-use-ld=lld", "-Xclang-linker", "-no-pie", "-Xclang-linker",
      "-static-libgcc",
      "-L\(Context.packageDirectory)/Sources/broadsheet/Link", "-Xlinker", "--as-needed",
      "-Xlinker", "--no-export-dynamic",
    ],
    linuxRelease
  )
]

let package = Package(
  name: "broadsheet",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "broadsheet", targets: ["broadsheet"]),
    .executable(name: "broadsheet-workshop", targets: ["broadsheet-workshop"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
  ],
  targets: [
    .target(name: "Prose", swiftSettings: strict),
    .target(
      name: "CReference",
      exclude: ["lexicons", "gazetteer", "tables", "NOTICE.md"]
    ),
    .target(name: "Reference", dependencies: ["CReference"], swiftSettings: strict),
    .target(name: "Analysis", dependencies: ["Prose", "Reference"], swiftSettings: strict),
    .target(
      name: "CMarkup",
      dependencies: ["CLoading"],
      cSettings: [.unsafeFlags(["-I/usr/include/libxml2"], .when(platforms: [.linux]))]
    ),
    .target(
      name: "Ingest",
      dependencies: ["Prose", "CMarkup", "CTexts"],
      exclude: ["Markup/entities.tsv", "Feeds/months.tsv", "Feeds/zones.tsv"],
      swiftSettings: strict
    ),
    .target(
      name: "Library",
      dependencies: ["Prose", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict
    ),
    .target(name: "CTexts"),
    .target(
      name: "Export",
      dependencies: ["Prose", "CTexts"],
      exclude: ["Schema", "Page/page.css", "Page/page.js"],
      swiftSettings: strict
    ),
    .target(
      name: "CTypography",
      exclude: ["NOTICE.md", "hyphens.bin", "hyphens-en.txt", "characters.bin", "widths.tsv"]
    ),
    .target(name: "CLoading"),
    .target(name: "CFetch", dependencies: ["CLoading"]),
    .target(name: "Fetch", dependencies: ["CFetch"], swiftSettings: strict),
    .target(name: "CPCRE2", dependencies: ["CLoading"]),
    .target(name: "Search", dependencies: ["CPCRE2"], swiftSettings: strict),
    .target(name: "Screen", dependencies: ["CTypography"], swiftSettings: strict),
    .target(name: "Reader", dependencies: ["Prose", "Screen"], swiftSettings: strict),
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]
    ),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses"], swiftSettings: strict),
    .target(name: "CThemes"),
    .target(
      name: "Themes",
      dependencies: ["Screen", "CThemes", .product(name: "Yams", package: "Yams")],
      path: "Themes",
      exclude: [
        "contrast.yaml", "mono.yaml", "night.yaml", "okabe-ito.yaml", "paper.yaml", "terminal.yaml",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "broadsheet",
      dependencies: [
        "Prose", "Reference", "Analysis", "Ingest", "Fetch", "Export", "Search", "Screen",
        "Reader", "Terminal", "Themes", "CTexts", "Library",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Link", "Sample/Sample.txt", "Sample/screen.svg"],
      swiftSettings: program,
      linkerSettings: programLinker
    ),
    .executableTarget(
      name: "broadsheet-workshop",
      dependencies: [
        "Prose", "Reference", "Analysis", "Library", "CTypography", "Screen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md", "Sentences", "Chains", "Disputes"],
      swiftSettings: program,
      linkerSettings: programLinker
    ),
    .target(
      name: "TestKit",
      dependencies: ["Prose", "Screen"],
      path: "Tests/TestKit",
      swiftSettings: strict
    ),
    .testTarget(name: "ProseTests", dependencies: ["Prose", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "ReferenceTests",
      dependencies: ["Reference"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "Prose", "Reference", "TestKit"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "IngestTests",
      dependencies: ["Ingest", "Export", "Prose", "TestKit"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ExportTests",
      dependencies: ["Export", "Analysis", "Prose", "TestKit"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "broadsheet", "Ingest", "Export", "Analysis", "Prose", "Reader", "Themes", "TestKit",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["broadsheet", "TestKit"],
      swiftSettings: strict
    ),
    .testTarget(name: "FetchTests", dependencies: ["Fetch", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "LibraryTests",
      dependencies: [
        "Library", "Analysis", "Prose", "TestKit", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict
    ),
    .testTarget(name: "SearchTests", dependencies: ["Search"], swiftSettings: strict),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "ReaderTests",
      dependencies: ["Reader", "Analysis", "Prose", "Screen", "TestKit"],
      exclude: ["Screens"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "Screen", "TestKit"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ThemesTests",
      dependencies: ["Themes", "Screen"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WorkshopTests",
      dependencies: ["broadsheet-workshop", "Analysis", "Prose", "Reference"],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
