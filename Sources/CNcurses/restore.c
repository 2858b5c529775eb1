#define _GNU_SOURCE 1

#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

// Everything that a handler touches is prepared before the terminal is claimed, and lives here.
static volatile sig_atomic_t claimed;
static volatile sig_atomic_t writing;
static volatile sig_atomic_t dying;
static int keys_descriptor = -1;
static int output_descriptor = -1;
static struct termios saved;
static uint8_t leave[512];
static size_t leave_count;
static int signal_pipe[2] = {-1, -1};

static const int crashes[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS};
static const int endings[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int notices[] = {SIGTSTP, SIGCONT, SIGWINCH};

enum { handler_stack_size = 64 << 10 };

#define COUNT(array) (sizeof(array) / sizeof *(array))

/// Writes without waiting for a terminal that takes nothing: a second is the most it gets.
static void write_out(const uint8_t *bytes, size_t count) {
  for (int tries = 0; count > 0 && tries < 20; tries++) {
    struct pollfd output = {output_descriptor, POLLOUT, 0};
    if (poll(&output, 1, 50) < 0 && errno != EINTR) return;
    if (!(output.revents & POLLOUT)) continue;
    ssize_t written = write(output_descriptor, bytes, count);
    if (written < 0 && errno != EINTR && errno != EAGAIN) return;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

int broadsheet_claim(int keys, int output, const uint8_t *bytes, size_t count) {
  if (count > sizeof leave) return E2BIG;
  memcpy(leave, bytes, count);
  leave_count = count;
  keys_descriptor = keys;
  output_descriptor = output;
  // A shell that has just made this the foreground job may still be at it.
  // After a stop that nobody announced it still is ours, and what is there now are the shell's modes.
  for (int tries = 0; !claimed && tcgetattr(keys, &saved) != 0; tries++) {
    if (errno != EINTR || tries == 10) return errno;
  }
  struct termios raw = saved;
  raw.c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
  raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
  raw.c_oflag &= ~(tcflag_t)OPOST;
  raw.c_cflag = (raw.c_cflag & ~(tcflag_t)(CSIZE | PARENB)) | CS8;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  claimed = 1;
  for (int tries = 0; tcsetattr(keys, TCSADRAIN, &raw) != 0; tries++) {
    if (errno == EINTR && tries < 10) continue;
    int error = errno;
    claimed = 0;
    return error;
  }
  return 0;
}

/// Gives the terminal the time to read what was written, when keys come faster than they are answered.
///
/// With the shell's modes a Control-Z or Control-C among the keys typed ahead makes the system throw away all that the
/// terminal has not read yet, and the modes would stay as they are. Nobody can tell when a terminal has read: twenty
/// milliseconds are more than one that lives ever takes.
static void let_terminal_read(void) {
  struct pollfd keys = {keys_descriptor, POLLIN, 0};
  if (poll(&keys, 1, 0) == 1 && (keys.revents & POLLIN) && !(keys.revents & POLLHUP)) poll(NULL, 0, 20);
}

void broadsheet_release(void) {
  if (!claimed) return;
  claimed = 0;
  int error = errno;
  // A frame may have been cut off inside a control sequence: cancel it.
  if (writing) write_out((const uint8_t *)"\030\033[?2026l", 9);
  write_out(leave, leave_count);
  let_terminal_read();
  // Typed-ahead keys stay for the shell.
  for (int tries = 0; tcsetattr(keys_descriptor, TCSANOW, &saved) != 0 && errno == EINTR; tries++) {
    if (tries == 10) break;
  }
  errno = error;
}

void broadsheet_die(int number) {
  broadsheet_release();
  struct sigaction action = {0};
  action.sa_handler = SIG_DFL;
  sigaction(number, &action, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
  _exit(128 + number);
}

static void on_crash(int number) { broadsheet_die(number); }

enum { most_guards = 64 };
static struct {
  volatile uintptr_t address;
  volatile size_t count;
} guards[most_guards];

int broadsheet_guard(uintptr_t address, size_t count) {
  for (int row = 0; row < most_guards; row++) {
    uintptr_t none = 0;
    if (!__atomic_compare_exchange_n(&guards[row].address, &none, address, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) continue;
    guards[row].count = count;
    return 1;
  }
  return 0;
}

void broadsheet_unguard(uintptr_t address) {
  for (int row = 0; row < most_guards; row++) {
    if (guards[row].address != address) continue;
    guards[row].count = 0;
    __atomic_store_n(&guards[row].address, 0, __ATOMIC_SEQ_CST);
  }
}

/// A page of a mapped file is gone: a blank one takes its place.
static void on_missing_page(int number, siginfo_t *information, void *context) {
  (void)context;
  int error = errno;
  uintptr_t place = (uintptr_t)information->si_addr;
  for (int row = 0; row < most_guards; row++) {
    uintptr_t start = guards[row].address;
    if (!start || place < start || place - start >= guards[row].count) continue;
    size_t size = (size_t)sysconf(_SC_PAGESIZE);
    void *page = (void *)(place & ~(uintptr_t)(size - 1));
    void *blank = mmap(page, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    errno = error;
    if (blank != MAP_FAILED) return;
  }
  broadsheet_die(number);
}

static void on_ending(int number) {
  // The first one is for the loop, which has things to put in order; who asks twice is served at once.
  if (dying || number == SIGQUIT) broadsheet_die(number);
  dying = 1;
  uint8_t byte = (uint8_t)number;
  int error = errno;
  if (write(signal_pipe[1], &byte, 1) != 1) broadsheet_die(number);
  errno = error;
}

static void on_notice(int number) {
  uint8_t byte = (uint8_t)number;
  int error = errno;
  // A full pipe holds as much news as the loop can use.
  ssize_t written = write(signal_pipe[1], &byte, 1);
  (void)written;
  errno = error;
}

static void handle(int number, void (*handler)(int), int flags, int respects_ignored) {
  struct sigaction action;
  if (respects_ignored && sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(number, &action, NULL);
}

int broadsheet_watch_signals(void) {
  if (signal_pipe[0] >= 0) return signal_pipe[0];
  if (pipe(signal_pipe) != 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(signal_pipe[end], F_SETFD, FD_CLOEXEC);
    fcntl(signal_pipe[end], F_SETFL, O_NONBLOCK);
  }
  static char handler_stack[handler_stack_size];
  stack_t stack = {0};
  stack.ss_sp = handler_stack;
  stack.ss_size = sizeof handler_stack;
  sigaltstack(&stack, NULL);
  for (size_t index = 0; index < COUNT(crashes); index++) {
    handle(crashes[index], on_crash, SA_ONSTACK | SA_NODEFER | SA_RESETHAND, 0);
  }
  struct sigaction missing;
  memset(&missing, 0, sizeof missing);
  sigemptyset(&missing.sa_mask);
  missing.sa_sigaction = on_missing_page;
  missing.sa_flags = SA_ONSTACK | SA_SIGINFO;
  sigaction(SIGBUS, &missing, NULL);
  // These were ignored by who started us, as with nohup: so they stay.
  for (size_t index = 0; index < COUNT(endings); index++) {
    handle(endings[index], on_ending, SA_ONSTACK, 1);
  }
  handle(SIGTSTP, on_notice, SA_ONSTACK | SA_RESTART, 1);
  handle(SIGCONT, on_notice, SA_ONSTACK | SA_RESTART, 0);
  handle(SIGWINCH, on_notice, SA_ONSTACK | SA_RESTART, 0);
  handle(SIGPIPE, SIG_IGN, 0, 0);
  return signal_pipe[0];
}

typedef struct {
  void (*body)(void *);
  void *context;
} thread_start;

static void *run_thread(void *argument) {
  thread_start start = *(thread_start *)argument;
  free(argument);
  // At the other end of this thread's stack than the one where it would overflow.
  char handler_stack[handler_stack_size];
  stack_t stack = {0};
  stack.ss_sp = handler_stack;
  stack.ss_size = sizeof handler_stack;
  sigaltstack(&stack, NULL);
  start.body(start.context);
  stack.ss_flags = SS_DISABLE;
  sigaltstack(&stack, NULL);
  return NULL;
}

int broadsheet_start_thread(void (*body)(void *), void *context) {
  thread_start *start = malloc(sizeof *start);
  if (!start) return ENOMEM;
  start->body = body;
  start->context = context;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, (size_t)8 << 20);
  // It inherits what is blocked here.
  sigset_t set;
  sigset_t before;
  sigemptyset(&set);
  for (size_t index = 0; index < COUNT(endings); index++) sigaddset(&set, endings[index]);
  for (size_t index = 0; index < COUNT(notices); index++) sigaddset(&set, notices[index]);
  pthread_sigmask(SIG_BLOCK, &set, &before);
  pthread_t thread;
  int error = pthread_create(&thread, &attributes, run_thread, start);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
  if (error != 0) free(start);
  return error;
}

int broadsheet_is_dying(void) { return dying; }

int broadsheet_write(int descriptor, const uint8_t *bytes, size_t count) {
  int error = 0;
  writing = 1;
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written >= 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd output = {descriptor, POLLOUT, 0};
      poll(&output, 1, -1);
    } else if (errno != EINTR) {
      error = errno;
      break;
    }
    // The rest of the frame is of no use, and a terminal that takes nothing must not hold up the end. `writing`
    // stays set: the frame is cut off.
    if (count > 0 && dying) return EINTR;
  }
  writing = 0;
  return error;
}

void broadsheet_stop(int whole_group) {
  struct sigaction standard = {0};
  struct sigaction ours;
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &ours);
  // Who started us does not want us to stop.
  if (ours.sa_handler == SIG_IGN) {
    sigaction(SIGTSTP, &ours, NULL);
    return;
  }
  // The signal stops us before kill returns; where nobody could wake us, as without a shell, it is ignored.
  kill(whole_group ? 0 : getpid(), SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
