// SHA-1 (libmd) and XXH3 (xxHash), as Swift sees them.
#ifndef HEXAPLA_CDIGEST_H
#define HEXAPLA_CDIGEST_H

#include <stddef.h>
#include <stdint.h>

/// Writes the 40 lower-case hexadecimal digits of the SHA-1 of `length` bytes, without a terminating NUL.
void hexapla_sha1_hex(const uint8_t *bytes, size_t length, uint8_t digits[40]);

/// XXH3, 64 bits: a fast fingerprint, not a cryptographic one.
uint64_t hexapla_xxh3(const uint8_t *bytes, size_t length);

#endif
