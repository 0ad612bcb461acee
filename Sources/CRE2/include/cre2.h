/* A C face for RE2: compile once, match many; and sets that match many patterns in one pass. */
#ifndef PODDOCTOR_CRE2_H
#define PODDOCTOR_CRE2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_regex cre2_regex;
typedef struct cre2_set cre2_set;

/* Compiles `pattern`; never NULL. Ask `cre2_error` whether it is usable. */
cre2_regex *cre2_new(const char *pattern, size_t length, size_t max_memory);
void cre2_delete(cre2_regex *regex);
/* NULL when the pattern compiled, else what is wrong with it; lives as long as `regex`. */
const char *cre2_error(const cre2_regex *regex);
/* RE2's number for what is wrong, and the part of the pattern that is wrong. */
int cre2_error_code(const cre2_regex *regex);
const char *cre2_error_part(const cre2_regex *regex);
int cre2_capture_count(const cre2_regex *regex);
/* The number of the group called `name`, or -1. */
int cre2_named_group(const cre2_regex *regex, const char *name);

/* Searches `text` from `start`. Writes `groups` pairs (begin, end), -1 for a group that took no part. */
bool cre2_match(
    const cre2_regex *regex, const char *text, size_t length, size_t start, ptrdiff_t *spans,
    int groups);

/* A set of patterns, matched together. */
cre2_set *cre2_set_new(size_t max_memory);
void cre2_set_delete(cre2_set *set);
/* The pattern's number, or -1 when it does not compile. */
int cre2_set_add(cre2_set *set, const char *pattern, size_t length);
bool cre2_set_compile(cre2_set *set);
/* Writes the numbers of the patterns that occur in `text`, ascending, at most `capacity`; returns how many
   there are, or -1 when the automaton ran out of memory. */
ptrdiff_t cre2_set_match(
    const cre2_set *set, const char *text, size_t length, int *numbers, size_t capacity);

#ifdef __cplusplus
}
#endif
#endif
