#ifndef BROADSHEET_MARKUP_LIBRARY_H
#define BROADSHEET_MARKUP_LIBRARY_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

/// The calls of libxml2 that are used.
typedef struct {
  void (*init_parser)(void);
  htmlParserCtxtPtr (*html_new_context)(void);
  void (*html_free_context)(htmlParserCtxtPtr);
  htmlDocPtr (*html_read)(htmlParserCtxtPtr, const char *, int, const char *, const char *, int);
  const htmlEntityDesc *(*html_entity)(const xmlChar *);
  xmlParserCtxtPtr (*xml_new_context)(void);
  void (*xml_free_context)(xmlParserCtxtPtr);
  xmlDocPtr (*xml_read)(xmlParserCtxtPtr, const char *, int, const char *, const char *, int);
  void (*stop)(xmlParserCtxtPtr);
  void (*free_document)(xmlDocPtr);
} broadsheet_libxml;

/// libxml2, opened at the first call; NULL where the system has none.
const broadsheet_libxml *broadsheet_open_libxml(void);

#endif
