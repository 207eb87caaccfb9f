package dev.touchstone.intake.file;

/** What a sender calls a file: shown to readers and suggested where they save it, never a path of ours. */
public final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /**
     * @param name null where there is none
     * @throws RefusedFile if it is too long, or holds what a name of a file cannot
     */
    public static String checked(String name) {
        if (name == null) {
            return null;
        }
        boolean hasForbidden = name.codePoints().anyMatch(FileName::isForbidden);
        if (name.isBlank() || name.length() > LONGEST || hasForbidden || name.startsWith(".")) {
            throw new RefusedFile(
                    RefusedFile.Reason.NAME,
                    "must have 1 to " + LONGEST + " characters, no separators of paths, no dot at its beginning");
        }
        return name.strip();
    }

    /**
     * By what name a reader saves the file. Programs are chosen by the ending: a text that is called {@code report.hta}
     * is one, whatever type it came with, so what ends otherwise than its content gets the ending of its content.
     *
     * @param name as it was checked
     */
    public static String toSave(String name, String mediaType) {
        return FileType.called(mediaType).ended(name);
    }

    /** Format characters can turn the reading direction around, so that an ending is shown which is none. */
    private static boolean isForbidden(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.SURROGATE
                || "/\\:*?\"<>|".indexOf(character) >= 0;
    }
}
