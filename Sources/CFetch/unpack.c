#include "unpack.h"

#include <CLoading.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// zlib's interface, as far as it is used; see zlib.h.

typedef struct {
  const uint8_t *next_in;
  unsigned available_in;
  unsigned long total_in;
  uint8_t *next_out;
  unsigned available_out;
  unsigned long total_out;
  const char *message;
  void *state;
  void *allocate;
  void *release;
  void *opaque;
  int data_type;
  unsigned long checksum;
  unsigned long reserved;
} zlib_stream;

enum {
  zlib_ok = 0,
  zlib_end = 1,
  zlib_buffer_error = -5,
  zlib_no_flush = 0,
  window_zlib = 15,
  window_gzip = 15 + 16,
  window_raw = -15,
};

static struct {
  int (*init)(zlib_stream *, int, const char *, int);
  int (*inflate)(zlib_stream *, int);
  int (*reset)(zlib_stream *);
  int (*end)(zlib_stream *);
  const char *(*version)(void);
} library;

static int is_open;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_library(void) {
  static const char *const files[] = {"libz.so.1", "libz.so", "/usr/lib/libz.1.dylib"};
  const broadsheet_symbol symbols[] = {
      {&library.init, "inflateInit2_"}, {&library.inflate, "inflate"},     {&library.reset, "inflateReset"},
      {&library.end, "inflateEnd"},     {&library.version, "zlibVersion"},
  };
  if (!broadsheet_load(files, sizeof files / sizeof *files, symbols, sizeof symbols / sizeof *symbols)) return;
  is_open = 1;
}

int broadsheet_can_unpack(void) {
  pthread_once(&once, open_library);
  return is_open;
}

struct broadsheet_unpacker {
  zlib_stream stream;
  int is_deflate;
  int is_begun;
  /// A stream has ended, and no other has begun behind it.
  int is_at_end;
  /// What follows the last stream is none.
  int is_padding;
};

broadsheet_unpacker *broadsheet_unpacker_open(const char *encoding) {
  int is_gzip = !strcasecmp(encoding, "gzip") || !strcasecmp(encoding, "x-gzip");
  if (!broadsheet_can_unpack() || (!is_gzip && strcasecmp(encoding, "deflate"))) return NULL;
  broadsheet_unpacker *unpacker = calloc(1, sizeof *unpacker);
  if (unpacker) unpacker->is_deflate = !is_gzip;
  return unpacker;
}

void broadsheet_unpacker_close(broadsheet_unpacker *unpacker) {
  if (!unpacker) return;
  if (unpacker->is_begun) library.end(&unpacker->stream);
  free(unpacker);
}

/// Of deflate there are two kinds in use: with zlib's header, and bare.
static int begin(broadsheet_unpacker *unpacker, const uint8_t *bytes, size_t count) {
  int window = window_gzip;
  if (unpacker->is_deflate) {
    int has_header = (bytes[0] & 0x0F) == 8 && (count < 2 || (bytes[0] << 8 | bytes[1]) % 31 == 0);
    window = has_header ? window_zlib : window_raw;
  }
  unpacker->is_begun =
      library.init(&unpacker->stream, window, library.version(), (int)sizeof unpacker->stream) == zlib_ok;
  return unpacker->is_begun;
}

int broadsheet_unpack(broadsheet_unpacker *unpacker, const uint8_t *bytes, size_t count,
                      int (*take)(void *context, const uint8_t *bytes, size_t count), void *context) {
  if (!count || unpacker->is_padding) return 1;
  if (count > UINT_MAX || (!unpacker->is_begun && !begin(unpacker, bytes, count))) return 0;
  zlib_stream *stream = &unpacker->stream;
  stream->next_in = bytes;
  stream->available_in = (unsigned)count;
  uint8_t room[1 << 15];
  do {
    // Several streams of gzip in a row are one.
    int begins_anew = unpacker->is_at_end;
    if (begins_anew && library.reset(stream) != zlib_ok) return 0;
    stream->next_out = room;
    stream->available_out = sizeof room;
    int status = library.inflate(stream, zlib_no_flush);
    if (status != zlib_ok && status != zlib_end && status != zlib_buffer_error) {
      unpacker->is_padding = begins_anew;
      return begins_anew;
    }
    unpacker->is_at_end = status == zlib_end;
    if (!take(context, room, sizeof room - stream->available_out)) return 0;
    if (status == zlib_buffer_error) return 1;
  } while (stream->available_in || !stream->available_out);
  return 1;
}

int broadsheet_is_whole(const broadsheet_unpacker *unpacker) {
  return !unpacker->is_begun || unpacker->is_at_end || unpacker->is_padding;
}
