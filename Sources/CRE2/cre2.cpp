#include "cre2.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <vector>

struct cre2_regex {
  re2::RE2 regex;
};

struct cre2_set {
  re2::RE2::Set set;
};

static re2::RE2::Options options(size_t max_memory) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(static_cast<int64_t>(max_memory));
  return options;
}

cre2_regex *cre2_new(const char *pattern, size_t length, size_t max_memory) {
  return new cre2_regex{re2::RE2(re2::StringPiece(pattern, length), options(max_memory))};
}

void cre2_delete(cre2_regex *regex) { delete regex; }

const char *cre2_error(const cre2_regex *regex) {
  return regex->regex.ok() ? nullptr : regex->regex.error().c_str();
}

int cre2_error_code(const cre2_regex *regex) { return regex->regex.error_code(); }

const char *cre2_error_part(const cre2_regex *regex) {
  return regex->regex.error_arg().c_str();
}

int cre2_capture_count(const cre2_regex *regex) { return regex->regex.NumberOfCapturingGroups(); }

int cre2_named_group(const cre2_regex *regex, const char *name) {
  const auto &groups = regex->regex.NamedCapturingGroups();
  const auto found = groups.find(name);
  return found == groups.end() ? -1 : found->second;
}

bool cre2_match(
    const cre2_regex *regex, const char *text, size_t length, size_t start, ptrdiff_t *spans,
    int groups) {
  std::vector<re2::StringPiece> found(groups > 0 ? groups : 1);
  const re2::StringPiece whole(text, length);
  const bool matched = regex->regex.Match(
      whole, start, length, re2::RE2::UNANCHORED, groups > 0 ? found.data() : nullptr, groups);
  if (!matched) return false;
  for (int group = 0; group < groups; ++group) {
    const bool took_part = found[group].data() != nullptr;
    spans[2 * group] = took_part ? found[group].data() - text : -1;
    spans[2 * group + 1] = took_part ? spans[2 * group] + (ptrdiff_t)found[group].size() : -1;
  }
  return true;
}

cre2_set *cre2_set_new(size_t max_memory) {
  return new cre2_set{re2::RE2::Set(options(max_memory), re2::RE2::UNANCHORED)};
}

void cre2_set_delete(cre2_set *set) { delete set; }

int cre2_set_add(cre2_set *set, const char *pattern, size_t length) {
  return set->set.Add(re2::StringPiece(pattern, length), nullptr);
}

bool cre2_set_compile(cre2_set *set) { return set->set.Compile(); }

ptrdiff_t cre2_set_match(
    const cre2_set *set, const char *text, size_t length, int *numbers, size_t capacity) {
  std::vector<int> found;
  re2::RE2::Set::ErrorInfo error{re2::RE2::Set::kNoError};
  set->set.Match(re2::StringPiece(text, length), &found, &error);
  if (error.kind != re2::RE2::Set::kNoError) return -1;
  std::sort(found.begin(), found.end());
  for (size_t at = 0; at < found.size() && at < capacity; ++at) numbers[at] = found[at];
  return static_cast<ptrdiff_t>(found.size());
}
