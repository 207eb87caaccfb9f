package dev.touchstone.issuance.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.touchstone.chassis.json.Json;
import dev.touchstone.issuance.achievement.Achievement;
import dev.touchstone.issuance.document.Facts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Map;

/** A published version of an achievement as it arrived. */
@Entity
@Table(name = "achievement")
@IdClass(AchievementRow.Key.class)
class AchievementRow {

    record Key(String tenant, String achievementId, int version) {}

    @Id
    @Column(name = "tenant_id", length = 40)
    String tenant;

    @Id
    @Column(name = "achievement_id", columnDefinition = "text")
    String achievementId;

    @Id
    int version;

    @Column(columnDefinition = "text")
    String definition;

    Achievement achievement() {
        return new Achievement(facts(definition));
    }

    /** What an event said, read back from where it was stored. */
    static Facts facts(String stored) {
        try {
            return new Facts(Json.TOLERANT.readValue(stored, new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("stored facts cannot be read", damaged);
        }
    }
}
