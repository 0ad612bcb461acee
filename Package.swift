// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins)
}

func executable(
  _ name: String, _ dependencies: [Target.Dependency], plugins: [Target.PluginUsage] = [],
  linkerSettings: [LinkerSetting] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, swiftSettings: settings,
    linkerSettings: linkerSettings, plugins: plugins)
}

/// Nothing looks for the symbols of a released program, and the loader starts it faster without them and at a fixed
/// place, as it does kubectl.
let quickToStart = LinkerSetting.unsafeFlags(
  ["-Xlinker", "-s", "-Xlinker", "--no-export-dynamic", "-Xclang-linker", "-no-pie"],
  .when(platforms: [.linux], configuration: .release))

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
func collections(_ name: String) -> Target.Dependency {
  .product(name: name, package: "swift-collections")
}

let package = Package(
  name: "poddoctor",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "poddoctor", targets: ["poddoctor"]),
    .executable(name: "poddoctor-dev", targets: ["poddoctor-dev"]),
    .executable(name: "poddoctor-fuzz", targets: ["poddoctor-fuzz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // Layer 0
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(
      name: "CRE2", cxxSettings: [.unsafeFlags(["-std=c++17"])],
      linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "CArchive"),
    module("Basics"),
    // Layer 1
    module("Provenance", ["Basics"]),
    // Layer 2
    module("YAML", ["Basics", "CLibYAML", "Provenance"]),
    module("Findings", ["Basics", "Provenance"]),
    // Layer 3
    module("CEL", ["Basics", "CRE2", collections("OrderedCollections")]),
    module("Triage", ["Basics", "Findings", "Provenance", collections("OrderedCollections")]),
    module("Reporting", ["Basics", "Findings", "Provenance", collections("OrderedCollections")]),
    // Layer 4
    module(
      "KubernetesModel",
      ["Basics", "Findings", "Provenance", "YAML", collections("OrderedCollections")]),
    module(
      "RuleEngine",
      [
        "Basics", "CEL", "CRE2", "Findings", "Provenance", "YAML",
        collections("OrderedCollections"),
      ]),
    // Layer 5
    module(
      "DumpLoading", ["Basics", "CArchive", "Findings", "KubernetesModel", "Provenance", "YAML"]),
    module(
      "Scheduling",
      [
        "Basics", "CEL", "Findings", "KubernetesModel", "Provenance", "YAML",
        collections("OrderedCollections"), collections("BitCollections"),
        collections("HeapModule"),
      ]),
    module(
      "Validation", ["Basics", "CEL", "Findings", "KubernetesModel", "Provenance", "YAML"]),
    module("BundledRules", ["Basics", "RuleEngine"], plugins: ["EmbedRules"]),
    // Layer 6
    module(
      "PodDoctorKit",
      [
        "Basics", "BundledRules", "CEL", "DumpLoading", "Findings", "KubernetesModel",
        "Provenance", "Reporting", "RuleEngine", "Scheduling", "Triage", "Validation", "YAML",
        collections("OrderedCollections"),
      ]),
    // Layer 7
    executable(
      "poddoctor",
      [
        "PodDoctorKit", "DumpLoading", "Reporting", "Triage", "Findings", "Provenance", "Basics",
        argumentParser,
      ], linkerSettings: [quickToStart]),
    executable(
      "poddoctor-dev", ["PodDoctorKit", "RuleEngine", "Findings", "YAML", "Basics", argumentParser]),
    module(
      "Fuzzing",
      [
        "Basics", "BundledRules", "CEL", "DumpLoading", "Findings", "PodDoctorKit", "Provenance",
        "Reporting", "RuleEngine", "Scheduling", "Triage", "YAML",
      ]),
    // Layer 8
    executable("poddoctor-fuzz", ["Fuzzing", "Findings", argumentParser]),
    // Build time
    executable("rulepack", ["RuleEngine", "YAML", "Basics"]),
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["rulepack"],
      path: "Sources/EmbedRules"),
    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("Architecture"),
    tests("Basics", ["Basics"]),
    tests("YAML", ["YAML", "Basics", "Provenance"]),
    tests("Findings", ["Findings", "Provenance", "Basics"]),
    tests("CEL", ["CEL", "Basics"]),
    tests("Triage", ["Triage", "Findings", "Provenance", "Basics"]),
    tests("Reporting", ["Reporting", "Findings", "Provenance", "Basics", "YAML"]),
    tests("KubernetesModel", ["KubernetesModel", "YAML", "Provenance", "Findings"]),
    tests("RuleEngine", ["RuleEngine", "CEL", "YAML", "Findings", "Provenance"]),
    tests("Validation", ["Validation", "KubernetesModel", "YAML", "Provenance"]),
    tests("DumpLoading", ["DumpLoading", "KubernetesModel", "YAML", "Findings", "Provenance"]),
    tests(
      "Scheduling",
      ["Basics", "Scheduling", "KubernetesModel", "YAML", "Findings", "Provenance"]),
    tests(
      "PodDoctorKit",
      [
        "PodDoctorKit", "BundledRules", "RuleEngine", "KubernetesModel", "Findings", "Provenance",
        "Reporting", "Basics", "YAML",
      ]),
    tests("EndToEnd", ["poddoctor", "YAML"]),
    tests("Fuzzing", ["poddoctor-fuzz"]),
  ]
)
