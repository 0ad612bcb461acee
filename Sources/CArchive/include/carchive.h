/* A narrow face for libarchive, which is loaded when the first archive is opened and not before. */
#ifndef PODDOCTOR_CARCHIVE_H
#define PODDOCTOR_CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct carchive_library carchive_library;
typedef struct carchive_reader carchive_reader;

/* What a step came to; the numbers are libarchive's own. */
enum {
  CARCHIVE_END = 1,
  CARCHIVE_OK = 0,
  CARCHIVE_RETRY = -10,
  CARCHIVE_WARN = -20,
  /* The entry cannot be read; the next one may be. */
  CARCHIVE_FAILED = -25,
  /* Nothing more of the archive can be read. */
  CARCHIVE_FATAL = -30,
};

/* Loads libarchive by the name of its file. NULL where there is none, or where it lacks something. Once loaded
   it stays. */
carchive_library *carchive_load(const char *name);
void carchive_unload(carchive_library *library);

/* Opens an archive that lies in memory; it must stay there until it is closed. NULL where memory ran out. */
carchive_reader *carchive_open(const carchive_library *library, const void *bytes, size_t count);
void carchive_close(carchive_reader *reader);

/* Moves on to the next entry. */
int carchive_next(carchive_reader *reader);
/* The next piece of the entry's content, which lives until the next call, and where in the entry it belongs. */
int carchive_block(carchive_reader *reader, const void **bytes, size_t *count, int64_t *offset);
/* Why the last step failed; never NULL. */
const char *carchive_error(const carchive_reader *reader);

/* The entry's name as it stands in the archive; NULL where it has none. */
const char *carchive_name(const carchive_reader *reader);
/* The entry's size as the archive states it; -1 where it does not. */
int64_t carchive_size(const carchive_reader *reader);
/* Whether the entry is a plain file: no folder, link or device, and without holes. */
bool carchive_is_plain_file(const carchive_reader *reader);
bool carchive_is_folder(const carchive_reader *reader);
/* Whether what is read is no archive but one compressed file. */
bool carchive_is_bare(const carchive_reader *reader);

#endif
