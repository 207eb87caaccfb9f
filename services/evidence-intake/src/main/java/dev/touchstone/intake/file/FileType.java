package dev.touchstone.intake.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Kinds of files that are taken in, told by their first bytes. None of them runs anything where it is opened: markup
 * (SVG, HTML) and documents of office programs can, archives hide what is in them.
 */
public enum FileType {
    PDF("application/pdf", Set.of(), "pdf"),
    PNG("image/png", Set.of(), "png"),
    JPEG("image/jpeg", Set.of("image/jpg"), "jpg", "jpeg"),
    GIF("image/gif", Set.of(), "gif"),
    WEBP("image/webp", Set.of(), "webp"),
    /** UTF-8 without control characters. */
    TEXT("text/plain", Set.of(), "txt", "text", "log", "csv", "md", "markdown"),
    /** Told from other text by what the sender says only. */
    MARKDOWN("text/markdown", Set.of("text/x-markdown"), "md", "markdown", "txt");

    private static final String UNDECLARED = "application/octet-stream";

    private final String mediaType;
    private final Set<String> alsoKnownAs;
    private final List<String> endings;

    FileType(String mediaType, Set<String> alsoKnownAs, String... endings) {
        this.mediaType = mediaType;
        this.alsoKnownAs = alsoKnownAs;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The type that is called so; text where none is. */
    static FileType called(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElse(TEXT);
    }

    /** The name with an ending of this type, added where it has another. */
    String ended(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && endings.contains(ending) ? name : name + "." + endings.get(0);
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
