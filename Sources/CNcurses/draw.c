#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif

#include "CNcurses.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

// ncurses writes a page in dozens of pieces. It gets a file in memory for a terminal, and what it left there
// goes out in one write.
static FILE *memory;
static uint8_t *frame;
static size_t frame_capacity;

static cchar_t *styles;
static uint32_t style_count;
static cchar_t *row_buffer;
static int row_capacity;
static int colors;

// Not taken from term.h, which defines words such as `columns` and `lines` as macros.
extern char *tigetstr(const char *);
extern int tigetflag(const char *);
extern int tigetnum(const char *);
extern int setupterm(const char *, int, int *);

static FILE *open_memory(void) {
#ifdef __linux__
  int descriptor = memfd_create("broadsheet", MFD_CLOEXEC);
  return descriptor < 0 ? NULL : fdopen(descriptor, "r+");
#else
  return tmpfile();
#endif
}

/// Sets a variable to a number, or back to what it was.
static void set_variable(const char *name, int number, char **old) {
  if (number > 0) {
    char digits[16];
    snprintf(digits, sizeof digits, "%d", number);
    const char *value = getenv(name);
    *old = value ? strdup(value) : NULL;
    setenv(name, digits, 1);
    return;
  }
  if (*old) setenv(name, *old, 1);
  if (!*old) unsetenv(name);
  free(*old);
}

/// Makes a screen of a size that a file in memory cannot tell, so that it is told through the environment.
static SCREEN *new_terminal(const char *term, int width, int height) {
  char *old_width;
  char *old_height;
  set_variable("COLUMNS", width, &old_width);
  set_variable("LINES", height, &old_height);
  SCREEN *screen = newterm(term, memory, memory);
  set_variable("COLUMNS", 0, &old_width);
  set_variable("LINES", 0, &old_height);
  return screen;
}

int broadsheet_describe(const char *term) {
  int error;
  if (setupterm(term, STDOUT_FILENO, &error) == ERR) return -1;
  colors = tigetnum("colors");
  return 0;
}

int broadsheet_flag(const char *name) { return tigetflag(name) == 1; }

int broadsheet_start(const char *term, int width, int height, int use_colors) {
  if (!memory && !(memory = open_memory())) return -1;
  SCREEN *screen = new_terminal(term, width, height);
  if (!screen) return -1;
  if (!broadsheet_capability("cup")) {
    // Without a screen of ours ncurses' signal handlers have no business here.
    delscreen(screen);
    const int handled[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    for (size_t index = 0; index < sizeof handled / sizeof *handled; index++) signal(handled[index], SIG_DFL);
    return -2;
  }
  // It must not look for typed keys while it draws: they are read elsewhere.
  typeahead(-1);
  idlok(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  colors = 0;
  if (use_colors && has_colors() && start_color() == OK) {
    colors = COLORS;
    use_default_colors();
  }
  return 0;
}

int broadsheet_get_size(int descriptor, int *width, int *height) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *width = size.ws_col;
  *height = size.ws_row;
  return 0;
}

int broadsheet_colors(void) { return colors; }

const char *broadsheet_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

void broadsheet_resize(int width, int height) { resizeterm(height, width); }

void broadsheet_set_style(uint32_t style, int attributes, int foreground, int background) {
  if (style >= style_count) {
    cchar_t *more = realloc(styles, (style + 1) * sizeof *styles);
    if (!more) return;
    styles = more;
    style_count = style + 1;
  }
  attr_t attribute = A_NORMAL;
  if (attributes & broadsheet_bold) attribute |= A_BOLD;
  if (attributes & broadsheet_dim) attribute |= A_DIM;
  if (attributes & broadsheet_italic) attribute |= A_ITALIC;
  if (attributes & broadsheet_underline) attribute |= A_UNDERLINE;
  if (attributes & broadsheet_reverse) attribute |= A_REVERSE;
  int pair = 0;
  if (colors > 0 && (foreground >= 0 || background >= 0)) {
    pair = alloc_pair(foreground, background);
    if (pair < 0) pair = 0;
  }
  // A pair's number may exceed what fits beside the attributes.
  if (setcchar(&styles[style], L" ", attribute, (short)(pair > 255 ? 255 : pair), &pair) == ERR) {
    memset(&styles[style], 0, sizeof *styles);
  }
}

void broadsheet_put_row(int row, const broadsheet_cell *cells, int count, int whole) {
  if (count > row_capacity) {
    cchar_t *more = realloc(row_buffer, (size_t)count * sizeof *row_buffer);
    if (!more) return;
    row_buffer = more;
    row_capacity = count;
  }
  for (int index = 0; index < count; index++) {
    if (cells[index].style >= style_count) return;
    row_buffer[index] = styles[cells[index].style];
    row_buffer[index].chars[0] = (wchar_t)cells[index].scalar;
  }
  mvwadd_wchnstr(stdscr, row, 0, row_buffer, count);
  if (whole) wredrawln(stdscr, row, 1);
}

void broadsheet_forget_screen(void) { clearok(curscr, TRUE); }

long broadsheet_paint(int cursor_column, int cursor_row, const uint8_t **bytes) {
  wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
  fflush(memory);
  int descriptor = fileno(memory);
  off_t count = lseek(descriptor, 0, SEEK_CUR);
  if (count < 0) return -1;
  if ((size_t)count > frame_capacity) {
    uint8_t *more = realloc(frame, (size_t)count);
    if (!more) return -1;
    frame = more;
    frame_capacity = (size_t)count;
  }
  off_t got = 0;
  while (got < count) {
    ssize_t part = pread(descriptor, frame + got, (size_t)(count - got), got);
    if (part <= 0) return -1;
    got += part;
  }
  // The file's pages are kept for the next frame, unless this was an enormous one.
  if (count > 1 << 20 && ftruncate(descriptor, 0) != 0) return -1;
  if (lseek(descriptor, 0, SEEK_SET) < 0) return -1;
  *bytes = frame;
  return (long)count;
}

int broadsheet_libc_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int broadsheet_set_locale(void) {
  const char *names[] = {getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")};
  const char *name = NULL;
  for (int index = 0; index < 3 && !name; index++) {
    if (names[index] && *names[index]) name = names[index];
  }
  // Nothing said, as in a container: terminals have been UTF-8 for twenty years. A locale that is not installed
  // here, as after ssh: its encoding is what counts.
  if (!name || (!setlocale(LC_CTYPE, name) && (strcasestr(name, "UTF-8") || strcasestr(name, "UTF8")))) {
    if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "en_US.UTF-8");
  }
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}
