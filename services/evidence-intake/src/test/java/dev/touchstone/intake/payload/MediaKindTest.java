package dev.touchstone.intake.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaKindTest {

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8,JSON",
        "application/vnd.adobe+json,JSON",
        "text/plain,JSON",
        "application/octet-stream,JSON",
        "application/jwt,JSON",
        "Application/X-WWW-Form-Urlencoded;charset=UTF-8,FORM",
        "text/xml; charset=utf-8,XML",
        "application/xml,XML",
        "application/soap+xml; action=x,XML"
    })
    void tellsHowToRead(String contentType, MediaKind kind) {
        assertThat(MediaKind.of(contentType)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "image/png", "application/pdf", "application/zip", ";"})
    void tellsWhatIsNeverAMessage(String contentType) {
        assertThat(MediaKind.of(contentType).isPresent()).isEqualTo(contentType.equals(";"));
    }

    @Test
    void noTypeIsJson() {
        assertThat(MediaKind.of(null)).contains(MediaKind.JSON);
    }
}
