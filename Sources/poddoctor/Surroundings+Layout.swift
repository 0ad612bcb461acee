import Reporting

extension Terminal.Surroundings {
  /// The layout for text: as wide as the terminal, 100 columns elsewhere.
  func layout(_ choice: ColourChoice) -> TextLayout {
    let stated = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let width = columns ?? stated ?? 100
    return TextLayout(width: width, palette: hasColour(choice) ? .ansi : .plain)
  }

  /// The option decides first, then NO_COLOR, then CLICOLOR_FORCE, then the terminal.
  func hasColour(_ choice: ColourChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let value = environment["NO_COLOR"], !value.isEmpty { return false }
    if let value = environment["CLICOLOR_FORCE"], !value.isEmpty, value != "0" { return true }
    return isInteractive && environment["TERM"] != "dumb"
  }
}
