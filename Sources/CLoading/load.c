#include "CLoading.h"

#include <dlfcn.h>
#include <string.h>

int broadsheet_load(const char *const *files, size_t file_count, const broadsheet_symbol *symbols, size_t symbol_count) {
  void *handle = NULL;
  for (size_t index = 0; index < file_count && !handle; index++) handle = dlopen(files[index], RTLD_NOW | RTLD_LOCAL);
  if (!handle) return 0;
  for (size_t index = 0; index < symbol_count; index++) {
    void *symbol = dlsym(handle, symbols[index].name);
    if (!symbol) return 0;
    // The one way that C has to make a function of it.
    memcpy(symbols[index].target, &symbol, sizeof symbol);
  }
  return 1;
}
