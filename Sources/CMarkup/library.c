#include "library.h"

#include <CLoading.h>
#include <pthread.h>
#include <string.h>

static broadsheet_libxml library;
static int is_open;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_library(void) {
  static const char *const files[] = {
      "libxml2.so.2", "libxml2.so.16", "libxml2.2.dylib", "/usr/lib/libxml2.2.dylib",
  };
  const broadsheet_symbol symbols[] = {
      {&library.init_parser, "xmlInitParser"},
      {&library.html_new_context, "htmlNewParserCtxt"},
      {&library.html_free_context, "htmlFreeParserCtxt"},
      {&library.html_read, "htmlCtxtReadMemory"},
      {&library.html_entity, "htmlEntityLookup"},
      {&library.xml_new_context, "xmlNewParserCtxt"},
      {&library.xml_free_context, "xmlFreeParserCtxt"},
      {&library.xml_read, "xmlCtxtReadMemory"},
      {&library.stop, "xmlStopParser"},
      {&library.free_document, "xmlFreeDoc"},
  };
  if (!broadsheet_load(files, sizeof files / sizeof *files, symbols, sizeof symbols / sizeof *symbols)) return;
  library.init_parser();
  is_open = 1;
}

const broadsheet_libxml *broadsheet_open_libxml(void) {
  pthread_once(&once, open_library);
  return is_open ? &library : NULL;
}
