#ifndef BROADSHEET_MARKUP_TABLE_H
#define BROADSHEET_MARKUP_TABLE_H

#include "CMarkup.h"

/// A table that grows while a page is read.
typedef struct {
  broadsheet_node *nodes;
  size_t node_count, node_room;
  broadsheet_attribute *attributes;
  size_t attribute_count, attribute_room;
  broadsheet_span *names;
  size_t name_count, name_room;
  uint8_t *bytes;
  size_t byte_count, byte_room;
  /// Name rows by hash; 0 is free.
  uint32_t *slots;
  size_t slot_count;
  /// The open elements.
  uint32_t *open;
  size_t open_count, open_room;
  broadsheet_markup_limits limits;
  int has_failed;
  int is_full;
} broadsheet_table;

void broadsheet_begin_table(broadsheet_table *table, broadsheet_markup_limits limits);
/// Each of these does nothing once the table is full or memory has failed.
void broadsheet_open_element(broadsheet_table *table, const char *name, const char *space);
void broadsheet_add_attribute(broadsheet_table *table, const char *name, const char *space, const void *value,
                              size_t count);
void broadsheet_add_text(broadsheet_table *table, const void *bytes, size_t count);
void broadsheet_close_element(broadsheet_table *table);
/// Closes what is open.
void broadsheet_end_table(broadsheet_table *table);
void broadsheet_free_table(broadsheet_table *table);

#endif
