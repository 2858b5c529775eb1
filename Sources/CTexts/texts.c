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

static const unsigned char page_style[] = {
#embed "../Export/Page/page.css"
};

static const unsigned char page_script[] = {
#embed "../Export/Page/page.js"
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

broadsheet_text broadsheet_page_style(void) {
  return (broadsheet_text){page_style, sizeof page_style};
}

broadsheet_text broadsheet_page_script(void) {
  return (broadsheet_text){page_script, sizeof page_script};
}
