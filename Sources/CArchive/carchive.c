#include "carchive.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>

struct archive;
struct archive_entry;

/* libarchive's functions by the names they have there; its interface has not changed since version 3.0. */
struct carchive_library {
  void *handle;
  struct archive *(*archive_read_new)(void);
  int (*archive_read_free)(struct archive *);
  int (*archive_read_support_filter_gzip)(struct archive *);
  int (*archive_read_support_filter_bzip2)(struct archive *);
  int (*archive_read_support_filter_xz)(struct archive *);
  int (*archive_read_support_filter_zstd)(struct archive *);
  int (*archive_read_support_format_tar)(struct archive *);
  int (*archive_read_support_format_zip)(struct archive *);
  int (*archive_read_support_format_raw)(struct archive *);
  int (*archive_read_open_memory)(struct archive *, const void *, size_t);
  int (*archive_read_next_header)(struct archive *, struct archive_entry **);
  int (*archive_read_data_block)(struct archive *, const void **, size_t *, int64_t *);
  int (*archive_format)(struct archive *);
  const char *(*archive_error_string)(struct archive *);
  const char *(*archive_entry_pathname_utf8)(struct archive_entry *);
  const char *(*archive_entry_pathname)(struct archive_entry *);
  int (*archive_entry_size_is_set)(struct archive_entry *);
  int64_t (*archive_entry_size)(struct archive_entry *);
  mode_t (*archive_entry_filetype)(struct archive_entry *);
  const char *(*archive_entry_hardlink)(struct archive_entry *);
  int (*archive_entry_sparse_count)(struct archive_entry *);
};

struct carchive_reader {
  const carchive_library *library;
  struct archive *archive;
  struct archive_entry *entry;
  /* What opening came to. */
  int opened;
};

enum { format_raw = 0x90000 };

static bool find(void *handle, const char *name, void *function) {
  void *symbol = dlsym(handle, name);
  /* POSIX lets a function's address be kept in a pointer to data, which C alone does not. */
  *(void **)function = symbol;
  return symbol != NULL;
}

carchive_library *carchive_load(const char *name) {
  void *handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return NULL;
  carchive_library *library = calloc(1, sizeof *library);
  if (library == NULL) return NULL;
  library->handle = handle;
#define FIND(function) find(handle, #function, &library->function)
  bool is_whole =
      FIND(archive_read_new) && FIND(archive_read_free) && FIND(archive_read_support_filter_gzip)
      && FIND(archive_read_support_filter_bzip2) && FIND(archive_read_support_filter_xz)
      && FIND(archive_read_support_format_tar) && FIND(archive_read_support_format_zip)
      && FIND(archive_read_support_format_raw) && FIND(archive_read_open_memory)
      && FIND(archive_read_next_header) && FIND(archive_read_data_block) && FIND(archive_format)
      && FIND(archive_error_string) && FIND(archive_entry_pathname) && FIND(archive_entry_size_is_set)
      && FIND(archive_entry_size) && FIND(archive_entry_filetype) && FIND(archive_entry_hardlink)
      && FIND(archive_entry_sparse_count);
  /* Younger than the rest. */
  FIND(archive_read_support_filter_zstd);
  FIND(archive_entry_pathname_utf8);
#undef FIND
  if (is_whole) return library;
  carchive_unload(library);
  return NULL;
}

/* Frees what belongs to us; the library itself stays, for it does not forget all it allocated. */
void carchive_unload(carchive_library *library) { free(library); }

carchive_reader *carchive_open(const carchive_library *library, const void *bytes, size_t count) {
  carchive_reader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return NULL;
  reader->library = library;
  reader->archive = library->archive_read_new();
  if (reader->archive == NULL) {
    free(reader);
    return NULL;
  }
  library->archive_read_support_filter_gzip(reader->archive);
  library->archive_read_support_filter_bzip2(reader->archive);
  library->archive_read_support_filter_xz(reader->archive);
  if (library->archive_read_support_filter_zstd != NULL)
    library->archive_read_support_filter_zstd(reader->archive);
  library->archive_read_support_format_tar(reader->archive);
  library->archive_read_support_format_zip(reader->archive);
  library->archive_read_support_format_raw(reader->archive);
  reader->opened = library->archive_read_open_memory(reader->archive, bytes, count);
  return reader;
}

void carchive_close(carchive_reader *reader) {
  reader->library->archive_read_free(reader->archive);
  free(reader);
}

int carchive_next(carchive_reader *reader) {
  if (reader->opened < CARCHIVE_WARN) return CARCHIVE_FATAL;
  return reader->library->archive_read_next_header(reader->archive, &reader->entry);
}

int carchive_block(carchive_reader *reader, const void **bytes, size_t *count, int64_t *offset) {
  *bytes = NULL;
  *count = 0;
  return reader->library->archive_read_data_block(reader->archive, bytes, count, offset);
}

const char *carchive_error(const carchive_reader *reader) {
  const char *text = reader->library->archive_error_string(reader->archive);
  return text != NULL ? text : "unknown reason";
}

const char *carchive_name(const carchive_reader *reader) {
  const carchive_library *library = reader->library;
  const char *name = NULL;
  if (library->archive_entry_pathname_utf8 != NULL)
    name = library->archive_entry_pathname_utf8(reader->entry);
  return name != NULL ? name : library->archive_entry_pathname(reader->entry);
}

int64_t carchive_size(const carchive_reader *reader) {
  if (!reader->library->archive_entry_size_is_set(reader->entry)) return -1;
  return reader->library->archive_entry_size(reader->entry);
}

bool carchive_is_plain_file(const carchive_reader *reader) {
  const carchive_library *library = reader->library;
  return (library->archive_entry_filetype(reader->entry) & S_IFMT) == S_IFREG
      && library->archive_entry_hardlink(reader->entry) == NULL
      && library->archive_entry_sparse_count(reader->entry) == 0;
}

bool carchive_is_folder(const carchive_reader *reader) {
  return (reader->library->archive_entry_filetype(reader->entry) & S_IFMT) == S_IFDIR;
}

bool carchive_is_bare(const carchive_reader *reader) {
  return reader->library->archive_format(reader->archive) == format_raw;
}
