#include "CImages.h"

#include <limits.h>
#include <webp/decode.h>

// Only the readers of headers are called; the linker leaves the decoders out.
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_GIF
#define STBI_NO_STDIO
#define STBI_NO_LINEAR
#define STBI_NO_HDR
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wunused-function"
#include <stb/stb_image.h>
#pragma clang diagnostic pop

bool hexapla_image_size(const uint8_t *bytes, size_t count, int *width, int *height) {
    if (count > INT_MAX) return false;
    int channels = 0;
    return stbi_info_from_memory(bytes, (int)count, width, height, &channels) || WebPGetInfo(bytes, count, width, height);
}
