package org.centrallobby.letter.embed;

import io.nayuki.qrcodegen.QrCode;

/** A QR code (ISO/IEC 18004) as SVG: black on white whatever is behind it, and crisp at any size. */
final class QrPicture {
    /** Four modules of white all around, as the standard asks for. */
    private static final int QUIET = 4;

    private QrPicture() {}

    /**
     * Error correction is of level M, 15 %, or higher where that takes no larger code.
     *
     * @param link what a telephone opens that reads it; ASCII
     * @param title what those hear who cannot see it
     */
    static String of(String link, String title) {
        var code = QrCode.encodeText(link, QrCode.Ecc.MEDIUM);
        var size = code.size + 2 * QUIET;
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" shape-rendering="crispEdges">\
                <title>%2$s</title><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%3$s"/></svg>
                """.formatted(size, escaped(title), modules(code));
    }

    /** The dark modules, each row's neighbours in one: a seam between two would show at some sizes. */
    private static String modules(QrCode code) {
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                var begin = x;
                while (code.getModule(x, y)) {
                    x++;
                }
                if (x > begin) {
                    path.append("M%d %dh%dv1h-%3$dz".formatted(begin + QUIET, y + QUIET, x - begin));
                }
            }
        }
        return path.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
