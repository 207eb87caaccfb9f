package dev.touchstone.issuance.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.touchstone.issuance.proof.Multibase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BitstringTest {

    @Property(tries = 100)
    void keepsExactlyTheBitsSet(@ForAll @Size(max = 20) Set<@IntRange(max = Bitstring.SIZE - 1) Integer> indexes) {
        // Given
        Bitstring bits = Bitstring.empty();
        for (int index : indexes) {
            bits = bits.with(index);
        }

        // When
        Bitstring read = Bitstring.decode(bits.encode());

        // Then
        assertThat(read.size()).isEqualTo(131_072);
        for (int index = 0; index < read.size(); index++) {
            assertThat(read.isSet(index)).isEqualTo(indexes.contains(index));
        }
    }

    @Test
    void putsTheFirstEntryLeftmost() throws IOException {
        // Given
        byte[] raw = new byte[Bitstring.SIZE / 8];
        raw[0] = (byte) 0b1000_0000;

        // When
        Bitstring read = Bitstring.decode(gzip(raw));

        // Then
        assertThat(read.isSet(0)).isTrue();
        assertThat(read.isSet(7)).isFalse();
    }

    @Test
    void leavesTheOldListAlone() {
        // Given
        Bitstring before = Bitstring.empty();

        // When
        Bitstring after = before.with(5);

        // Then
        assertThat(before.isSet(5)).isFalse();
        assertThat(after.isSet(5)).isTrue();
    }

    @Test
    void refusesAShortList() throws IOException {
        // Given
        String encoded = gzip(new byte[Bitstring.SIZE / 8 - 1]);

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bitstring.decode(encoded))
                .withMessageContaining("shorter");
    }

    @Test
    void refusesABombBeforeItIsUnpacked() throws IOException {
        // Given
        String encoded = gzip(new byte[200 << 20]);

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bitstring.decode(encoded))
                .withMessageContaining("larger");
    }

    @Test
    void refusesWhatIsNotGzipOrNotMultibase() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bitstring.decode("uAAAA"));
        assertThatIllegalArgumentException().isThrownBy(() -> Bitstring.decode("H4sI"));
        assertThatIllegalArgumentException().isThrownBy(() -> Bitstring.decode("u!!!"));
    }

    @Test
    void hasNoEntryOutsideTheList() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Bitstring.empty().isSet(Bitstring.SIZE));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Bitstring.empty().with(-1));
    }

    private static String gzip(byte[] raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(raw);
        }
        return Multibase.base64url(out.toByteArray());
    }
}
