#ifndef BROADSHEET_UNPACK_H
#define BROADSHEET_UNPACK_H

#include <stddef.h>
#include <stdint.h>

// Unpacks gzip and deflate with zlib, which is there wherever libcurl is. libcurl would do it too, but takes a stream
// that is cut off for a whole one.

typedef struct broadsheet_unpacker broadsheet_unpacker;

/// Whether the machine has zlib.
int broadsheet_can_unpack(void);

/// For the value of Content-Encoding; NULL for one that is not unpacked, or without memory.
broadsheet_unpacker *broadsheet_unpacker_open(const char *encoding);
void broadsheet_unpacker_close(broadsheet_unpacker *unpacker);

/// Hands what `bytes` unpack to to `take`, piece by piece. Returns 0 where they are no such stream, or `take` does.
int broadsheet_unpack(broadsheet_unpacker *unpacker, const uint8_t *bytes, size_t count,
                      int (*take)(void *context, const uint8_t *bytes, size_t count), void *context);

/// Whether the stream has come to its end, or nothing of it has come at all.
int broadsheet_is_whole(const broadsheet_unpacker *unpacker);

#endif
