#ifndef BROADSHEET_CMARKUP_H
#define BROADSHEET_CMARKUP_H

#include <stddef.h>
#include <stdint.h>

// HTML and XML as a table of nodes. libxml2 is opened with the first page, so that a start without one pays nothing.
// Its parser is recovering and opens no other file and no address; the table is built from its events, so that no
// tree of its own is ever made, walked or freed.

/// A string: its place among the bytes of the table.
typedef struct {
  uint32_t start;
  uint32_t count;
} broadsheet_span;

/// An element or a run of text. Rows are in document order: the rows behind an element up to its end lie in it.
typedef struct {
  /// The row of the name among the names; 0 for text.
  uint32_t name;
  /// The row of the name space's address among the names; 0 without one.
  uint32_t space;
  /// The row of the element that holds it; its own for the first.
  uint32_t parent;
  /// The row behind the last that lies in it.
  uint32_t end;
  /// Of text its bytes, of an element its attributes.
  broadsheet_span content;
} broadsheet_node;

typedef struct {
  uint32_t name;
  uint32_t space;
  broadsheet_span value;
} broadsheet_attribute;

typedef struct {
  const broadsheet_node *_Nullable nodes;
  size_t node_count;
  const broadsheet_attribute *_Nullable attributes;
  size_t attribute_count;
  /// The name of row 0 is empty.
  const broadsheet_span *_Nullable names;
  size_t name_count;
  const uint8_t *_Nullable bytes;
  size_t byte_count;
  /// Whether a limit ended the reading before the page did.
  int is_cut;
} broadsheet_markup;

enum {
  broadsheet_markup_read = 0,
  /// The system has no libxml2.
  broadsheet_markup_no_library = 1,
  broadsheet_markup_no_memory = 2,
};

typedef struct {
  /// Deeper elements end the reading.
  uint32_t depth;
  /// More rows end it.
  uint32_t nodes;
} broadsheet_markup_limits;

/// Reads UTF-8, as HTML or as XML. The names of HTML are in small letters.
/// The table is to be freed, whatever is returned.
int broadsheet_read_markup(const uint8_t *_Nullable bytes, size_t count, int is_xml, broadsheet_markup_limits limits,
                           broadsheet_markup *_Nullable *_Nonnull markup);

void broadsheet_free_markup(broadsheet_markup *_Nullable markup);

/// The character of an entity that HTML 4 names, such as nbsp; 0 where it names none or there is no libxml2.
uint32_t broadsheet_html_entity(const char *_Nonnull name);

#endif
