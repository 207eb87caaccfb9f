package dev.touchstone.issuance.bench;

import dev.touchstone.issuance.adapter.bouncycastle.BouncyCastleEd25519;
import dev.touchstone.issuance.adapter.json.JacksonText;
import dev.touchstone.issuance.adapter.jsonld.Suites;
import dev.touchstone.issuance.badge.Badge;
import dev.touchstone.issuance.badge.Fixtures;
import dev.touchstone.issuance.credential.Intent;
import dev.touchstone.issuance.credential.Intent.StatusPlace;
import dev.touchstone.issuance.credential.Sealing;
import dev.touchstone.issuance.issuer.SigningKey;
import dev.touchstone.issuance.proof.CanonicalizationLimits;
import dev.touchstone.issuance.proof.Ed25519;
import dev.touchstone.issuance.proof.EddsaRdfc2022;
import dev.touchstone.issuance.status.Bitstring;
import dev.touchstone.issuance.status.StatusList;
import dev.touchstone.issuance.verification.Knowledge;
import dev.touchstone.issuance.verification.Report;
import dev.touchstone.issuance.verification.Verifier;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one processor does in a second, on a badge with rubric, levels, alignments and two pieces of evidence. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class SigningBench {

    private static final Instant NOW = Instant.parse("2026-11-02T09:31:00Z");
    private static final StatusPlace PLACE = new StatusPlace(1, 42);

    @Param({"BouncyCastle", "JDK"})
    public String provider;

    private Ed25519 ed25519;
    private Sealing sealing;
    private Verifier verifier;
    private SigningKey key;
    private Badge badge;
    private Intent intent;
    private byte[] signed;
    private Knowledge knowledge;
    private StatusList list;

    @Setup
    public void prepare() {
        ed25519 = provider.equals("JDK") ? new JdkEd25519() : new BouncyCastleEd25519();
        EddsaRdfc2022 suite = new EddsaRdfc2022(Suites.canonicalizer(), ed25519);
        sealing = new Sealing(suite);
        verifier = new Verifier(new JacksonText(), suite, CanonicalizationLimits.FOREIGN);
        byte[] seed = ed25519.newSeed();
        key = new SigningKey(ed25519.publicKey(seed), seed);
        badge = Fixtures.rich();
        intent = sealing.settle(badge, PLACE, key.publicKey(), NOW);
        signed = new JacksonText().write(sealing.sign(intent, key));
        knowledge = new Knowledge(Optional.of(Set.of(key.publicKey())), Map.of());
        Bitstring bits = Bitstring.empty();
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            bits = bits.with(random.nextInt(Bitstring.SIZE));
        }
        list = new StatusList(Fixtures.ADDRESSES.statusList("northwind", 1), Fixtures.ISSUER.did(), NOW, bits);
    }

    /** The signature alone, over two digests. */
    @Benchmark
    public byte[] signDigests() {
        return ed25519.sign(key.seed(), new byte[64]);
    }

    /** From the award to the settled document: built, linted, canonicalised. */
    @Benchmark
    public Intent settle() {
        return sealing.settle(badge, PLACE, key.publicKey(), NOW);
    }

    /** From the settled document to the signed one: signed, the signature verified. */
    @Benchmark
    public Map<String, Object> sign() {
        return sealing.sign(intent, key);
    }

    /** From the award to the bytes that are stored: everything an issue costs but the database. */
    @Benchmark
    public byte[] issue() {
        return new JacksonText().write(sealing.sign(sealing.settle(badge, PLACE, key.publicKey(), NOW), key));
    }

    /** All checks but the status list, from bytes to report. */
    @Benchmark
    public Report verify() {
        return verifier.verify((Verifier.Document) verifier.read(signed), knowledge, NOW);
    }

    /** A list of 131,072 entries with a thousand revocations: one more, signed again. */
    @Benchmark
    public Map<String, Object> revoke() {
        return sealing.sign(list.revoking(77), key, NOW);
    }
}
