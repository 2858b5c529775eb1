#include "CTypography.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16) const unsigned char broadsheet_typography[] = {
#embed "characters.bin"
};

_Alignas(16) const unsigned char broadsheet_hyphens[] = {
#embed "hyphens.bin"
};

uint32_t broadsheet_mirror(uint32_t scalar) {
  uint32_t start = broadsheet_blocks_start + ((uint32_t)broadsheet_number(0) << broadsheet_block_shift);
  uint32_t low = 0;
  uint32_t high = broadsheet_number(1);
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    uint32_t row = start + 4 * middle;
    uint32_t here = broadsheet_number(row) | (uint32_t)broadsheet_number(row + 1) << 16;
    if (here == scalar) {
      uint32_t upper = broadsheet_number(row + 3);
      return broadsheet_number(row + 2) | (upper & 0x1F) << 16 | (upper & 0xC000) << 16;
    }
    if (here < scalar) low = middle + 1;
    else high = middle;
  }
  return 0;
}
