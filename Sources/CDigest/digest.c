#include "CDigest.h"
#include <sys/types.h>
#include <sha1.h>
#include <string.h>
#include <xxhash.h>

void hexapla_sha1_hex(const uint8_t *bytes, size_t length, uint8_t digits[40]) {
  char text[SHA1_DIGEST_STRING_LENGTH];
  SHA1Data(bytes, length, text);
  memcpy(digits, text, 40);
}

uint64_t hexapla_xxh3(const uint8_t *bytes, size_t length) { return XXH3_64bits(bytes, length); }
