#include "CFetch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "library.h"

/// Longer headers are not kept; a server that sends more of them in all has something else in mind.
enum { longest_header = 8192, most_header_bytes = 1 << 20, most_kept_connections = 64 };

struct broadsheet_session {
  const curl_library *curl;
  void *multi;
};

struct broadsheet_transfer {
  void *easy;
  void *headers;
  size_t row;
  int is_running;
  int code;
  size_t largest;
  int is_too_large;
  size_t header_bytes;
  uint8_t *body;
  size_t count;
  size_t capacity;
  char *values[broadsheet_header_count];
  /// Redirects so far, and whether one of them was not for good.
  int redirects;
  int is_temporary;
  long status;
  char *address;
  char error[error_buffer_size];
};

static const char *const header_names[broadsheet_header_count] = {
    "content-type",
    "etag",
    "last-modified",
    "retry-after",
};

broadsheet_session *broadsheet_session_open(void) {
  const curl_library *curl = broadsheet_curl();
  if (!curl) return NULL;
  broadsheet_session *session = calloc(1, sizeof *session);
  if (!session) return NULL;
  session->curl = curl;
  session->multi = curl->multi_init();
  if (!session->multi) {
    free(session);
    return NULL;
  }
  curl->multi_setopt(session->multi, multi_most_kept, (long)most_kept_connections);
  return session;
}

void broadsheet_session_close(broadsheet_session *session) {
  if (!session) return;
  session->curl->multi_cleanup(session->multi);
  free(session);
}

static size_t take_body(const char *bytes, size_t size, size_t count, void *data) {
  broadsheet_transfer *transfer = data;
  size_t added = size * count;
  if (added > transfer->largest - transfer->count) {
    transfer->is_too_large = 1;
    return 0;
  }
  if (transfer->count + added > transfer->capacity) {
    size_t capacity = transfer->capacity ? transfer->capacity * 2 : 1 << 15;
    if (capacity < transfer->count + added) capacity = transfer->count + added;
    uint8_t *grown = realloc(transfer->body, capacity);
    if (!grown) return 0;
    transfer->body = grown;
    transfer->capacity = capacity;
  }
  memcpy(transfer->body + transfer->count, bytes, added);
  transfer->count += added;
  return added;
}

static void forget_headers(broadsheet_transfer *transfer) {
  for (int index = 0; index < broadsheet_header_count; index++) {
    free(transfer->values[index]);
    transfer->values[index] = NULL;
  }
}

