package org.centrallobby.letter.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Draws a map of the constituencies as SVG. A mark in each hexagon grows and darkens from step to step, so that nobody has to
 * tell colours apart. Colours stand in attributes: an image has no style sheet, and a page's style sheet overrides them.
 */
public final class MapPicture {
    /** The step of a constituency to which the campaign does not write. */
    public static final int NOT_WRITTEN_TO = -1;

    /** The side of a hexagon in units of the drawing. */
    private static final double SIDE = 10;

    private static final double MARGIN = 16;
    private static final double LINE = 26;
    private static final double NARROWEST = 580;
    private static final double LEGEND_WIDTH = 106;
    private static final double FIRST_LEGEND_WIDTH = 130;
    private static final int TITLE_LINE = 44;
    private static final int TITLE_LINES = 3;

    /** How large the mark of each step is, as a share of its hexagon. */
    private static final List<Double> SIZES = List.of(0.0, 0.46, 0.62, 0.78, 0.94);

    private static final List<String> COLOURS = List.of("#ffffff", "#3a8f65", "#1f7a50", "#00643b", "#003d24");
    private static final double CELL = 0.94;
    private static final String GROUND = "#dbe6e0";
    private static final String EDGE = "#84948d";
    private static final String LEFT_OUT = "#e9e9e9";
    private static final String INK = "#1c2321";
    private static final String MUTED = "#4d5a55";

    /**
     * A constituency on the map.
     *
     * @param label what is said of it where somebody points at it
     * @param step 0 for an empty hexagon to 4, or {@link #NOT_WRITTEN_TO}
     */
    public record Hexagon(Place place, String label, int step) {}

    /**
     * What stands around a map that is seen alone.
     *
     * @param title in large letters, on three lines at most
     * @param legend what each step means, from 0
     * @param leftOut what a constituency is to which the campaign does not write; null where there is none
     */
    public record Caption(
            String title,
            String summary,
            List<String> legend,
            @Nullable String leftOut,
            String language) {}

    private final HexLayout layout;
    private final StringBuilder svg = new StringBuilder(64 * 1024);

    private MapPicture(HexLayout layout) {
        this.layout = layout;
    }

    /** An SVG for a page that tells the legend and the numbers itself. */
    public static String inPage(HexLayout layout, List<Hexagon> hexagons, String title, String description) {
        return new MapPicture(layout).draw(hexagons, title, description, null);
    }

