#include "CPCRE2.h"

#include <CLoading.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// PCRE2's own numbers.
enum {
  caseless = 0x00000008,
  multiline = 0x00000400,
  unicode_properties = 0x00020000,
  utf = 0x00080000,
  never_backslash_c = 0x00100000,
  match_invalid_utf = 0x04000000,
  jit_complete = 0x00000001,
  no_jit = 0x00002000,
  not_empty = 0x00000004,
  error_jit_stack_limit = -46,
  error_match_limit = -47,
  error_depth_limit = -53,
  error_heap_limit = -63,
};

/// Backtracks in one paragraph before it is given up: some tens of milliseconds.
enum { match_limit = 1000000, heap_limit_kilobytes = 16384 };

static struct {
  void *(*compile)(const uint8_t *, size_t, uint32_t, int *, size_t *, void *);
  void (*code_free)(void *);
  int (*jit_compile)(void *, uint32_t);
  void *(*match_data_create)(const void *, void *);
  void (*match_data_free)(void *);
  void *(*match_context_create)(void *);
  void (*match_context_free)(void *);
  int (*set_match_limit)(void *, uint32_t);
  int (*set_heap_limit)(void *, uint32_t);
  int (*match)(const void *, const uint8_t *, size_t, size_t, uint32_t, void *, void *);
  size_t *(*ovector)(void *);
  int (*error_message)(int, uint8_t *, size_t);
} library;

static int is_open;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_library(void) {
  static const char *const files[] = {
      "libpcre2-8.so.0", "libpcre2-8.so", "libpcre2-8.0.dylib", "/opt/homebrew/lib/libpcre2-8.0.dylib",
      "/usr/local/lib/libpcre2-8.0.dylib",
  };
  const broadsheet_symbol symbols[] = {
      {&library.compile, "pcre2_compile_8"},
      {&library.code_free, "pcre2_code_free_8"},
      {&library.jit_compile, "pcre2_jit_compile_8"},
      {&library.match_data_create, "pcre2_match_data_create_from_pattern_8"},
      {&library.match_data_free, "pcre2_match_data_free_8"},
      {&library.match_context_create, "pcre2_match_context_create_8"},
      {&library.match_context_free, "pcre2_match_context_free_8"},
      {&library.set_match_limit, "pcre2_set_match_limit_8"},
      {&library.set_heap_limit, "pcre2_set_heap_limit_8"},
      {&library.match, "pcre2_match_8"},
      {&library.ovector, "pcre2_get_ovector_pointer_8"},
      {&library.error_message, "pcre2_get_error_message_8"},
  };
  if (!broadsheet_load(files, sizeof files / sizeof *files, symbols, sizeof symbols / sizeof *symbols)) return;
  is_open = 1;
}

struct broadsheet_expression {
  void *code;
  void *match;
  void *context;
};

int broadsheet_compile(const uint8_t *pattern, size_t count, int ignores_case, broadsheet_expression **expression,
                       char *message, size_t message_size) {
  *expression = NULL;
  if (message_size > 0) *message = 0;
  pthread_once(&once, open_library);
  if (!is_open) return broadsheet_no_library;
  uint32_t options = utf | unicode_properties | multiline | never_backslash_c;
  if (ignores_case) options |= caseless;
  int error = 0;
  size_t offset = 0;
  void *code = library.compile(pattern, count, options | match_invalid_utf, &error, &offset, NULL);
  // Before 10.34 a text with a wrong byte has no matches at all.
  if (!code && error == 117) code = library.compile(pattern, count, options, &error, &offset, NULL);
  if (!code) {
    if (library.error_message(error, (uint8_t *)message, message_size) < 0 && message_size > 0) {
      snprintf(message, message_size, "error %d", error);
    }
    return broadsheet_not_an_expression;
  }
  broadsheet_expression *made = calloc(1, sizeof *made);
  void *match = library.match_data_create(code, NULL);
  void *context = library.match_context_create(NULL);
  if (!made || !match || !context) {
    if (match) library.match_data_free(match);
    if (context) library.match_context_free(context);
    library.code_free(code);
    free(made);
    return broadsheet_no_library;
  }
  library.set_match_limit(context, match_limit);
  library.set_heap_limit(context, heap_limit_kilobytes);
  // Where the system forbids it, it is interpreted.
  library.jit_compile(code, jit_complete);
  *made = (broadsheet_expression){code, match, context};
  *expression = made;
  return broadsheet_compiled;
}

int broadsheet_find(broadsheet_expression *expression, const uint8_t *bytes, size_t count, size_t start, size_t *from,
                    size_t *to) {
  int result = library.match(expression->code, bytes, count, start, not_empty, expression->match, expression->context);
  if (result == error_jit_stack_limit) {
    result = library.match(expression->code, bytes, count, start, not_empty | no_jit, expression->match,
                           expression->context);
  }
  if (result >= 0) {
    const size_t *vector = library.ovector(expression->match);
    // With \K a match may begin behind its end.
    if (vector[0] >= vector[1]) return broadsheet_not_found;
    *from = vector[0];
    *to = vector[1];
    return broadsheet_found;
  }
  switch (result) {
    case error_jit_stack_limit:
    case error_match_limit:
    case error_depth_limit:
    case error_heap_limit: return broadsheet_too_costly;
    default: return broadsheet_not_found;
  }
}

void broadsheet_free_expression(broadsheet_expression *expression) {
  if (!expression) return;
  library.match_data_free(expression->match);
  library.match_context_free(expression->context);
  library.code_free(expression->code);
  free(expression);
}
