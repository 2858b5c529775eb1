#ifndef BROADSHEET_CTYPOGRAPHY_H
#define BROADSHEET_CTYPOGRAPHY_H

#include <stdint.h>
#include <string.h>

/// What a screen needs to know of every character, built by `broadsheet-workshop typography`; NOTICE.md tells from what.
///
/// Little-endian numbers of 16 bits: the number of blocks and that of mirrored signs; for each 128 scalars the number of their block; then the blocks, a number for
/// each scalar; then mirrored signs in order, each four numbers: the scalar and its mirror, each its lower bits
/// first, with 0x4000 in the second number for an opening and 0x8000 for a closing bracket of a pair.
extern const unsigned char broadsheet_typography[];

/// Where English words may be broken: a tree of letters.
///
/// It begins with the root's node. A node has 8 bytes: its letter, the number of its children, the number of the first
/// of them in two bytes, the place of its values in two, counted from the end of the nodes, and their number; 0 for a node
/// at which no pattern ends. The number of nodes stands in the root's bytes for values.
extern const unsigned char broadsheet_hyphens[];

enum {
  broadsheet_scalars = 0x110000,
  broadsheet_block_shift = 7,
  broadsheet_index_start = 2,
  broadsheet_blocks_start = broadsheet_index_start + (broadsheet_scalars >> broadsheet_block_shift),
  /// Line breaking class.
  broadsheet_line_mask = 0x3F,
  /// Bidirectional class.
  broadsheet_bidi_shift = 6,
  broadsheet_bidi_mask = 0x1F,
  /// Columns: 0, 1 or 2.
  broadsheet_width_shift = 11,
  broadsheet_width_mask = 3,
  broadsheet_emoji = 1 << 13,
  broadsheet_mirrored = 1 << 14,
  /// A letter that begins a cluster.
  broadsheet_letter = 1 << 15,
};

static inline uint16_t broadsheet_number(uint32_t row) {
  uint16_t number;
  memcpy(&number, broadsheet_typography + 2 * (unsigned long)row, sizeof number);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  number = (uint16_t)(number >> 8 | number << 8);
#endif
  return number;
}

/// The properties of a scalar; those of U+0000 for a number that is none.
static inline uint16_t broadsheet_character(uint32_t scalar) {
  if (scalar >= broadsheet_scalars) scalar = 0;
  uint32_t block = broadsheet_number(broadsheet_index_start + (scalar >> broadsheet_block_shift));
  uint32_t place = scalar & ((1u << broadsheet_block_shift) - 1);
  return broadsheet_number(broadsheet_blocks_start + (block << broadsheet_block_shift) + place);
}

static inline uint8_t broadsheet_hyphen_byte(uint32_t place) { return broadsheet_hyphens[place]; }

/// The mirror of a scalar in the lower 21 bits, 1 << 30 for an opening and 1 << 31 for a closing bracket; 0 without.
uint32_t broadsheet_mirror(uint32_t scalar);

#endif
