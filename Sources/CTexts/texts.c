#include "CTexts.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The texts stand as files beside what uses them, and are taken in as they are.

static const unsigned char sample[] = {
#embed "../broadsheet/Sample/Sample.txt"
};

static const unsigned char schema[] = {
#embed "../Export/Schema/broadsheet-1.schema.json"
};

static const unsigned char entities[] = {
#embed "../Ingest/Markup/entities.tsv"
};

static const unsigned char months[] = {
#embed "../Ingest/Feeds/months.tsv"
};

static const unsigned char zones[] = {
#embed "../Ingest/Feeds/zones.tsv"
};

broadsheet_text broadsheet_sample(void) {
  return (broadsheet_text){sample, sizeof sample};
}

broadsheet_text broadsheet_schema(void) {
  return (broadsheet_text){schema, sizeof schema};
}

broadsheet_text broadsheet_entities(void) {
  return (broadsheet_text){entities, sizeof entities};
}

broadsheet_text broadsheet_months(void) {
  return (broadsheet_text){months, sizeof months};
}

broadsheet_text broadsheet_zones(void) {
  return (broadsheet_text){zones, sizeof zones};
}
