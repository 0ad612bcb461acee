/// How much a text report shows, how wide and whether in colour.
package struct TextLayout: Sendable {
  /// Columns of a line; longer words still overflow rather than break.
  package var width: Int
  package var palette: Palette
  /// How many root causes are shown with all they have; the others get a line each.
  var detailed = 10
  /// How many pieces of evidence a root cause shows.
  var evidence = 3
  /// Whether long quotes, patches and explained symptoms are shown too.
  var isWide = false

  package init(width: Int = 100, palette: Palette = .plain) {
    self.width = min(200, max(60, width))
    self.palette = palette
  }

  /// The layout of `-o wide`.
  package var showingEverything: TextLayout {
    var layout = self
    layout.detailed = .max
    layout.evidence = .max
    layout.isWide = true
    return layout
  }
}
