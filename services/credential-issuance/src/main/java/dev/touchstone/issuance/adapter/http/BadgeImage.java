package dev.touchstone.issuance.adapter.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** A plain badge drawn from a name, so that every achievement and issuer has an image. The same name, the same image. */
final class BadgeImage {

    private static final int LINE = 18;
    private static final int MAX_LINES = 4;
    private static final int LINE_HEIGHT = 34;
    private static final int MIDDLE = 200;

    private BadgeImage() {}

    static String svg(String name, String issuer) {
        int hue = hue(issuer + "/" + name);
        List<String> lines = lines(name);
        StringBuilder text = new StringBuilder();
        int y = MIDDLE - (lines.size() - 1) * LINE_HEIGHT / 2;
        for (String line : lines) {
            text.append("<text x=\"200\" y=\"")
                    .append(y)
                    .append("\" font-size=\"28\" font-weight=\"600\">")
                    .append(Html.escape(line))
                    .append("</text>");
            y += LINE_HEIGHT;
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\" width=\"400\" height=\"400\" role=\"img\""
                + " aria-label=\"" + Html.escape(name) + "\"><polygon points=\"200,10 365,105 365,295 200,390 35,295"
                + " 35,105\" fill=\"hsl(" + hue + ",45%,30%)\" stroke=\"hsl(" + hue + ",45%,60%)\" stroke-width=\"8\"/>"
                + "<g fill=\"#fff\" text-anchor=\"middle\" font-family=\"sans-serif\">" + text
                + "<text x=\"200\" y=\"330\" font-size=\"18\">" + Html.escape(shorten(issuer)) + "</text></g></svg>";
    }

    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : name.split("\\s+")) {
            if (line.length() > 0 && line.length() + word.length() >= LINE) {
                lines.add(shorten(line.toString()));
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(shorten(line.toString()));
        return lines.size() <= MAX_LINES ? lines : lines.subList(0, MAX_LINES);
    }

    private static String shorten(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= LINE ? text : text.substring(0, text.offsetByCodePoints(0, LINE - 1)) + "\u2026";
    }

    private static int hue(String seed) {
        CRC32 crc = new CRC32();
        crc.update(seed.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % 360);
    }
}
