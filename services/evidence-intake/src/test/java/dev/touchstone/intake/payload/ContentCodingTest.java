package dev.touchstone.intake.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.payload.ContentCoding.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {

    private static final int MOST = 10_000;

    @Property(tries = 200)
    void whatWasCompressedComesBack(@ForAll @Size(max = 2000) byte[] body) throws IOException {
        assertThat(ContentCoding.decode("gzip", gzip(body), MOST)).isEqualTo(body);
        assertThat(ContentCoding.decode(" X-GZip ", gzip(body), MOST)).isEqualTo(body);
        assertThat(ContentCoding.decode("deflate", deflate(body), MOST)).isEqualTo(body);
        assertThat(ContentCoding.decode("identity", body, MOST)).isEqualTo(body);
        assertThat(ContentCoding.decode(null, body, MOST)).isEqualTo(body);
    }

    @Test
    void limitIsOfWhatComesOut() throws IOException {
        assertThat(ContentCoding.decode("gzip", gzip(new byte[MOST]), MOST)).hasSize(MOST);
        assertThat(refused("gzip", gzip(new byte[MOST + 1]))).isEqualTo(Refused.Cause.TOO_LARGE);
        assertThat(refused("deflate", deflate(new byte[50_000_000]))).isEqualTo(Refused.Cause.TOO_LARGE);
    }

    @Test
    void bombOfManyMembersIsBoundedToo() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int member = 0; member < 20; member++) {
            members.write(gzip(new byte[1000]));
        }

        assertThat(refused("gzip", members.toByteArray())).isEqualTo(Refused.Cause.TOO_LARGE);
    }

    @Test
    void emptyMembersCannotUseUpTheStack() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        byte[] empty = gzip(new byte[0]);
        for (int member = 0; member < 50_000; member++) {
            members.write(empty);
        }

        assertThat(refused("gzip", members.toByteArray())).isEqualTo(Refused.Cause.TOO_LARGE);
    }

    @Test
    void cutShortIsBroken() throws IOException {
        byte[] whole = gzip("a body that arrives in half".getBytes());

        assertThat(refused("gzip", Arrays.copyOf(whole, whole.length / 2))).isEqualTo(Refused.Cause.BROKEN);
        assertThat(refused("gzip", new byte[0])).isEqualTo(Refused.Cause.BROKEN);
        assertThat(refused("deflate", new byte[0])).isEqualTo(Refused.Cause.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "zstd", "compress"})
    void othersAreNotKnown(String coding) {
        assertThat(refused(coding, new byte[0])).isEqualTo(Refused.Cause.UNKNOWN_CODING);
    }

    @Property(tries = 1000)
    void whateverIsSentEitherComesOutOrIsRefused(@ForAll @Size(max = 200) byte[] body) {
        for (String coding : new String[] {"gzip", "deflate"}) {
            try {
                assertThat(ContentCoding.decode(coding, body, MOST)).hasSizeLessThanOrEqualTo(MOST);
            } catch (Refused refused) {
                assertThat(refused.why()).isIn(Refused.Cause.BROKEN, Refused.Cause.TOO_LARGE);
            }
        }
    }

    private static Refused.Cause refused(String coding, byte[] body) {
        return catchThrowableOfType(Refused.class, () -> ContentCoding.decode(coding, body, MOST))
                .why();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(bytes)) {
            deflate.write(body);
        }
        return bytes.toByteArray();
    }
}