    /** An SVG document that stands for itself, for instance as an image on another site. */
    public static String alone(HexLayout layout, List<Hexagon> hexagons, String description, Caption caption) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + new MapPicture(layout).draw(hexagons, caption.title(), description, caption);
    }

    /** A hexagon of a step, for the legend of a page. */
    public static String sample(HexLayout layout, int step) {
        var picture = new MapPicture(layout);
        picture.write(
                "<svg class=\"sample\" viewBox=\"-11 -11 22 22\" width=\"22\" height=\"22\" aria-hidden=\"true\">");
        picture.hexagon(0, 0, step, null);
        return picture.svg.append("</svg>").toString();
    }

    private String draw(List<Hexagon> hexagons, String title, String description, @Nullable Caption caption) {
        var bounds = Bounds.of(layout, hexagons);
        var width = caption == null ? bounds.width() : Math.max(bounds.width(), NARROWEST);
        var lines = caption == null ? List.<String>of() : lines(title);
        var above = caption == null ? 0 : (lines.size() + 1) * LINE + MARGIN / 2;
        var height = bounds.height() + above + (caption == null ? 0 : (caption.leftOut() == null ? 2 : 3) * LINE);
        write(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" viewBox=\"0 0 %.0f %.0f\"%s role=\"img\""
                        + " aria-labelledby=\"map-title map-text\">",
                width,
                height,
                caption == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " width=\"%.0f\" height=\"%.0f\" lang=\"%s\" font-family=\"system-ui, sans-serif\"",
                                width,
                                height,
                                caption.language()));
        write(
                "<title id=\"map-title\">%s</title><desc id=\"map-text\">%s</desc>",
                escaped(title), escaped(description));
        if (caption != null) {
            write("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
            frame(caption, lines, height);
        }
        var east = (width - bounds.width()) / 2 - bounds.west();
        hexagons.forEach(hexagon -> hexagon(
                SIDE * layout.x(hexagon.place()) + east,
                SIDE * layout.y(hexagon.place()) - bounds.north() + above,
                hexagon.step(),
                hexagon.label()));
        return svg.append("</svg>").toString();
    }

    private void frame(Caption caption, List<String> lines, double height) {
        var y = MARGIN;
        for (var line : lines) {
            y += LINE;
            write(
                    "<text x=\"%.0f\" y=\"%.0f\" font-size=\"21\" font-weight=\"700\" fill=\"%s\">%s</text>",
                    MARGIN, y - 6, INK, escaped(line));
        }
        write(
                "<text x=\"%.0f\" y=\"%.0f\" font-size=\"14.5\" fill=\"%s\">%s</text>",
                MARGIN, y + LINE - 8, MUTED, escaped(caption.summary()));
        var lowest = height - LINE;
        if (caption.leftOut() != null) {
            legend(MARGIN + SIDE, lowest, NOT_WRITTEN_TO, caption.leftOut());
            lowest -= LINE;
        }
        for (var step = 0; step < caption.legend().size(); step++) {
            var x = MARGIN + SIDE + (step == 0 ? 0 : FIRST_LEGEND_WIDTH + (step - 1) * LEGEND_WIDTH);
            legend(x, lowest, step, caption.legend().get(step));
        }
    }

    private void legend(double x, double y, int step, String meaning) {
        hexagon(x, y, step, null);
        write(
                "<text x=\"%.0f\" y=\"%.0f\" font-size=\"12.5\" fill=\"%s\">%s</text>",
                x + 15, y + 4.5, INK, escaped(meaning));
    }

    private void hexagon(double x, double y, int step, @Nullable String label) {
        write("<g class=\"%s\">", step == NOT_WRITTEN_TO ? "left-out" : "step-" + step);
        if (label != null) {
            write("<title>%s</title>", escaped(label));
        }
        if (step == NOT_WRITTEN_TO) {
            write("<path fill=\"%s\" d=\"%s\"/>", LEFT_OUT, outline(x, y, CELL));
        } else if (step == 0) {
            write("<path fill=\"%s\" stroke=\"%s\" d=\"%s\"/>", COLOURS.getFirst(), EDGE, outline(x, y, CELL - 0.06));
        } else {
            write("<path class=\"cell\" fill=\"%s\" d=\"%s\"/>", GROUND, outline(x, y, CELL));
            write("<path class=\"mark\" fill=\"%s\" d=\"%s\"/>", COLOURS.get(step), outline(x, y, SIZES.get(step)));
        }
        write("</g>");
    }

    private String outline(double x, double y, double size) {
        var path = new StringBuilder();
        for (var corner = 0; corner < 6; corner++) {
            var angle = Math.PI / 3 * corner + (layout.pointed() ? Math.PI / 6 : 0);
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    corner == 0 ? "M" : "L",
                    x + size * SIDE * Math.cos(angle),
                    y + size * SIDE * Math.sin(angle)));
        }
        return path.append('Z').toString();
    }

    /** A title on as few lines as it needs; what is longer than three ends in an ellipsis. */
    private static List<String> lines(String title) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : title.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + word.length() >= TITLE_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        if (lines.size() > TITLE_LINES) {
            lines.subList(TITLE_LINES, lines.size()).clear();
            lines.set(TITLE_LINES - 1, lines.getLast() + "…");
        }
        return lines;
    }

    /** For text and attributes of XML 1.0, which knows no control characters but white space. */
    static String escaped(String text) {
        return text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void write(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    /** @param west the left edge with its margin, and so on, in units of the drawing */
    private record Bounds(double west, double north, double width, double height) {
        static Bounds of(HexLayout layout, List<Hexagon> hexagons) {
            var x = hexagons.stream()
                    .mapToDouble(hexagon -> SIDE * layout.x(hexagon.place()))
                    .summaryStatistics();
            var y = hexagons.stream()
                    .mapToDouble(hexagon -> SIDE * layout.y(hexagon.place()))
                    .summaryStatistics();
            if (hexagons.isEmpty()) {
                return new Bounds(0, 0, 10 * SIDE, SIDE);
            }
            var edge = SIDE + MARGIN;
            return new Bounds(
                    x.getMin() - edge,
                    y.getMin() - edge,
                    x.getMax() - x.getMin() + 2 * edge,
                    y.getMax() - y.getMin() + 2 * edge);
        }
    }
}
