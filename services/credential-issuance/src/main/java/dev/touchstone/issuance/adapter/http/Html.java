package dev.touchstone.issuance.adapter.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small page: headings, paragraphs and facts. Whatever is put in is escaped; nothing else can be put in. */
final class Html {

    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;"
            + "padding:0 1rem;color:#1a1a1a;background:#fff}img{width:10rem;height:10rem}dt{font-weight:600}"
            + "dd{margin:0 0 .75rem;white-space:pre-line}.state{padding:.25rem .75rem;border-radius:.25rem;"
            + "background:#e8f3ea}.bad{background:#fbe9e7}code{overflow-wrap:anywhere}"
            + "@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}.state{background:#1d3a24}"
            + ".bad{background:#4a1f1a}a{color:#9cf}}";

    private final String title;
    private final String language;
    private final List<String> body = new ArrayList<>();

    Html(String language, String title) {
        this.language = language;
        this.title = title;
        body.add("<h1>" + escape(title) + "</h1>");
    }

    Html image(String address, String caption) {
        if (isWebAddress(address)) {
            body.add("<p><img src=\"" + escape(address) + "\" alt=\"" + escape(caption) + "\"></p>");
        }
        return this;
    }

    Html paragraph(String text) {
        body.add("<p>" + escape(text) + "</p>");
        return this;
    }

    Html state(String text, boolean good) {
        body.add("<p><span class=\"state" + (good ? "" : " bad") + "\">" + escape(text) + "</span></p>");
        return this;
    }

    Html heading(String text) {
        body.add("<h2>" + escape(text) + "</h2>");
        return this;
    }

    Html fact(String name, Optional<String> value) {
        value.ifPresent(text -> body.add("<dl><dt>" + escape(name) + "</dt><dd>" + escape(text) + "</dd></dl>"));
        return this;
    }

    Html link(String name, String address) {
        String shown = escape(address);
        body.add("<p>" + escape(name) + ": "
                + (isWebAddress(address) ? "<a href=\"" + shown + "\" rel=\"noopener\">" + shown + "</a>" : shown)
                + "</p>");
        return this;
    }

    String render() {
        return "<!doctype html><html lang=\"" + escape(language) + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + escape(title)
                + "</title><style>" + STYLE + "</style></head><body>" + String.join("", body) + "</body></html>";
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Other schemes, such as {@code javascript:}, are shown but never linked. */
    private static boolean isWebAddress(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }
}
