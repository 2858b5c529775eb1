#include "CTexts.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The texts stand as files beside what uses them, and are taken in as they are.

static const unsigned char sample[] = {
#embed "../broadsheet/Sample/Sample.txt"
};

static const unsigned char schema[] = {
#embed "../Export/Schema/broadsheet-1.schema.json"
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

broadsheet_text broadsheet_page_style(void) {
  return (broadsheet_text){page_style, sizeof page_style};
}

broadsheet_text broadsheet_page_script(void) {
  return (broadsheet_text){page_script, sizeof page_script};
}
