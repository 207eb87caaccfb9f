package dev.touchstone.intake.adapter.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.touchstone.intake.document.InvalidDocument;
import java.util.List;

/** The values of one record of CSV (RFC 4180). */
public final class CsvValues {

    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final ObjectReader reader;

    public CsvValues(char separator) {
        this.reader = MAPPER.readerForListOf(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    /** @throws InvalidDocument if it is none */
    public List<String> of(String record) {
        try {
            List<String[]> rows = reader.readValue(record);
            if (rows.size() != 1) {
                throw new InvalidDocument("", "is not one record of CSV");
            }
            return List.of(rows.get(0));
        } catch (JsonProcessingException e) {
            throw new InvalidDocument("", "is not CSV: a quote is not closed, or stands within a value");
        }
    }
}
