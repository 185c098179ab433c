import FileSystem
import LocalizationModel
import TestSupport
import Testing

@testable import Images

@Suite("Sizes of images") struct ImageFileTests {
    /// The headers of images of 300 × 200, as their formats define them.
    private static let headers: [(String, [UInt8])] = [
        (
            "PNG",
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 1, 44, 0, 0, 0, 200, 8, 2, 0, 0, 0, 0, 0, 0, 0] + [
                0, 0, 0, 1,
            ] + Array("IDAT".utf8) + [0, 0, 0, 0, 0]
        ),
        ("GIF", Array("GIF89a".utf8) + [44, 1, 200, 0, 0, 0, 0]),
        (
            "JPEG",
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [
                1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 200, 1, 44, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
            ]
        ),
        ("WebP", Array("RIFF".utf8) + [40, 0, 0, 0] + Array("WEBPVP8L".utf8) + [20, 0, 0, 0, 0x2F, 0x2B, 0xC1, 0x31, 0] + [UInt8](repeating: 0, count: 24)),
    ]

    @Test(arguments: headers) func ofPixels(name: String, header: [UInt8]) {
        #expect(ImageFile.size(of: header) == ImageSize(width: 300, height: 200))
    }

    @Test(arguments: [
        ("<svg width='30' height='20px'/>", 30, 20),
        ("<?xml version='1.0'?><!-- a --><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30.4 20.6'>", 30, 21),
        ("<svg:svg xmlns:svg='http://www.w3.org/2000/svg' width='1in' height='72pt'/>", 96, 96),
        ("<svg width='60' viewBox='0,0,30,20'/>", 60, 40),
        ("<svg width='100%' height='100%' viewBox='0 0 30 20'/>", 30, 20),
        ("<!DOCTYPE svg [<!ENTITY n 'http://www.w3.org/2000/svg'>]><svg xmlns='&n;' width='30' height='20'/>", 30, 20),
    ]) func ofDrawings(text: String, width: Int, height: Int) {
        #expect(ImageFile.size(of: Array(text.utf8)) == ImageSize(width: width, height: height))
    }

    @Test(arguments: [
        "", "<", "<svg/>", "<svg width='1e9' height='1'/>", "<svg width='-3' height='2'/>", "<svg width='nan' height='inf'/>", "<svg viewBox='0 0 0 0'/>",
        "<svg viewBox='0 0 1 1e300' width='5'/>", "<html><svg width='3' height='3'/></html>", "GIF89a", "text",
        "<!DOCTYPE svg [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><svg width='&c;' height='3'/>",
    ]) func unknown(text: String) { #expect(ImageFile.size(of: Array(text.utf8)) == nil) }

    /// Whatever the bytes are, the worst is no size.
    @Test func ofDamagedFiles() {
        var random = SeededGenerator(3)
        for (_, header) in Self.headers {
            for _ in 0..<4_000 {
                var bytes = header + (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                _ = ImageFile.size(of: Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))))
            }
        }
    }

    @Test func ofWhatIsNoFile() {
        #expect(ImageFile.size("/nowhere/a.png") == nil)
        #expect(ImageFile.size("/") == nil)
    }
}
