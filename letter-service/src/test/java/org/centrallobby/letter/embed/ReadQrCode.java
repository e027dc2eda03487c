package org.centrallobby.letter.embed;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a camera sees in a QR code's SVG.
 *
 * @param size of the picture in modules, quiet zone included
 */
record ReadQrCode(String text, String level, int size, int quietZone) {
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern DARK = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int PIXELS = 5;
    private static final int WHITE = 0xffffff;

    static ReadQrCode of(String svg) {
        var found = SIZE.matcher(svg);
        if (!found.find() || !found.group(1).equals(found.group(2))) {
            throw new AssertionError("not a square picture: " + svg);
        }
        var size = Integer.parseInt(found.group(1));
        var quiet = size;
        var pixels = new int[size * PIXELS * size * PIXELS];
        Arrays.fill(pixels, WHITE);
        var dark = DARK.matcher(svg);
        while (dark.find()) {
            var x = Integer.parseInt(dark.group(1));
            var y = Integer.parseInt(dark.group(2));
            var length = Integer.parseInt(dark.group(3));
            quiet = Math.min(quiet, Math.min(Math.min(x, y), Math.min(size - x - length, size - y - 1)));
            for (var row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
                Arrays.fill(pixels, row * size * PIXELS + x * PIXELS, row * size * PIXELS + (x + length) * PIXELS, 0);
            }
        }
        var picture = new RGBLuminanceSource(size * PIXELS, size * PIXELS, pixels);
        try {
            // The picture is perfect; that a reader finds a code in a photograph is its own affair, and left to chance.
            var read = new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new GlobalHistogramBinarizer(picture)),
                            Map.of(DecodeHintType.PURE_BARCODE, true));
            var level = read.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL);
            return new ReadQrCode(read.getText(), String.valueOf(level), size, quiet);
        } catch (NotFoundException | ChecksumException | FormatException e) {
            throw new AssertionError("no camera reads it", e);
        }
    }
}
