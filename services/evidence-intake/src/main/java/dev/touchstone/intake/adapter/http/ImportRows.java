package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.adapter.csv.CsvValues;
import dev.touchstone.intake.adapter.json.JsonValues;
import dev.touchstone.intake.bulk.CsvHeader;
import dev.touchstone.intake.bulk.ImportedRow;
import dev.touchstone.intake.bulk.RawRecord;
import dev.touchstone.intake.bulk.ReadRow;
import dev.touchstone.intake.bulk.RecordSplitter;
import dev.touchstone.intake.document.CanonicalForm;
import dev.touchstone.intake.document.InvalidDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of a file while it comes in. A row that is wrong is read as such; only a wrong header ends the reading. */
final class ImportRows {

    /** Bytes after which a batch is ended: rows may be long, and a batch is held several times over while it is stored. */
    private static final long BATCH_BYTES = 1_048_576;

    private final RecordSplitter records;
    private final Function<String, Map<String, Object>> fields;
    private final Instant now;

    private ImportRows(RecordSplitter records, Function<String, Map<String, Object>> fields, Instant now) {
        this.records = records;
        this.fields = fields;
        this.now = now;
    }

    /** @throws InvalidDocument if there is no header, or it has a column that is not known */
    static ImportRows ofCsv(InputStream body, Instant now) throws IOException {
        RecordSplitter records = new RecordSplitter(body, true);
        RawRecord first = records.next().orElseThrow(() -> new InvalidDocument("", "has no header"));
        String line = text(first);
        CsvValues values = new CsvValues(CsvHeader.separator(line));
        CsvHeader header = new CsvHeader(values.of(line));
        return new ImportRows(records, record -> header.fields(values.of(record)), now);
    }

    static ImportRows ofLines(InputStream body, Instant now) throws IOException {
        return new ImportRows(new RecordSplitter(body, false), ImportRows::object, now);
    }

    /** The next rows, at most so many and about a mebibyte of them; none at the end. */
    List<ReadRow> next(int most) throws IOException {
        List<ReadRow> rows = new ArrayList<>();
        long bytes = 0;
        while (rows.size() < most && bytes < BATCH_BYTES) {
            var record = records.next();
            if (record.isEmpty()) {
                return rows;
            }
            bytes += record.get().bytes().length;
            rows.add(read(record.get()));
        }
        return rows;
    }

    private ReadRow read(RawRecord record) {
        String raw = HexFormat.of().formatHex(CanonicalForm.sha256(record.bytes()));
        try {
            return new ReadRow(record.line(), raw, ImportedRow.read(fields.apply(text(record)), now), List.of());
        } catch (InvalidDocument e) {
            return new ReadRow(record.line(), raw, null, e.violations());
        }
    }

    private static Map<String, Object> object(String line) {
        try {
            if (JsonValues.parse(line.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> object) {
                @SuppressWarnings("unchecked")
                Map<String, Object> fields = (Map<String, Object>) object;
                return fields;
            }
        } catch (JsonValues.NotJson e) {
            throw new InvalidDocument(e.violations());
        }
        throw new InvalidDocument("", "must be an object");
    }

    private static String text(RawRecord record) {
        if (record.tooLong()) {
            throw new InvalidDocument("", "is longer than 128 KiB; perhaps a quote is not closed");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(record.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidDocument("", "is not UTF-8");
        }
    }
}
