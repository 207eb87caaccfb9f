package dev.touchstone.intake.bulk;

import dev.touchstone.intake.document.CanonicalForm;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * How far an import has come.
 *
 * @param rows how many rows are done
 * @param fingerprint of those rows and their order: a file that is sent again must begin with them
 */
public record ImportProgress(long rows, String fingerprint) {

    public static final ImportProgress START = new ImportProgress(0, "");

    /** After one more row. */
    public ImportProgress after(ReadRow row) {
        byte[] text = (fingerprint + row.raw()).getBytes(StandardCharsets.US_ASCII);
        return new ImportProgress(rows + 1, HexFormat.of().formatHex(CanonicalForm.sha256(text)));
    }

    public ImportProgress after(List<ReadRow> more) {
        ImportProgress progress = this;
        for (ReadRow row : more) {
            progress = progress.after(row);
        }
        return progress;
    }
}
