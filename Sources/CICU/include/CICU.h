// The few facts of CLDR that Hexapla asks ICU for. ICU is loaded on first use, because binding it costs
// more than a whole small run; the header leaves <unicode/…> out, because it clashes with Foundation's.
#ifndef HEXAPLA_CICU_H
#define HEXAPLA_CICU_H

#include <stdbool.h>
#include <stdint.h>

/// False when the ICU libraries this was compiled against cannot be loaded.
bool hexapla_icu_available(void);

/// Each writes UTF-8 into `buffer` (NUL-terminated) and returns its length, or -1 if there is no answer.
int32_t hexapla_icu_native_name(const char *locale, char *buffer, int32_t capacity);
int32_t hexapla_icu_decimal_separator(const char *locale, char *buffer, int32_t capacity);
int32_t hexapla_icu_grouping_separator(const char *locale, char *buffer, int32_t capacity);
/// The ISO 15924 code of the script that CLDR's likely subtags give: "Latn", "Hans", "Cyrl" …
int32_t hexapla_icu_likely_script(const char *locale, char *buffer, int32_t capacity);
/// Opening and closing quotation mark, one after the other; `which` 0 primary, 1 alternate (nested).
int32_t hexapla_icu_quotation_marks(const char *locale, int32_t which, char *buffer, int32_t capacity);
/// Name of month 1 … 12, `width` 0 wide (format), 1 abbreviated.
int32_t hexapla_icu_month(const char *locale, int32_t month, int32_t width, char *buffer, int32_t capacity);
/// True where the locale is written from right to left.
bool hexapla_icu_right_to_left(const char *locale);
/// The scalar in lower case, decomposed for compatibility, without the marks U+0300 to U+036F, composed again.
int32_t hexapla_icu_fold(uint32_t scalar, char *buffer, int32_t capacity);
/// The one scalar that two are together; 0 where there is none.
uint32_t hexapla_icu_compose(uint32_t first, uint32_t second);

#endif
