#include "CICU.h"
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udisplaycontext.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unorm2.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#define TEXT_(x) #x
// ICU's headers rename every function by a macro (unum_open is unum_open_72); TEXT expands it first, so that
// the symbol looked up is the renamed one.
#define TEXT(x) TEXT_(x)

static struct {
  UNumberFormat *(*unum_open)(UNumberFormatStyle, const UChar *, int32_t, const char *, UParseError *, UErrorCode *);
  void (*unum_close)(UNumberFormat *);
  int32_t (*unum_getSymbol)(const UNumberFormat *, UNumberFormatSymbol, UChar *, int32_t, UErrorCode *);
  int32_t (*uloc_getDisplayName)(const char *, const char *, UChar *, int32_t, UErrorCode *);
  int32_t (*uloc_addLikelySubtags)(const char *, char *, int32_t, UErrorCode *);
  int32_t (*uloc_getScript)(const char *, char *, int32_t, UErrorCode *);
  UBool (*uloc_isRightToLeft)(const char *);
  ULocaleData *(*ulocdata_open)(const char *, UErrorCode *);
  void (*ulocdata_close)(ULocaleData *);
  int32_t (*ulocdata_getDelimiter)(ULocaleData *, ULocaleDataDelimiterType, UChar *, int32_t, UErrorCode *);
  UDateFormat *(*udat_open)(UDateFormatStyle, UDateFormatStyle, const char *, const UChar *, int32_t, const UChar *, int32_t, UErrorCode *);
  void (*udat_close)(UDateFormat *);
  int32_t (*udat_getSymbols)(const UDateFormat *, UDateFormatSymbolType, int32_t, UChar *, int32_t, UErrorCode *);
  const UNormalizer2 *(*unorm2_getNFKDInstance)(UErrorCode *);
  const UNormalizer2 *(*unorm2_getNFCInstance)(UErrorCode *);
  int32_t (*unorm2_normalize)(const UNormalizer2 *, const UChar *, int32_t, UChar *, int32_t, UErrorCode *);
  UChar32 (*unorm2_composePair)(const UNormalizer2 *, UChar32, UChar32);
  int32_t (*u_strToLower)(UChar *, int32_t, const UChar *, int32_t, const char *, UErrorCode *);
  char *(*u_strToUTF8)(char *, int32_t, int32_t *, const UChar *, int32_t, UErrorCode *);
} icu;
static bool loaded;

static void load(void) {
  void *common = dlopen("libicuuc.so." U_ICU_VERSION_SHORT, RTLD_LAZY | RTLD_LOCAL);
  void *i18n = dlopen("libicui18n.so." U_ICU_VERSION_SHORT, RTLD_LAZY | RTLD_LOCAL);
  if (common == NULL || i18n == NULL) {
    return;
  }
  bool complete = true;
#define BIND(name)                                                             \
  do {                                                                         \
    void *symbol = dlsym(i18n, TEXT(name));                                  \
    if (symbol == NULL) symbol = dlsym(common, TEXT(name));                  \
    complete = complete && symbol != NULL;                                     \
    memcpy(&icu.name, &symbol, sizeof symbol);                                 \
  } while (0)
  BIND(unum_open);
  BIND(unum_close);
  BIND(unum_getSymbol);
  BIND(uloc_getDisplayName);
  BIND(uloc_addLikelySubtags);
  BIND(uloc_getScript);
  BIND(uloc_isRightToLeft);
  BIND(ulocdata_open);
  BIND(ulocdata_close);
  BIND(ulocdata_getDelimiter);
  BIND(udat_open);
  BIND(udat_close);
  BIND(udat_getSymbols);
  BIND(unorm2_getNFKDInstance);
  BIND(unorm2_getNFCInstance);
  BIND(unorm2_normalize);
  BIND(unorm2_composePair);
  BIND(u_strToLower);
  BIND(u_strToUTF8);
  loaded = complete;
}

bool hexapla_icu_available(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return loaded;
}

enum { WIDE = 256 };

static int32_t utf8(const UChar *text, int32_t length, char *buffer, int32_t capacity, UErrorCode status) {
  int32_t written = 0;
  if (U_FAILURE(status) || capacity < 1) return -1;
  icu.u_strToUTF8(buffer, capacity - 1, &written, text, length, &status);
  if (U_FAILURE(status) || written >= capacity) return -1;
  buffer[written] = 0;
  return written;
}

int32_t hexapla_icu_native_name(const char *locale, char *buffer, int32_t capacity) {
  if (!hexapla_icu_available()) return -1;
  UErrorCode status = U_ZERO_ERROR;
  UChar text[WIDE];
  int32_t length = icu.uloc_getDisplayName(locale, locale, text, WIDE, &status);
  return utf8(text, length, buffer, capacity, status);
}

