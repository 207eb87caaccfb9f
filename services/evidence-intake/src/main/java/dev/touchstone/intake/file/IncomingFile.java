package dev.touchstone.intake.file;

import dev.touchstone.intake.file.RefusedFile.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file while it comes in, block by block. What it is, is told from its content, never from its name; a file that is
 * refused is refused with the first block that shows it.
 */
public final class IncomingFile {

    /** 25 MiB. */
    public static final long LARGEST = 25L * 1024 * 1024;

    private static final byte[] NOTHING = {};

    private final String name;
    private final String declared;
    private final MessageDigest digest = sha256();
    private final TextCheck text = new TextCheck();
    private FileType type;
    private long size;

    /**
     * @param name or null
     * @param declared Content-Type as sent, or null
     * @throws RefusedFile for a name that cannot be one
     */
    public IncomingFile(String name, String declared) {
        this.name = FileName.checked(name);
        this.declared = declared;
    }

    /** @throws RefusedFile if a file of that many bytes would be too large */
    public static void checkSize(long bytes) {
        if (bytes > LARGEST) {
            throw new RefusedFile(Reason.TOO_LARGE, "Files are taken in up to 25 MiB.");
        }
    }

    /**
     * @param block the first one holds at least the first 1,024 bytes, or the whole file
     * @throws RefusedFile as soon as it can be told
     */
    public void take(byte[] block) {
        checkSize(size + block.length);
        if (size == 0 && block.length > 0) {
            Optional<FileType> told = Signatures.of(block);
            type = told.orElse(FileType.TEXT).declaredAs(declared);
        }
        checkText(block, false);
        size += block.length;
        digest.update(block);
    }

    /**
     * Ends the file.
     *
     * @throws RefusedFile if it is none
     */
    public AttachedFile end() {
        if (size == 0) {
            throw new RefusedFile(Reason.EMPTY, "The file is empty.");
        }
        checkText(NOTHING, true);
        return new AttachedFile("sha256:" + HexFormat.of().formatHex(digest.digest()), name, type.mediaType(), size);
    }

    private void checkText(byte[] block, boolean last) {
        boolean isText = type == FileType.TEXT || type == FileType.MARKDOWN;
        if (isText && !text.accepts(block, last)) {
            throw Signatures.refused("The content is none of the kinds that are taken in, and no text in UTF-8.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
