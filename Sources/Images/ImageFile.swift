import CImages
import FileSystem
import LocalizationModel

/// Reads how large an image is, from the beginning of its file.
public enum ImageFile {
    /// Most headers end in the first of these many bytes; that of a photograph comes after its colour profile and preview.
    private static let portions = [1 << 12, 1 << 19]

    /// The size of a PNG, JPEG, GIF, WebP or SVG file; nil for any other, for one that is damaged, and for one that cannot be read.
    public static func size(_ path: String) -> ImageSize? {
        for limit in portions {
            guard let bytes = try? FileSystem.read(path, atMost: limit) else { return nil }
            if let size = size(of: bytes) { return size }
            if bytes.count < limit { return nil }
        }
        return nil
    }

    /// The same of an image that begins with these bytes.
    static func size(of bytes: [UInt8]) -> ImageSize? {
        var (width, height): (Int32, Int32) = (0, 0)
        if hexapla_image_size(bytes, bytes.count, &width, &height) { return ImageSize(width: Int(width), height: Int(height)) }
        return DrawingSize.read(bytes)
    }
}
