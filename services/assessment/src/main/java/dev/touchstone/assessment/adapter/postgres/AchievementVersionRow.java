package dev.touchstone.assessment.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.touchstone.assessment.achievement.Achievement;
import dev.touchstone.assessment.adapter.contract.AchievementContent;
import dev.touchstone.assessment.adapter.contract.DefinitionReader;
import dev.touchstone.assessment.adapter.contract.DefinitionWriter;
import dev.touchstone.chassis.id.Uuid7;
import dev.touchstone.chassis.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "achievement_version")
class AchievementVersionRow {

    @Id
    @Column(name = "row_id")
    UUID rowId;

    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "achievement_id")
    String achievementId;

    @Column(name = "version")
    int version;

    @Column(name = "definition", columnDefinition = "text")
    String definition;

    @Column(name = "digest")
    String digest;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "published_by")
    UUID publishedBy;

    @Column(name = "revision")
    long revision;

    static AchievementVersionRow of(String tenant, Achievement achievement, long revision) {
        AchievementVersionRow row = new AchievementVersionRow();
        row.rowId = Uuid7.next();
        row.tenantId = tenant;
        row.achievementId = achievement.id();
        row.version = achievement.version();
        row.definition = write(DefinitionWriter.write(achievement.definition()));
        row.digest = achievement.digest();
        row.publishedAt = achievement.publishedAt();
        row.publishedBy = achievement.publishedBy();
        row.revision = revision;
        return row;
    }

    Achievement achievement() {
        return new Achievement(
                achievementId,
                version,
                new DefinitionReader(tenantId, achievementId).read(read(definition)),
                digest,
                publishedAt,
                publishedBy);
    }

    private static String write(AchievementContent content) {
        try {
            return Json.TOLERANT.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static AchievementContent read(String content) {
        try {
            return Json.TOLERANT.readValue(content, AchievementContent.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored definition does not read", damaged);
        }
    }
}
