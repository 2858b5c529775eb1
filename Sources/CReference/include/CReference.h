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

/// The world's places; built by `broadsheet-workshop atlas`.
broadsheet_table broadsheet_atlas(void);

/// Outlines of land and countries; built by `broadsheet-workshop atlas`.
broadsheet_table broadsheet_coastlines(void);

/// The weights of the name model; trained by `broadsheet-workshop train-names`.
broadsheet_table broadsheet_names(void);

/// What each character is; built by `broadsheet-workshop characters` from the Unicode Character Database.
broadsheet_table broadsheet_character_traits(void);

/// The part-of-speech tagger's words and weights; trained by `broadsheet-workshop train-tagger`.
broadsheet_table broadsheet_tagger(void);

/// The dependency parser's weights; trained by `broadsheet-workshop train-parser`.
broadsheet_table broadsheet_parser(void);

#endif
