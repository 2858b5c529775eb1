#ifndef BROADSHEET_CPCRE2_H
#define BROADSHEET_CPCRE2_H

#include <stddef.h>
#include <stdint.h>

// The few calls of PCRE2 that searching needs. The library is opened with the first expression, so that a start
// without one pays nothing; its interface has been the same since 10.00, and is declared in the source.

/// A compiled expression; used by one thread at a time.
typedef struct broadsheet_expression broadsheet_expression;

enum {
  broadsheet_found = 1,
  broadsheet_not_found = 0,
  /// The match limit was reached.
  broadsheet_too_costly = -1,
};

enum {
  broadsheet_compiled = 0,
  broadsheet_not_an_expression = 1,
  /// The system has no PCRE2.
  broadsheet_no_library = 2,
};

/// Compiles UTF-8; `message` gets what is wrong with it, ended by a zero. Returns one of the three above.
int broadsheet_compile(const uint8_t *_Nonnull pattern, size_t count, int ignores_case,
                       broadsheet_expression *_Nullable *_Nonnull expression, char *_Nonnull message,
                       size_t message_size);

/// Looks for the first match in `bytes` that begins at `start` or behind it; an empty one does not count.
/// Bytes that are not UTF-8 match nothing.
int broadsheet_find(broadsheet_expression *_Nonnull expression, const uint8_t *_Nonnull bytes, size_t count,
                    size_t start, size_t *_Nonnull from, size_t *_Nonnull to);

void broadsheet_free_expression(broadsheet_expression *_Nullable expression);

#endif
