package dev.touchstone.profile.adapter.csv;

import dev.touchstone.profile.framework.RoleSheet;
import dev.touchstone.profile.framework.SheetRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads role content in the columns of the GDaD framework's own download, RFC 4180 in UTF-8, one row at a time. Two
 * columns may stand beside them for an organisation's own framework: {@code Importance} (1 to 5) and {@code Mandatory}
 * (yes or no).
 */
public final class GdadSheetReader {

    private static final List<String> REQUIRED = List.of("Role", "Role Level", "Skill Name", "Skill Level");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private GdadSheetReader() {}

    /**
     * Hands every row to the sheet.
     *
     * @throws UnreadableSheet when the text is no such sheet, with the line
     * @throws IOException when the text cannot be fetched
     */
    public static void read(InputStream csv, RoleSheet sheet) throws IOException {
        Reader text = new InputStreamReader(
                csv,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try (CSVParser parser = parser(text)) {
            requireColumns(parser);
            readRows(parser, sheet);
        }
    }

    private static void readRows(CSVParser parser, RoleSheet sheet) throws IOException {
        long line = parser.getCurrentLineNumber() + 1;
        int rows = 0;
        try {
            for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); ) {
                CSVRecord row = records.next();
                if (++rows > RoleSheet.MAX_ROWS) {
                    throw new UnreadableSheet(line, "The sheet has more than " + RoleSheet.MAX_ROWS + " rows.");
                }
                if (row.isConsistent()) {
                    sheet.accept(line, row(row));
                } else {
                    sheet.reject(
                            line,
                            "The row has " + row.size() + " cells, the header has "
                                    + parser.getHeaderNames().size() + ".");
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException failed) {
            throw unreadable(line, failed.getCause());
        }
    }

    private static CSVParser parser(Reader text) throws IOException {
        try {
            return FORMAT.parse(withoutMark(text));
        } catch (IllegalArgumentException badHeader) {
            throw new UnreadableSheet(1, "A column is named twice or has no name.");
        } catch (IOException failed) {
            throw unreadable(1, failed);
        }
    }

    private static Reader withoutMark(Reader text) throws IOException {
        java.io.PushbackReader pushback = new java.io.PushbackReader(text, 1);
        int first = pushback.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            pushback.unread(first);
        }
        return pushback;
    }

    private static void requireColumns(CSVParser parser) {
        List<String> missing = REQUIRED.stream()
                .filter(column -> !parser.getHeaderNames().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableSheet(1, "The header lacks " + String.join(", ", missing) + ".");
        }
    }

    private static IOException unreadable(long line, IOException cause) {
        if (cause instanceof CharacterCodingException) {
            throw new UnreadableSheet(line, "The text is not UTF-8.");
        }
        if (cause instanceof CSVException) {
            throw new UnreadableSheet(
                    line, "A quoted cell that begins here is not closed, or is followed by other text.");
        }
        return cause;
    }

    private static SheetRow row(CSVRecord row) {
        return new SheetRow(
                cell(row, "Role Family"),
                cell(row, "Role"),
                cell(row, "Role Description"),
                cell(row, "Role Level"),
                cell(row, "Role Level Description"),
                cell(row, "Skill Name"),
                cell(row, "Skill Description"),
                cell(row, "Skill Level"),
                cell(row, "Skill Level Description"),
                cell(row, "Importance"),
                cell(row, "Mandatory"));
    }

    private static String cell(CSVRecord row, String column) {
        return row.isMapped(column) ? row.get(column) : "";
    }
}
