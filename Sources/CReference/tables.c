#include "CReference.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The tables are taken in as they are and used in place. `broadsheet-workshop tables` builds them.

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

broadsheet_table broadsheet_lexicon(void) {
  return (broadsheet_table){lexicon, sizeof lexicon};
}

broadsheet_table broadsheet_gazetteer(void) {
  return (broadsheet_table){gazetteer, sizeof gazetteer};
}

broadsheet_table broadsheet_names(void) {
  return (broadsheet_table){names, sizeof names};
}

broadsheet_table broadsheet_characters(void) {
  return (broadsheet_table){characters, sizeof characters};
}
