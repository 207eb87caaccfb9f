package dev.touchstone.profile.adapter.mongo;

import dev.touchstone.profile.rebuild.Rebuild;
import dev.touchstone.profile.rebuild.RebuildState;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/** A rebuild as it lies in the store. */
final class RebuildDocument {

    private RebuildDocument() {}

    static Document write(Rebuild rebuild) {
        return new Document("_id", rebuild.id().toString())
                .append("tenant", rebuild.tenant())
                .append("startedBy", rebuild.startedBy())
                .append("startedAt", Date.from(rebuild.startedAt()))
                .append("state", rebuild.state().name())
                .append("progress", write(rebuild.progress()))
                .append("attempts", rebuild.attempts())
                .append("heardOfAt", Date.from(rebuild.startedAt()));
    }

    static Document write(Rebuild.Progress progress) {
        return new Document("total", progress.total())
                .append("read", progress.read())
                .append("skipped", progress.skipped());
    }

    static Rebuild read(Document document) {
        Document progress = document.get("progress", Document.class);
        return new Rebuild(
                UUID.fromString(document.getString("_id")),
                document.getString("tenant"),
                document.getString("startedBy"),
                Fields.instant(document, "startedAt"),
                RebuildState.valueOf(document.getString("state")),
                new Rebuild.Progress(
                        Fields.longNumber(progress, "total"),
                        Fields.longNumber(progress, "read"),
                        Fields.longNumber(progress, "skipped")),
                Fields.number(document, "attempts"),
                Fields.instant(document, "finishedAt"),
                document.getString("reason"));
    }
}
