// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Cedian",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "cedian", targets: ["cedian"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // A module map and a shim, nothing else.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    // A module map and a shim, nothing else.
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    // The domain. Depends on no other target and no package: no disk, no clock, no HTML.
    .target(name: "CedianModel"),
    // Text to `Document`. Must never import CedianSite.
    .target(name: "CedianContent", dependencies: ["CedianModel", "CCmark", "CYAML"]),
    // `Handbook` to `[OutputFile]`. Must never import CedianContent.
    .target(name: "CedianSite", dependencies: ["CedianModel"]),
    // The only target that touches disk, clock, terminal, git or network.
    .executableTarget(
      name: "cedian",
      dependencies: [
        "CedianModel", "CedianContent", "CedianSite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Fixtures, golden files and marked text for the tests; never linked into the program.
    .target(
      name: "CedianTestSupport", dependencies: ["CedianModel", "CedianContent"]),
    .testTarget(name: "CedianModelTests", dependencies: ["CedianModel", "CedianTestSupport"]),
    .testTarget(
      name: "CedianContentTests", dependencies: ["CedianContent", "CedianTestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CedianSiteTests", dependencies: ["CedianSite", "CedianTestSupport"],
      exclude: ["Fixtures"]),
    // Runs the built binary as a user does.
    .testTarget(
      name: "CommandTests", dependencies: ["cedian", "CedianTestSupport"],
      exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)
