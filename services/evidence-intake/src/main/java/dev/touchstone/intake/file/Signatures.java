package dev.touchstone.intake.file;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the first bytes of a file say that it is. */
final class Signatures {

    private static final Map<String, FileType> TAKEN = new LinkedHashMap<>();
    private static final Map<String, String> REFUSED = new LinkedHashMap<>();
    private static final Pattern WEBP = Pattern.compile("52494646.{8}57454250.*");
    private static final Pattern MARKUP = Pattern.compile("\\A\\uFEFF?\\s*<[a-zA-Z!?/].*", Pattern.DOTALL);
    private static final String NOT_TAKEN = " Taken in are PDF, PNG, JPEG, GIF, WebP and plain text.";

    static {
        TAKEN.put("255044462d", FileType.PDF);
        TAKEN.put("89504e470d0a1a0a", FileType.PNG);
        TAKEN.put("ffd8ff", FileType.JPEG);
        TAKEN.put("474946383761", FileType.GIF);
        TAKEN.put("474946383961", FileType.GIF);
        String archive = "Archives, and the documents of office programs that are archives, hide what is in them.";
        REFUSED.put("504b0304", archive);
        REFUSED.put("504b0506", archive);
        REFUSED.put("504b0708", archive);
        REFUSED.put("1f8b", archive);
        REFUSED.put("377abcaf271c", archive);
        REFUSED.put("526172211a07", archive);
        String office = "Documents of office programs can carry programs. Save it as PDF.";
        REFUSED.put("d0cf11e0a1b11ae1", office);
        REFUSED.put("7b5c727466", office);
        REFUSED.put("25215053", office);
    }

    private Signatures() {}

    /**
     * Empty where it may be text.
     *
     * @throws RefusedFile if it is of a kind that is not taken in
     */
    static Optional<FileType> of(byte[] head) {
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 16));
        REFUSED.forEach((signature, why) -> {
            if (hex.startsWith(signature)) {
                throw refused(why);
            }
        });
        if (WEBP.matcher(hex).matches()) {
            return Optional.of(FileType.WEBP);
        }
        Optional<FileType> taken = TAKEN.entrySet().stream()
                .filter(entry -> hex.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (taken.isEmpty() && isMarkup(head)) {
            throw refused("Markup such as HTML, SVG and XML can run programs where it is opened.");
        }
        return taken;
    }

    static RefusedFile refused(String why) {
        return new RefusedFile(RefusedFile.Reason.TYPE, why + NOT_TAKEN);
    }

    private static boolean isMarkup(byte[] head) {
        String beginning = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.UTF_8);
        return MARKUP.matcher(beginning).matches()
                || beginning.toLowerCase(Locale.ROOT).contains("<!doctype html");
    }
}
