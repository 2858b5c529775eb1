#ifndef BROADSHEET_LIBRARY_H
#define BROADSHEET_LIBRARY_H

#include <time.h>

// libcurl's interface, as far as it is used; see curl/curl.h and curl/multi.h.

enum {
  option_long = 0,
  option_object = 10000,
  option_function = 20000,
  option_large = 30000,

  option_timeout = option_long + 155,
  option_connect_timeout = option_long + 156,
  option_slow_limit = option_long + 19,
  option_slow_time = option_long + 20,
  option_follow = option_long + 52,
  option_most_redirects = option_long + 68,
  option_no_signal = option_long + 99,
  option_protocols = option_long + 181,
  option_redirect_protocols = option_long + 182,
  option_old_http = option_long + 285,
  option_write_data = option_object + 1,
  option_address = option_object + 2,
  option_error_buffer = option_object + 10,
  option_user_agent = option_object + 18,
  option_headers = option_object + 23,
  option_header_data = option_object + 29,
  option_certificate_file = option_object + 65,
  option_certificate_folder = option_object + 97,
  option_accept_encoding = option_object + 102,
  option_private = option_object + 103,
  option_write = option_function + 11,
  option_header = option_function + 79,
  option_largest = option_large + 117,

  protocol_http = 1,
  protocol_https = 2,

  info_string = 0x100000,
  info_long = 0x200000,
  info_large = 0x600000,
  info_address = info_string + 1,
  info_status = info_long + 2,
  info_private = info_string + 21,
  info_expected = info_large + 15,

  multi_most_kept = 6,

  message_done = 1,
  global_all = 3,
  error_buffer_size = 256,
};

/// Codes of CURLcode that mean something to a reader.
enum {
  code_ok = 0,
  code_protocol = 1,
  code_address = 3,
  code_proxy = 5,
  code_host = 6,
  code_connect = 7,
  code_weird_reply = 8,
  code_partial = 18,
  code_write = 23,
  code_timeout = 28,
  code_tls = 35,
  code_redirects = 47,
  code_nothing = 52,
  code_send = 55,
  code_receive = 56,
  code_certificate = 60,
  code_encoding = 61,
  code_largest = 63,
  code_certificate_file = 77,
  code_stream = 92,
};

/// CURLMsg.
typedef struct {
  int message;
  void *easy;
  union {
    void *pointer;
    int code;
  } data;
} curl_message;

typedef struct {
  int (*global_init)(long);
  void *(*easy_init)(void);
  void (*easy_cleanup)(void *);
  int (*easy_setopt)(void *, int, ...);
  int (*easy_getinfo)(void *, int, ...);
  const char *(*easy_strerror)(int);
  void *(*multi_init)(void);
  int (*multi_cleanup)(void *);
  int (*multi_add)(void *, void *);
  int (*multi_remove)(void *, void *);
  int (*multi_perform)(void *, int *);
  int (*multi_poll)(void *, void *, unsigned, int, int *);
  int (*multi_setopt)(void *, int, ...);
  curl_message *(*multi_info_read)(void *, int *);
  void *(*list_append)(void *, const char *);
  void (*list_free)(void *);
  time_t (*getdate)(const char *, const time_t *);
} curl_library;

/// The library, opened at the first call; NULL where there is none.
const curl_library *broadsheet_curl(void);

#endif
