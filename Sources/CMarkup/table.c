#include "table.h"

#include <stdlib.h>
#include <string.h>

/// A longer value of an attribute is cut: a picture in the address, not a word about the page.
enum { longest_value = 64 << 10 };
/// All offsets are of 32 bits.
static const size_t most_bytes = 0xFFFFFF00u;

static int make_room(broadsheet_table *table, void *array, size_t *room, size_t wanted, size_t size) {
  if (wanted <= *room) return 1;
  size_t grown = *room ? *room : 256;
  while (grown < wanted) grown *= 2;
  void *old;
  memcpy(&old, array, sizeof old);
  void *moved = realloc(old, grown * size);
  if (!moved) {
    table->has_failed = 1;
    return 0;
  }
  memcpy(array, &moved, sizeof moved);
  *room = grown;
  return 1;
}

static int is_done(const broadsheet_table *table) { return table->has_failed || table->is_full; }

static int add_bytes(broadsheet_table *table, const void *bytes, size_t count) {
  if (count > most_bytes - table->byte_count) {
    table->is_full = 1;
    return 0;
  }
  if (!make_room(table, &table->bytes, &table->byte_room, table->byte_count + count, 1)) return 0;
  if (count > 0) memcpy(table->bytes + table->byte_count, bytes, count);
  table->byte_count += count;
  return 1;
}

static uint32_t hash(const char *name, size_t count) {
  uint32_t value = 2166136261u;
  for (size_t index = 0; index < count; index++) value = (value ^ (uint8_t)name[index]) * 16777619u;
  return value;
}

static int grow_slots(broadsheet_table *table) {
  size_t count = table->slot_count ? table->slot_count * 2 : 512;
  uint32_t *slots = calloc(count, sizeof *slots);
  if (!slots) {
    table->has_failed = 1;
    return 0;
  }
  for (uint32_t row = 1; row < table->name_count; row++) {
    broadsheet_span name = table->names[row];
    size_t slot = hash((const char *)table->bytes + name.start, name.count) & (count - 1);
    while (slots[slot]) slot = (slot + 1) & (count - 1);
    slots[slot] = row;
  }
  free(table->slots);
  table->slots = slots;
  table->slot_count = count;
  return 1;
}

static uint32_t name_row(broadsheet_table *table, const char *name) {
  if (!name || !*name) return 0;
  size_t count = strlen(name);
  if (table->name_count * 2 >= table->slot_count && !grow_slots(table)) return 0;
  size_t mask = table->slot_count - 1, slot = hash(name, count) & mask;
  for (; table->slots[slot]; slot = (slot + 1) & mask) {
    broadsheet_span known = table->names[table->slots[slot]];
    if (known.count == count && !memcmp(table->bytes + known.start, name, count)) return table->slots[slot];
  }
  if (!make_room(table, &table->names, &table->name_room, table->name_count + 1, sizeof *table->names)) return 0;
  uint32_t start = (uint32_t)table->byte_count, row = (uint32_t)table->name_count;
  if (!add_bytes(table, name, count)) return 0;
  table->names[table->name_count++] = (broadsheet_span){start, (uint32_t)count};
  table->slots[slot] = row;
  return row;
}

/// The row of a new node; the count of nodes where there is no room.
static broadsheet_node *add_node(broadsheet_table *table) {
  if (table->node_count >= table->limits.nodes) {
    table->is_full = 1;
    return NULL;
  }
  if (!make_room(table, &table->nodes, &table->node_room, table->node_count + 1, sizeof *table->nodes)) return NULL;
  broadsheet_node *node = table->nodes + table->node_count++;
  memset(node, 0, sizeof *node);
  node->parent = table->open_count ? table->open[table->open_count - 1] : 0;
  node->end = (uint32_t)table->node_count;
  return node;
}

void broadsheet_begin_table(broadsheet_table *table, broadsheet_markup_limits limits) {
  memset(table, 0, sizeof *table);
  table->limits = limits;
  if (make_room(table, &table->names, &table->name_room, 1, sizeof *table->names)) {
    table->names[table->name_count++] = (broadsheet_span){0, 0};
  }
}

void broadsheet_open_element(broadsheet_table *table, const char *name, const char *space) {
  if (is_done(table)) return;
  if (table->open_count >= table->limits.depth) {
    table->is_full = 1;
    return;
  }
  uint32_t name_of_it = name_row(table, name && *name ? name : "?");
  uint32_t space_of_it = name_row(table, space);
  if (is_done(table)) return;
  if (!make_room(table, &table->open, &table->open_room, table->open_count + 1, sizeof *table->open)) return;
  broadsheet_node *node = add_node(table);
  if (!node) return;
  node->name = name_of_it;
  node->space = space_of_it;
  node->content = (broadsheet_span){(uint32_t)table->attribute_count, 0};
  table->open[table->open_count++] = (uint32_t)table->node_count - 1;
}

void broadsheet_add_attribute(broadsheet_table *table, const char *name, const char *space, const void *value,
                              size_t count) {
  if (is_done(table) || !table->open_count) return;
  uint32_t name_of_it = name_row(table, name), space_of_it = name_row(table, space);
  if (is_done(table) || !name_of_it) return;
  if (!make_room(table, &table->attributes, &table->attribute_room, table->attribute_count + 1,
                 sizeof *table->attributes)) {
    return;
  }
  const uint8_t *bytes = value;
  if (count > longest_value) {
    count = longest_value;
    // Not in the middle of a character.
    while (count > 0 && (bytes[count] & 0xC0) == 0x80) count--;
  }
  uint32_t start = (uint32_t)table->byte_count;
  if (!add_bytes(table, value, count)) return;
  table->attributes[table->attribute_count++] =
      (broadsheet_attribute){name_of_it, space_of_it, {start, (uint32_t)count}};
  table->nodes[table->open[table->open_count - 1]].content.count++;
}

void broadsheet_add_text(broadsheet_table *table, const void *bytes, size_t count) {
  if (is_done(table) || count == 0) return;
  uint32_t start = (uint32_t)table->byte_count;
  if (table->node_count) {
    broadsheet_node *last = table->nodes + table->node_count - 1;
    uint32_t parent = table->open_count ? table->open[table->open_count - 1] : 0;
    // The parser gives long text in pieces.
    if (!last->name && last->parent == parent && last->content.start + last->content.count == start) {
      if (add_bytes(table, bytes, count)) table->nodes[table->node_count - 1].content.count += (uint32_t)count;
      return;
    }
  }
  if (!add_bytes(table, bytes, count)) return;
  broadsheet_node *node = add_node(table);
  if (node) node->content = (broadsheet_span){start, (uint32_t)count};
}

void broadsheet_close_element(broadsheet_table *table) {
  if (is_done(table) || !table->open_count) return;
  table->nodes[table->open[--table->open_count]].end = (uint32_t)table->node_count;
}

void broadsheet_end_table(broadsheet_table *table) {
  while (table->open_count) table->nodes[table->open[--table->open_count]].end = (uint32_t)table->node_count;
}

void broadsheet_free_table(broadsheet_table *table) {
  free(table->nodes);
  free(table->attributes);
  free(table->names);
  free(table->bytes);
  free(table->slots);
  free(table->open);
  memset(table, 0, sizeof *table);
}
