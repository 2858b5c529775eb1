#include "library.h"

#include <CLoading.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>

static curl_library library;
static int is_open;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_library(void) {
  static const char *const files[] = {
      "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4", "libcurl.so", "/usr/lib/libcurl.4.dylib",
  };
  const broadsheet_symbol symbols[] = {
      {&library.global_init, "curl_global_init"},
      {&library.easy_init, "curl_easy_init"},
      {&library.easy_cleanup, "curl_easy_cleanup"},
      {&library.easy_setopt, "curl_easy_setopt"},
      {&library.easy_getinfo, "curl_easy_getinfo"},
      {&library.easy_strerror, "curl_easy_strerror"},
      {&library.multi_init, "curl_multi_init"},
      {&library.multi_cleanup, "curl_multi_cleanup"},
      {&library.multi_add, "curl_multi_add_handle"},
      {&library.multi_remove, "curl_multi_remove_handle"},
      {&library.multi_perform, "curl_multi_perform"},
      {&library.multi_poll, "curl_multi_poll"},
      {&library.multi_setopt, "curl_multi_setopt"},
      {&library.multi_info_read, "curl_multi_info_read"},
      {&library.list_append, "curl_slist_append"},
      {&library.list_free, "curl_slist_free_all"},
      {&library.getdate, "curl_getdate"},
  };
  if (!broadsheet_load(files, sizeof files / sizeof *files, symbols, sizeof symbols / sizeof *symbols)) return;
  if (library.global_init(global_all) != code_ok) return;
  // A server that hangs up while TLS writes to it must not end the program.
  struct sigaction present;
  if (sigaction(SIGPIPE, NULL, &present) == 0 && present.sa_handler == SIG_DFL) signal(SIGPIPE, SIG_IGN);
  is_open = 1;
}

const curl_library *broadsheet_curl(void) {
  pthread_once(&once, open_library);
  return is_open ? &library : NULL;
}