static size_t take_header(const char *bytes, size_t size, size_t count, void *data) {
  broadsheet_transfer *transfer = data;
  size_t length = size * count;
  transfer->header_bytes += length;
  if (transfer->header_bytes > most_header_bytes) {
    transfer->is_too_large = 1;
    return 0;
  }
  // Each answer on the way has its own headers; the last one's count.
  if (length >= 5 && !strncasecmp(bytes, "HTTP/", 5)) {
    forget_headers(transfer);
    char line[32] = {0};
    memcpy(line, bytes, length < sizeof line - 1 ? length : sizeof line - 1);
    int status = 0;
    if (sscanf(line, "%*s %d", &status) == 1 && status >= 301 && status <= 308 && status != 304) {
      transfer->redirects++;
      if (status != 301 && status != 308) transfer->is_temporary = 1;
      // What a redirect says is nobody's body.
      transfer->count = 0;
    }
    return length;
  }
  for (int index = 0; index < broadsheet_header_count; index++) {
    size_t name = strlen(header_names[index]);
    if (length <= name || length > longest_header || bytes[name] != ':') continue;
    if (strncasecmp(bytes, header_names[index], name)) continue;
    const char *start = bytes + name + 1;
    const char *end = bytes + length;
    while (start < end && (*start == ' ' || *start == '\t')) start++;
    while (end > start && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r' || end[-1] == '\n')) end--;
    free(transfer->values[index]);
    transfer->values[index] = strndup(start, (size_t)(end - start));
  }
  return length;
}

/// Appends a header to a list; the list as it was where that fails.
static void *with_header(const curl_library *curl, void *list, const char *name, const char *value) {
  char line[longest_header + 64];
  int length = snprintf(line, sizeof line, "%s: %s", name, value);
  if (length < 0 || (size_t)length >= sizeof line || strpbrk(value, "\r\n")) return list;
  void *grown = curl->list_append(list, line);
  return grown ? grown : list;
}

/// The certificates that curl's users name; else the system's.
static void set_certificates(const curl_library *curl, void *easy) {
  const char *file = getenv("CURL_CA_BUNDLE");
  const char *folder = getenv("SSL_CERT_DIR");
  if (!file || !*file) file = getenv("SSL_CERT_FILE");
  if (file && *file) curl->easy_setopt(easy, option_certificate_file, file);
  if (folder && *folder) curl->easy_setopt(easy, option_certificate_folder, folder);
}

broadsheet_transfer *broadsheet_begin(broadsheet_session *session, const broadsheet_request *request, size_t row) {
  const curl_library *curl = session->curl;
  broadsheet_transfer *transfer = calloc(1, sizeof *transfer);
  if (!transfer) return NULL;
  void *easy = curl->easy_init();
  if (!easy) {
    free(transfer);
    return NULL;
  }
  transfer->easy = easy;
  transfer->row = row;
  transfer->largest = request->largest;
  void *headers = with_header(curl, NULL, "Accept", request->accept);
  if (request->entity_tag) headers = with_header(curl, headers, "If-None-Match", request->entity_tag);
  if (request->last_modified) headers = with_header(curl, headers, "If-Modified-Since", request->last_modified);
  transfer->headers = headers;
  curl->easy_setopt(easy, option_address, request->address);
  curl->easy_setopt(easy, option_user_agent, request->user_agent);
  curl->easy_setopt(easy, option_headers, headers);
  // Empty: all that the library can unpack.
  curl->easy_setopt(easy, option_accept_encoding, "");
  curl->easy_setopt(easy, option_protocols, (long)(protocol_http | protocol_https));
  curl->easy_setopt(easy, option_redirect_protocols, (long)(protocol_http | protocol_https));
  curl->easy_setopt(easy, option_follow, 1L);
  curl->easy_setopt(easy, option_most_redirects, request->most_redirects);
  curl->easy_setopt(easy, option_no_signal, 1L);
  curl->easy_setopt(easy, option_old_http, 0L);
  curl->easy_setopt(easy, option_connect_timeout, request->connect_milliseconds);
  curl->easy_setopt(easy, option_timeout, request->milliseconds);
  curl->easy_setopt(easy, option_slow_limit, request->slowest_bytes_per_second);
  curl->easy_setopt(easy, option_slow_time, request->slow_seconds);
  curl->easy_setopt(easy, option_largest, (int64_t)request->largest);
  curl->easy_setopt(easy, option_error_buffer, transfer->error);
  curl->easy_setopt(easy, option_private, transfer);
  curl->easy_setopt(easy, option_write, take_body);
  curl->easy_setopt(easy, option_write_data, transfer);
  curl->easy_setopt(easy, option_header, take_header);
  curl->easy_setopt(easy, option_header_data, transfer);
  set_certificates(curl, easy);
  if (curl->multi_add(session->multi, easy) != code_ok) {
    broadsheet_free(session, transfer);
    return NULL;
  }
  transfer->is_running = 1;
  return transfer;
}

int broadsheet_work(broadsheet_session *session, int milliseconds) {
  int running = 0;
  if (session->curl->multi_perform(session->multi, &running) != code_ok) return 0;
  if (!running) return 1;
  if (session->curl->multi_poll(session->multi, NULL, 0, milliseconds, NULL) != code_ok) return 0;
  return session->curl->multi_perform(session->multi, &running) == code_ok;
}

broadsheet_transfer *broadsheet_next_ended(broadsheet_session *session) {
  const curl_library *curl = session->curl;
  int left = 0;
  curl_message *message;
  while ((message = curl->multi_info_read(session->multi, &left))) {
    if (message->message != message_done) continue;
    void *easy = message->easy;
    int code = message->data.code;
    broadsheet_transfer *transfer = NULL;
    if (curl->easy_getinfo(easy, info_private, &transfer) != code_ok || !transfer) continue;
    transfer->code = code;
    const char *address = NULL;
    if (curl->easy_getinfo(easy, info_address, &address) == code_ok && address) transfer->address = strdup(address);
    curl->easy_getinfo(easy, info_status, &transfer->status);
    curl->multi_remove(session->multi, easy);
    transfer->is_running = 0;
    return transfer;
  }
  return NULL;
}

void broadsheet_free(broadsheet_session *session, broadsheet_transfer *transfer) {
  if (!transfer) return;
  if (transfer->is_running) session->curl->multi_remove(session->multi, transfer->easy);
  session->curl->easy_cleanup(transfer->easy);
  session->curl->list_free(transfer->headers);
  forget_headers(transfer);
  free(transfer->address);
  free(transfer->body);
  free(transfer);
}

size_t broadsheet_row(const broadsheet_transfer *transfer) { return transfer->row; }

int broadsheet_ending(const broadsheet_transfer *transfer) {
  if (transfer->is_too_large) return broadsheet_too_large;
  switch (transfer->code) {
    case code_ok: return broadsheet_received;
    case code_address: return broadsheet_bad_address;
    case code_protocol: return broadsheet_bad_scheme;
    case code_host: return broadsheet_no_host;
    case code_proxy: return broadsheet_no_proxy;
    case code_connect: return broadsheet_no_connection;
    case code_timeout: return broadsheet_timed_out;
    case code_certificate: return broadsheet_bad_certificate;
    case code_tls:
    case code_certificate_file: return broadsheet_no_tls;
    case code_redirects: return broadsheet_too_many_redirects;
    case code_largest: return broadsheet_too_large;
    case code_partial:
    case code_nothing:
    case code_send:
    case code_receive:
    case code_stream: return broadsheet_cut_off;
    case code_encoding: return broadsheet_bad_encoding;
    // The body is refused by nobody but the unpacker here.
    case code_write: return broadsheet_bad_encoding;
    default: return broadsheet_other_failure;
  }
}

const char *broadsheet_reason(const broadsheet_transfer *transfer) {
  if (transfer->error[0]) return transfer->error;
  return broadsheet_curl()->easy_strerror(transfer->code);
}

long broadsheet_status(const broadsheet_transfer *transfer) { return transfer->status; }

const char *broadsheet_address(const broadsheet_transfer *transfer) {
  return transfer->address ? transfer->address : "";
}

int broadsheet_has_moved(const broadsheet_transfer *transfer) {
  return transfer->redirects > 0 && !transfer->is_temporary;
}

const char *broadsheet_header(const broadsheet_transfer *transfer, int header) {
  return header >= 0 && header < broadsheet_header_count ? transfer->values[header] : NULL;
}

const uint8_t *broadsheet_body(const broadsheet_transfer *transfer, size_t *count) {
  *count = transfer->count;
  return transfer->body;
}

int64_t broadsheet_expected(const broadsheet_transfer *transfer) {
  int64_t expected = -1;
  broadsheet_curl()->easy_getinfo(transfer->easy, info_expected, &expected);
  return expected;
}

int64_t broadsheet_seconds(const char *date) {
  const curl_library *curl = broadsheet_curl();
  return curl ? (int64_t)curl->getdate(date, NULL) : -1;
}

void broadsheet_pause(int milliseconds) {
  struct timespec wait = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
  nanosleep(&wait, NULL);
}

int64_t broadsheet_now(void) { return (int64_t)time(NULL); }
