#ifndef BROADSHEET_CNCURSES_H
#define BROADSHEET_CNCURSES_H

#include <stddef.h>
#include <stdint.h>

// What Swift cannot say by itself: ncurses' macros, variadics and mutable globals, and signal handlers, which
// may do next to nothing. `chtype`, `WINDOW` and `SCREEN` stop here.

// MARK: Drawing

/// One character of a row; of a wide one, the cell behind it is left out.
typedef struct {
  uint32_t scalar;
  /// An index given to `broadsheet_set_style`.
  uint32_t style;
} broadsheet_cell;

enum {
  broadsheet_bold = 1,
  broadsheet_dim = 2,
  broadsheet_italic = 4,
  broadsheet_underline = 8,
  broadsheet_reverse = 16,
};

/// Has ncurses look up the terminal of this name. Returns 0, or -1 where it does not know it.
int broadsheet_describe(const char *_Nonnull term);

/// Whether the terminal's description has a flag.
int broadsheet_flag(const char *_Nonnull name);

/// Starts ncurses for a terminal of this name, drawing into memory.
/// Returns 0, -1 where the name is unknown, -2 where the terminal cannot move its cursor.
int broadsheet_start(const char *_Nonnull term, int width, int height, int use_colors);

/// The terminal's size. Returns 0, or -1 where it does not know.
int broadsheet_get_size(int descriptor, int *_Nonnull width, int *_Nonnull height);

/// The number of colors, 0 without.
int broadsheet_colors(void);

/// A string of the terminal's description; null where it has none.
const char *_Nullable broadsheet_capability(const char *_Nonnull name);

void broadsheet_resize(int width, int height);

/// Says how cells of the style look: colors are numbers of the terminal, -1 is its own.
/// Styles are numbered from 0, without gaps.
void broadsheet_set_style(uint32_t style, int attributes, int foreground, int background);

/// Replaces a row. `whole` repaints all of it, whatever is thought to be there.
void broadsheet_put_row(int row, const broadsheet_cell *_Nonnull cells, int count, int whole);

/// Forgets what is on the screen.
void broadsheet_forget_screen(void);

/// Brings the screen up to date, the cursor at its place last.
/// Returns the number of bytes that do so, in `*bytes` until the next call; -1 where memory ran out.
long broadsheet_paint(int cursor_column, int cursor_row, const uint8_t *_Nullable *_Nonnull bytes);

/// The columns that ncurses thinks a scalar has, -1 for none.
int broadsheet_libc_columns(uint32_t scalar);

/// Sets the character encoding from the environment. Returns 1 if it is UTF-8.
int broadsheet_set_locale(void);

// MARK: The terminal's modes and the ways out

/// Takes the terminal: raw input, and from then on every way out restores it.
/// `leave` are the bytes that undo what was drawn and asked for. Returns 0 or `errno`.
int broadsheet_claim(int keys, int output, const uint8_t *_Nonnull leave, size_t count);

/// Gives the terminal back as it was; does nothing if it is not claimed.
void broadsheet_release(void);

/// Installs the signal handlers.
/// Returns the descriptor on which each signal arrives as one byte, its number; -1 on failure.
///
/// What crashes the program, SIGQUIT, and a second SIGTERM, SIGHUP or SIGINT restore the terminal at once.
int broadsheet_watch_signals(void);

/// Has missing pages in so many bytes from `address` on read as zeros: those of a mapped file that another program
/// cuts. Returns 0 where no more can be guarded.
int broadsheet_guard(uintptr_t address, size_t count);

/// Ends that.
void broadsheet_unguard(uintptr_t address);

/// Starts a thread that gets none of the loop's signals, and has a stack for the handlers of its crashes.
/// Returns 0 or an error number.
int broadsheet_start_thread(void (*_Nonnull body)(void *_Nullable), void *_Nullable context);

/// Whether a signal waits that ends the program.
int broadsheet_is_dying(void);

/// Writes all bytes, or as many as it can before the program must end. Returns 0 or `errno`.
int broadsheet_write(int descriptor, const uint8_t *_Nonnull bytes, size_t count);

/// Stops the process, or its whole group as Control-Z in a shell does; returns when it goes on.
void broadsheet_stop(int whole_group);

/// Restores the terminal and ends by the signal, as if it had not been caught.
void broadsheet_die(int signal);

#endif
