#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "CMarkup.h"
#include "library.h"
#include "table.h"

/// One page that is being read.
typedef struct {
  broadsheet_table table;
  const broadsheet_libxml *library;
  xmlParserCtxtPtr parser;
} reading;

static void stop_if_full(reading *page) {
  if (page->table.is_full || page->table.has_failed) page->library->stop(page->parser);
}

static void begin_html(void *data, const xmlChar *name, const xmlChar **attributes) {
  reading *page = data;
  broadsheet_open_element(&page->table, (const char *)name, NULL);
  for (; attributes && attributes[0]; attributes += 2) {
    const char *value = attributes[1] ? (const char *)attributes[1] : "";
    broadsheet_add_attribute(&page->table, (const char *)attributes[0], NULL, value, strlen(value));
  }
  stop_if_full(page);
}

static void end_html(void *data, const xmlChar *name) {
  (void)name;
  reading *page = data;
  broadsheet_close_element(&page->table);
}

static void begin_xml(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int space_count,
                      const xmlChar **spaces, int attribute_count, int defaulted_count, const xmlChar **attributes) {
  (void)space_count, (void)spaces, (void)defaulted_count;
  reading *page = data;
  // A prefix without an address stands for itself.
  broadsheet_open_element(&page->table, (const char *)name, (const char *)(space ? space : prefix));
  for (int index = 0; index < attribute_count; index++, attributes += 5) {
    const xmlChar *address = attributes[2] ? attributes[2] : attributes[1];
    broadsheet_add_attribute(&page->table, (const char *)attributes[0], (const char *)address, attributes[3],
                             (size_t)(attributes[4] - attributes[3]));
  }
  stop_if_full(page);
}

static void end_xml(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)name, (void)prefix, (void)space;
  reading *page = data;
  broadsheet_close_element(&page->table);
}

static void add_characters(void *data, const xmlChar *bytes, int count) {
  reading *page = data;
  if (count > 0) broadsheet_add_text(&page->table, bytes, (size_t)count);
  stop_if_full(page);
}

static void read_html(reading *page, const uint8_t *bytes, int count) {
  htmlParserCtxtPtr parser = page->library->html_new_context();
  if (!parser) {
    page->table.has_failed = 1;
    return;
  }
  page->parser = parser;
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = begin_html;
  parser->sax->endElement = end_html;
  parser->sax->characters = add_characters;
  parser->sax->ignorableWhitespace = add_characters;
  parser->sax->cdataBlock = add_characters;
  parser->userData = page;
  int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
  xmlDocPtr document = page->library->html_read(parser, (const char *)bytes, count, NULL, "UTF-8", options);
  if (document) page->library->free_document(document);
  page->library->html_free_context(parser);
}

static void read_xml(reading *page, const uint8_t *bytes, int count) {
  xmlParserCtxtPtr parser = page->library->xml_new_context();
  if (!parser) {
    page->table.has_failed = 1;
    return;
  }
  page->parser = parser;
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = begin_xml;
  parser->sax->endElementNs = end_xml;
  parser->sax->characters = add_characters;
  parser->sax->ignorableWhitespace = add_characters;
  parser->sax->cdataBlock = add_characters;
  parser->userData = page;
  int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  xmlDocPtr document = page->library->xml_read(parser, (const char *)bytes, count, NULL, "UTF-8", options);
  if (document) page->library->free_document(document);
  page->library->xml_free_context(parser);
}

int broadsheet_read_markup(const uint8_t *bytes, size_t count, int is_xml, broadsheet_markup_limits limits,
                           broadsheet_markup **markup) {
  *markup = NULL;
  reading page = {.library = broadsheet_open_libxml()};
  if (!page.library) return broadsheet_markup_no_library;
  broadsheet_begin_table(&page.table, limits);
  int is_long = count > INT_MAX / 2;
  if (bytes && count > 0) (is_xml ? read_xml : read_html)(&page, bytes, is_long ? INT_MAX / 2 : (int)count);
  broadsheet_end_table(&page.table);
  broadsheet_markup *made = page.table.has_failed ? NULL : calloc(1, sizeof *made);
  if (!made) {
    broadsheet_free_table(&page.table);
    return broadsheet_markup_no_memory;
  }
  *made = (broadsheet_markup){
      .nodes = page.table.nodes,
      .node_count = page.table.node_count,
      .attributes = page.table.attributes,
      .attribute_count = page.table.attribute_count,
      .names = page.table.names,
      .name_count = page.table.name_count,
      .bytes = page.table.bytes,
      .byte_count = page.table.byte_count,
      .is_cut = page.table.is_full || is_long,
  };
  free(page.table.slots);
  free(page.table.open);
  *markup = made;
  return broadsheet_markup_read;
}

void broadsheet_free_markup(broadsheet_markup *markup) {
  if (!markup) return;
  free((void *)markup->nodes);
  free((void *)markup->attributes);
  free((void *)markup->names);
  free((void *)markup->bytes);
  free(markup);
}

uint32_t broadsheet_html_entity(const char *name) {
  const broadsheet_libxml *library = broadsheet_open_libxml();
  const htmlEntityDesc *entity = library ? library->html_entity((const xmlChar *)name) : NULL;
  return entity ? entity->value : 0;
}
