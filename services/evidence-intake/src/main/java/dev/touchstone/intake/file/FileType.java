package dev.touchstone.intake.file;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Kinds of files that are taken in, told by their first bytes. None of them runs anything where it is opened: markup
 * (SVG, HTML) and documents of office programs can, archives hide what is in them.
 */
public enum FileType {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg", "image/jpg"),
    GIF("image/gif"),
    WEBP("image/webp"),
    /** UTF-8 without control characters. */
    TEXT("text/plain"),
    /** Told from other text by what the sender says only. */
    MARKDOWN("text/markdown", "text/x-markdown");

    private static final String UNDECLARED = "application/octet-stream";

    private final String mediaType;
    private final Set<String> alsoKnownAs;

    FileType(String mediaType, String... alsoKnownAs) {
        this.mediaType = mediaType;
        this.alsoKnownAs = Set.of(alsoKnownAs);
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * The type of a file with this content, as its sender declared it.
     *
     * @param declared a Content-Type; null or {@code application/octet-stream} where the sender does not know
     * @throws RefusedFile if the sender declares something else than it is
     */
    FileType declaredAs(String declared) {
        String type = declared == null ? UNDECLARED : withoutParameters(declared);
        if (type.isEmpty() || type.equals(UNDECLARED) || isCalled(type)) {
            return this;
        }
        return Optional.of(MARKDOWN)
                .filter(markdown -> this == TEXT && markdown.isCalled(type))
                .orElseThrow(() -> new RefusedFile(
                        RefusedFile.Reason.TYPE,
                        "Content-Type says something else than the content, which is " + mediaType + "."));
    }

    private boolean isCalled(String type) {
        return mediaType.equals(type) || alsoKnownAs.contains(type);
    }

    private static String withoutParameters(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