static int32_t number_symbol(const char *locale, UNumberFormatSymbol which, char *buffer, int32_t capacity) {
  if (!hexapla_icu_available()) return -1;
  UErrorCode status = U_ZERO_ERROR;
  UChar text[WIDE];
  UNumberFormat *format = icu.unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length = icu.unum_getSymbol(format, which, text, WIDE, &status);
  int32_t written = utf8(text, length, buffer, capacity, status);
  icu.unum_close(format);
  return written;
}

int32_t hexapla_icu_decimal_separator(const char *locale, char *buffer, int32_t capacity) {
  return number_symbol(locale, UNUM_DECIMAL_SEPARATOR_SYMBOL, buffer, capacity);
}

int32_t hexapla_icu_grouping_separator(const char *locale, char *buffer, int32_t capacity) {
  return number_symbol(locale, UNUM_GROUPING_SEPARATOR_SYMBOL, buffer, capacity);
}

int32_t hexapla_icu_likely_script(const char *locale, char *buffer, int32_t capacity) {
  if (!hexapla_icu_available()) return -1;
  UErrorCode status = U_ZERO_ERROR;
  char full[ULOC_FULLNAME_CAPACITY];
  icu.uloc_addLikelySubtags(locale, full, sizeof full, &status);
  int32_t length = icu.uloc_getScript(full, buffer, capacity, &status);
  return U_FAILURE(status) || length >= capacity ? -1 : length;
}

int32_t hexapla_icu_quotation_marks(const char *locale, int32_t which, char *buffer, int32_t capacity) {
  if (!hexapla_icu_available()) return -1;
  UErrorCode status = U_ZERO_ERROR;
  ULocaleData *data = icu.ulocdata_open(locale, &status);
  if (U_FAILURE(status)) return -1;
  UChar text[WIDE];
  ULocaleDataDelimiterType open = which ? ULOCDATA_ALT_QUOTATION_START : ULOCDATA_QUOTATION_START;
  ULocaleDataDelimiterType close = which ? ULOCDATA_ALT_QUOTATION_END : ULOCDATA_QUOTATION_END;
  int32_t length = icu.ulocdata_getDelimiter(data, open, text, WIDE, &status);
  if (U_SUCCESS(status)) length += icu.ulocdata_getDelimiter(data, close, text + length, WIDE - length, &status);
  int32_t written = utf8(text, length, buffer, capacity, status);
  icu.ulocdata_close(data);
  return written;
}

int32_t hexapla_icu_month(const char *locale, int32_t month, int32_t width, char *buffer, int32_t capacity) {
  if (!hexapla_icu_available() || month < 1 || month > 12) return -1;
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = icu.udat_open(UDAT_NONE, UDAT_LONG, locale, NULL, 0, NULL, 0, &status);
  if (U_FAILURE(status)) return -1;
  UChar text[WIDE];
  int32_t length = icu.udat_getSymbols(format, width ? UDAT_SHORT_MONTHS : UDAT_MONTHS, month - 1, text, WIDE, &status);
  int32_t written = utf8(text, length, buffer, capacity, status);
  icu.udat_close(format);
  return written;
}

bool hexapla_icu_right_to_left(const char *locale) {
  return hexapla_icu_available() && icu.uloc_isRightToLeft(locale);
}

int32_t hexapla_icu_fold(uint32_t scalar, char *buffer, int32_t capacity) {
  if (!hexapla_icu_available()) return -1;
  UErrorCode status = U_ZERO_ERROR;
  UChar text[4], lower[WIDE], apart[WIDE], whole[WIDE];
  int32_t length = 0, kept = 0;
  if (scalar > 0xFFFF) {
    text[length++] = U16_LEAD(scalar);
    text[length++] = U16_TRAIL(scalar);
  } else {
    text[length++] = (UChar)scalar;
  }
  length = icu.u_strToLower(lower, WIDE, text, length, "", &status);
  length = icu.unorm2_normalize(icu.unorm2_getNFKDInstance(&status), lower, length, apart, WIDE, &status);
  if (U_FAILURE(status)) return -1;
  for (int32_t i = 0; i < length; i++) {
    if (apart[i] < 0x0300 || apart[i] > 0x036F) apart[kept++] = apart[i];
  }
  // What is compatible with a capital comes out as one.
  length = icu.u_strToLower(lower, WIDE, apart, kept, "", &status);
  length = icu.unorm2_normalize(icu.unorm2_getNFCInstance(&status), lower, length, whole, WIDE, &status);
  return utf8(whole, length, buffer, capacity, status);
}

uint32_t hexapla_icu_compose(uint32_t first, uint32_t second) {
  if (!hexapla_icu_available()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *composition = icu.unorm2_getNFCInstance(&status);
  UChar32 whole = U_FAILURE(status) ? -1 : icu.unorm2_composePair(composition, (UChar32)first, (UChar32)second);
  return whole < 0 ? 0 : (uint32_t)whole;
}
