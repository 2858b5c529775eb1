#ifndef BROADSHEET_CLOADING_H
#define BROADSHEET_CLOADING_H

#include <stddef.h>

/// A function of a library: where its address goes, and what it is called there.
typedef struct {
  void *_Nonnull target;
  const char *_Nonnull name;
} broadsheet_symbol;

/// Opens the first of some libraries that the machine has, and looks up what is needed of it.
///
/// The library stays open: opening it costs more than starting without it, so that each is opened at its first use.
/// @return 1, or 0 where there is none of them, or where one of the functions is missing.
int broadsheet_load(const char *const _Nonnull *_Nonnull files, size_t file_count,
                    const broadsheet_symbol *_Nonnull symbols, size_t symbol_count);

#endif
