// What the headers of images say.
#ifndef HEXAPLA_CIMAGES_H
#define HEXAPLA_CIMAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The size in pixels of a PNG, JPEG, GIF or WebP image that begins with these bytes; false where they do not tell.
bool hexapla_image_size(const uint8_t *bytes, size_t count, int *width, int *height);

#endif
