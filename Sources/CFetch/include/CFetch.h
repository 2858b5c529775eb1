#ifndef BROADSHEET_CFETCH_H
#define BROADSHEET_CFETCH_H

#include <stddef.h>
#include <stdint.h>

// The few calls of libcurl that fetching needs. The library is opened with the first address, so that a start without
// one pays nothing; its interface has been the same since 7.66, and is declared in the source.

/// Transfers that run beside each other; used by one thread at a time.
typedef struct broadsheet_session broadsheet_session;
typedef struct broadsheet_transfer broadsheet_transfer;

/// What is asked for, and how much patience there is. Strings are UTF-8, ended by a zero.
typedef struct {
  const char *_Nonnull address;
  const char *_Nonnull user_agent;
  const char *_Nonnull accept;
  /// What is known already; NULL for nothing.
  const char *_Nullable entity_tag;
  const char *_Nullable last_modified;
  /// Of the body, unpacked.
  size_t largest;
  long most_redirects;
  long connect_milliseconds;
  /// For all of it.
  long milliseconds;
  /// A server that sends less than this in so many seconds is given up.
  long slowest_bytes_per_second;
  long slow_seconds;
} broadsheet_request;

/// How a transfer ended.
enum {
  broadsheet_received = 0,
  broadsheet_bad_address,
  broadsheet_bad_scheme,
  broadsheet_no_host,
  broadsheet_no_proxy,
  broadsheet_no_connection,
  broadsheet_timed_out,
  broadsheet_bad_certificate,
  broadsheet_no_tls,
  broadsheet_too_many_redirects,
  broadsheet_too_large,
  broadsheet_cut_off,
  broadsheet_bad_encoding,
  broadsheet_other_failure,
};

/// Headers of the last answer that are kept.
enum {
  broadsheet_content_type,
  broadsheet_entity_tag,
  broadsheet_last_modified,
  broadsheet_retry_after,
  broadsheet_header_count,
};

/// NULL where the system has no libcurl.
broadsheet_session *_Nullable broadsheet_session_open(void);
/// Ends what still runs.
void broadsheet_session_close(broadsheet_session *_Nullable session);

/// Begins a transfer; NULL without memory. `row` is given back with it.
broadsheet_transfer *_Nullable broadsheet_begin(broadsheet_session *_Nonnull session,
                                                const broadsheet_request *_Nonnull request, size_t row);
/// Works for at most about so many milliseconds. Returns 0 when it cannot go on.
int broadsheet_work(broadsheet_session *_Nonnull session, int milliseconds);
/// A transfer that has ended since, to be freed by the caller; NULL when there is none.
broadsheet_transfer *_Nullable broadsheet_next_ended(broadsheet_session *_Nonnull session);
/// Ends it, if it still runs, and frees it.
void broadsheet_free(broadsheet_session *_Nonnull session, broadsheet_transfer *_Nullable transfer);

size_t broadsheet_row(const broadsheet_transfer *_Nonnull transfer);
/// One of the endings above.
int broadsheet_ending(const broadsheet_transfer *_Nonnull transfer);
/// The library's own words for it.
const char *_Nonnull broadsheet_reason(const broadsheet_transfer *_Nonnull transfer);
/// The status of HTTP; 0 before there is one.
long broadsheet_status(const broadsheet_transfer *_Nonnull transfer);
/// Where the last redirect led.
const char *_Nonnull broadsheet_address(const broadsheet_transfer *_Nonnull transfer);
/// Whether all redirects were for good, and there was one.
int broadsheet_has_moved(const broadsheet_transfer *_Nonnull transfer);
/// NULL where there is none.
const char *_Nullable broadsheet_header(const broadsheet_transfer *_Nonnull transfer, int header);
const uint8_t *_Nullable broadsheet_body(const broadsheet_transfer *_Nonnull transfer, size_t *_Nonnull count);
/// How long the body will be, packed as it comes; -1 where that is not known.
int64_t broadsheet_expected(const broadsheet_transfer *_Nonnull transfer);

/// Sleeps.
void broadsheet_pause(int milliseconds);
/// Seconds since 1970, now.
int64_t broadsheet_now(void);
/// Seconds since 1970 for a date of HTTP; -1 for what is none.
int64_t broadsheet_seconds(const char *_Nonnull date);

#endif
