#ifndef BROADSHEET_CREFERENCE_H
#define BROADSHEET_CREFERENCE_H

#include <stddef.h>

/// A table's bytes, aligned to 16; they live as long as the program.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} broadsheet_table;

/// Words and phrases with their classes; built from lexicons/.
broadsheet_table broadsheet_lexicon(void);

/// Places and their names; built from gazetteer/.
broadsheet_table broadsheet_gazetteer(void);

/// The weights of the name model; trained by `broadsheet-workshop train-names`.
broadsheet_table broadsheet_names(void);

/// What each character is; built by `broadsheet-workshop characters` from the Unicode Character Database.
broadsheet_table broadsheet_characters(void);

#endif
