#ifndef BROADSHEET_CTEXTS_H
#define BROADSHEET_CTEXTS_H

#include <stddef.h>

/// A text's UTF-8 bytes; they live as long as the program.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} broadsheet_text;

/// The built-in article; from broadsheet/Sample.
broadsheet_text broadsheet_sample(void);

/// The JSON Schema of the analysis; from Export/Schema.
broadsheet_text broadsheet_schema(void);

/// The named character references; from Ingest/Markup.
broadsheet_text broadsheet_entities(void);

/// The names of months and of time zones in feeds; from Ingest/Feeds.
broadsheet_text broadsheet_months(void);
broadsheet_text broadsheet_zones(void);

/// How an exported page looks, and what its keys do; from Export/Page.
broadsheet_text broadsheet_page_style(void);
broadsheet_text broadsheet_page_script(void);

#endif
