import CEL
import KubernetesModel
import Synchronization

/// Evaluates the CEL selectors of device classes and requests, each text compiled once.
///
/// Whether a device matches does not change while pods are placed, so answers are kept as well.
final class DeviceSelectorCache: Sendable {
  /// What a selector says about a device.
  enum Result: Sendable {
    case matches
    case differs
    /// In kube-scheduler's words.
    case failed(String)
  }

  private struct Question: Hashable {
    var expression: String
    var device: DeviceID
  }

  private struct State {
    var programs: [String: CompiledSelector] = [:]
    var answers: [Question: Result] = [:]
    var values: [DeviceID: DeviceValue] = [:]
  }

  private let state = Mutex(State())

  func result(of expression: String, for device: Device, _ id: DeviceID) -> Result {
    state.withLock { state in
      let question = Question(expression: expression, device: id)
      if let known = state.answers[question] { return known }
      let program = state.programs[expression] ?? CompiledSelector(expression)
      state.programs[expression] = program
      let value = state.values[id] ?? DeviceValue(device, driver: id.driver)
      state.values[id] = value
      let answer = program.result(for: value)
      state.answers[question] = answer
      return answer
    }
  }
}

/// A selector that was compiled, or why it cannot be.
private enum CompiledSelector: Sendable {
  case program(Program)
  case failed(String)

  private static let environment: Environment = {
    var environment = Environment.kubernetes
    environment.declare("device")
    return environment
  }()

  init(_ expression: String) {
    do {
      let program = try Self.environment.compile(expression)
      guard [.bool, .dyn].contains(program.resultType) else {
        self = .failed(
          "CEL compile error: must evaluate to bool or the unknown type, not \(program.resultType)")
        return
      }
      self = .program(program)
    } catch {
      self = .failed("CEL compile error: compilation failed: \(error)")
    }
  }

  func result(for device: DeviceValue) -> DeviceSelectorCache.Result {
    switch (self, device) {
    case (.failed(let text), _): return .failed(text)
    case (_, .unreadable(let text)): return .failed("CEL runtime error: \(text)")
    case (.program(let program), .value(let value)): return Self.run(program, on: value)
    }
  }

  private static func run(_ program: Program, on device: Value) -> DeviceSelectorCache.Result {
    do {
      let answer = try program.evaluate(Bindings(["device": device]))
      guard case .bool(let matches) = answer else {
        return .failed(
          "CEL runtime error: CEL result of type \(answer.typeName) could not be converted to bool")
      }
      return matches ? .matches : .differs
    } catch {
      return .failed("CEL runtime error: \(error)")
    }
  }
}
