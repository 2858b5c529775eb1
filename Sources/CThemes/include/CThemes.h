#ifndef BROADSHEET_CTHEMES_H
#define BROADSHEET_CTHEMES_H

#include <stddef.h>

/// A theme file of the package; it lives as long as the program.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} broadsheet_theme;

/// The theme files, the default first, then the rest as they are listed to the user.
const broadsheet_theme *_Nonnull broadsheet_themes(size_t *_Nonnull count);

#endif
