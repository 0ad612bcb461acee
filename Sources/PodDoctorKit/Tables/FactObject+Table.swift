import CEL
import RuleEngine

extension FactObject {
  /// The facts of `base` that the table names.
  ///
  /// Here, beside the tables, because generic code of another module asks the runtime for types with each fact.
  convenience init<Base>(_ base: Base, _ table: FactTable<Base>, origin: Origin? = nil) {
    self.init(table.names, origin: origin) { table.facts[$0](base) }
  }
}
