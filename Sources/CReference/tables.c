#include "CReference.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The tables are taken in as they are and used in place. `broadsheet-workshop` builds them.

_Alignas(16) static const unsigned char lexicon[] = {
#embed "tables/lexicon.bin"
};

_Alignas(16) static const unsigned char gazetteer[] = {
#embed "tables/gazetteer.bin"
};

_Alignas(16) static const unsigned char names[] = {
#embed "tables/names.bin"
};

_Alignas(16) static const unsigned char characters[] = {
#embed "tables/characters.bin"
};

_Alignas(16) static const unsigned char tagger[] = {
#embed "tables/tagger.bin"
};

_Alignas(16) static const unsigned char parser[] = {
#embed "tables/parser.bin"
};

_Alignas(16) static const unsigned char atlas[] = {
#embed "tables/atlas.bin"
};

_Alignas(16) static const unsigned char coastlines[] = {
#embed "tables/coastlines.bin"
};

broadsheet_table broadsheet_lexicon(void) {
  return (broadsheet_table){lexicon, sizeof lexicon};
}

broadsheet_table broadsheet_gazetteer(void) {
  return (broadsheet_table){gazetteer, sizeof gazetteer};
}

broadsheet_table broadsheet_names(void) {
  return (broadsheet_table){names, sizeof names};
}

broadsheet_table broadsheet_character_traits(void) {
  return (broadsheet_table){characters, sizeof characters};
}

broadsheet_table broadsheet_tagger(void) {
  return (broadsheet_table){tagger, sizeof tagger};
}

broadsheet_table broadsheet_parser(void) {
  return (broadsheet_table){parser, sizeof parser};
}

broadsheet_table broadsheet_atlas(void) {
  return (broadsheet_table){atlas, sizeof atlas};
}

broadsheet_table broadsheet_coastlines(void) {
  return (broadsheet_table){coastlines, sizeof coastlines};
}
