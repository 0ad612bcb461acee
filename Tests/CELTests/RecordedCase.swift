import CEL
import TestSupport
import Testing

/// One recorded expression with its declarations, bindings and answers.
struct RecordedCase: Sendable, CustomTestStringConvertible {
  let json: JSONValue

  var testDescription: String {
    let name = [json["file"], json["section"], json["name"]].compactMap { $0?.string }
    return "\(name.joined(separator: "/")): \(text.prefix(80))"
  }

  var text: String { json["expr"]?.string ?? "" }

  /// What came out: a value, or an error and where it arose.
  enum Outcome: Sendable {
    case value(Value)
    case error(phase: String, text: String)
  }

  /// The environment with the case's declarations.
  func declare(in base: Environment) -> Environment {
    var environment = base
    environment.container = json["container"]?.string ?? ""
    if json["disableMacros"]?.bool == true { environment.syntax.macros = [] }
    for entry in json["typeEnv"]?.elements ?? [] {
      guard let name = entry["name"]?.string else { continue }
      if let type = entry["type"]?.string {
        environment.declare(name, StaticType(parsing: type) ?? .dyn)
      }
      let overloads = (entry["overloads"]?.elements ?? []).map { overload in
        Overload(
          overload["member"]?.bool == true ? .method : .global,
          (overload["params"]?.elements ?? []).map {
            $0.string.flatMap(StaticType.init(parsing:)) ?? .dyn
          },
          overload["result"]?.string.flatMap(StaticType.init(parsing:)) ?? .dyn, .intrinsic)
      }
      if !overloads.isEmpty { environment.add(Function(name, overloads)) }
    }
    return environment
  }

  func compile(_ base: Environment) throws(CompileError) -> Program {
    let isUnchecked = json["disableCheck"]?.bool == true
    return try declare(in: base).compile(text, isUnchecked ? .unchecked : .checked)
  }

  func outcome(_ base: Environment) -> Outcome {
    let program: Program
    do throws(CompileError) {
      program = try compile(base)
    } catch {
      let isText = error.phase != .program
      return .error(phase: error.phase.rawValue, text: isText ? error.description : error.message)
    }
    do throws(EvaluationError) {
      return .value(try program.evaluate(RecordedBindings(json["bindings"]?.members ?? [:])))
    } catch {
      return .error(phase: "eval", text: error.message)
    }
  }
}

/// Recorded variables, of which some are errors.
final class RecordedBindings: Activation {
  let members: [String: JSONValue]

  init(_ members: [String: JSONValue]) {
    self.members = members
  }

  func value(of variable: Environment.Variable) throws(EvaluationError) -> Value? {
    guard let json = members[variable.name] else { return nil }
    guard let value = RecordedValue.value(json) else {
      throw EvaluationError(.other, "the recorded error of \(variable.name)")
    }
    return value
  }
}
