package dev.touchstone.issuance.adapter.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * The JSON-LD contexts this release knows: files on the classpath, each pinned by the SHA-256 in {@code
 * contexts/manifest.json} and parsed once. A changed byte stops the start; an address that is not listed is an error and
 * never a download, because a context decides what the signed words mean.
 */
public final class PinnedContexts implements DocumentLoader {

    private static final String FOLDER = "/contexts/";

    private final Map<String, Document> byAddress;

    private PinnedContexts(Map<String, Document> byAddress) {
        this.byAddress = Map.copyOf(byAddress);
    }

    /** @throws IllegalStateException when a file is missing or is not the one that was pinned */
    public static PinnedContexts load() {
        JsonObject manifest = parse(bytes("manifest.json"));
        Map<String, Document> contexts = new HashMap<>();
        for (JsonObject entry : manifest.getJsonArray("contexts").getValuesAs(JsonObject.class)) {
            byte[] bytes = bytes(entry.getString("file"));
            String digest = sha256(bytes);
            if (!digest.equals(entry.getString("sha256"))) {
                throw new IllegalStateException("context " + entry.getString("file") + " has SHA-256 " + digest
                        + ", pinned is " + entry.getString("sha256"));
            }
            contexts.put(entry.getString("address"), JsonDocument.of(parse(bytes)));
        }
        return new PinnedContexts(contexts);
    }

    /** These and one more, for vectors that bring their own vocabulary. */
    PinnedContexts and(String address, JsonObject context) {
        Map<String, Document> more = new HashMap<>(byAddress);
        more.put(address, JsonDocument.of(context));
        return new PinnedContexts(more);
    }

    public Set<String> addresses() {
        return byAddress.keySet();
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        Document known = byAddress.get(address.toString());
        if (known == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "not pinned: " + address);
        }
        return known;
    }

    private static byte[] bytes(String file) {
        try (InputStream in = PinnedContexts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("context file " + file + " is not on the classpath");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonObject parse(byte[] bytes) {
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
