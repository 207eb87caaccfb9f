package dev.touchstone.intake.adapter.http;

import static dev.touchstone.intake.support.Lms.about;
import static dev.touchstone.intake.support.Lms.agentParameter;
import static dev.touchstone.intake.support.Lms.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import dev.touchstone.intake.xapi.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that refer to others, in every order of arrival. */
@IntakeIT
class ReferencesIT {

    private static final String COMMENTED = "http://verb.example/commented";

    private final Organisation organisation = new Organisation();
    private Lms lms;

    @BeforeEach
    void connect() {
        lms = Lms.of(organisation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"target first", "target last", "in the middle", "one batch"})
    void statementsAreFoundByWhatTheyLeadTo(String order) {
        // Given
        String target = UUID.randomUUID().toString();
        String comment = UUID.randomUUID().toString();
        String reply = UUID.randomUUID().toString();
        String first = statement("ada", "did", "http://a.example/1", ",'id':'" + target + "'");
        String second = about(target, "ben", COMMENTED, ",'id':'" + comment + "'");
        String third = about(comment, "cleo", COMMENTED, ",'id':'" + reply + "'");

        // When
        List<String> batches = switch (order) {
            case "target first" -> List.of(first, second, third);
            case "target last" -> List.of(third, second, first);
            case "in the middle" -> List.of(third, first, second);
            default -> List.of("[" + third + "," + first + "," + second + "]");
        };
        batches.forEach(lms::stored);

        // Then
        assertThat(found(Map.of("activity", "http://a.example/1"))).containsExactlyInAnyOrder(target, comment, reply);
        assertThat(found(Map.of("agent", agentParameter("ben")))).containsExactlyInAnyOrder(comment, reply);
        assertThat(found(Map.of("agent", agentParameter("cleo")))).containsExactly(reply);
        assertThat(found(Map.of("agent", agentParameter("ada"), "verb", "http://verb.example/did")))
                .containsExactlyInAnyOrder(target, comment, reply);
        assertThat(found(Map.of("agent", agentParameter("ada"), "verb", COMMENTED)))
                .as("no single statement says both")
                .isEmpty();
    }

    @Test
    void circleOfReferencesEnds() {
        // Given
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();

        // When
        lms.stored(about(second, "ada", COMMENTED, ",'id':'" + first + "'"));
        lms.stored(about(first, "ben", COMMENTED, ",'id':'" + second + "'"));

        // Then
        assertThat(found(Map.of("agent", agentParameter("ada")))).containsExactlyInAnyOrder(first, second);
        assertThat(found(Map.of("agent", agentParameter("ben")))).containsExactlyInAnyOrder(first, second);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void voidedIsFoundByItsIdOnly(boolean targetFirst) {
        // Given
        String target = UUID.randomUUID().toString();
        String voiding = UUID.randomUUID().toString();
        String voided = statement("ada", "did", "http://a.example/1", ",'id':'" + target + "'");
        String voids = about(target, "ada", Statement.VOIDED, ",'id':'" + voiding + "'");

        // When
        lms.stored(targetFirst ? voided : voids);
        lms.stored(targetFirst ? voids : voided);

        // Then
        lms.find("statementId", target).then().statusCode(404);
        lms.find("voidedStatementId", target).then().statusCode(200).body("id", equalTo(target));
        lms.find("voidedStatementId", voiding).then().statusCode(404);
        assertThat(found(Map.of("agent", agentParameter("ada")))).containsExactly(voiding);
    }

    @Test
    void statementThatVoidsIsNotVoided() {
        // Given
        String target = lms.stored(statement("ada", "did", "http://a.example/1", ""));
        String voiding = lms.stored(about(target, "ada", Statement.VOIDED, ""));

        // When
        lms.stored(about(voiding, "ada", Statement.VOIDED, ""));

        // Then
        lms.find("statementId", voiding).then().statusCode(200);
        lms.find("statementId", target).then().statusCode(404);
    }

    /** Neither of two that arrive together may miss the other. */
    @Test
    void referenceAndTargetThatArriveTogetherFindEachOther() throws Exception {
        // Given
        List<String> targets = new ArrayList<>();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            String target = UUID.randomUUID().toString();
            targets.add(target);
            String first = statement("ada", "did", "http://a.example/" + number, ",'id':'" + target + "'");
            String second = about(target, "ben", Statement.VOIDED, "");
            calls.add(() -> lms.post(first).statusCode());
            calls.add(() -> lms.post(second).statusCode());
        }
        ExecutorService senders = Executors.newFixedThreadPool(8);

        // When
        List<Integer> statuses = new ArrayList<>();
        try {
            for (Future<Integer> answer : senders.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        } finally {
            senders.shutdown();
        }

        // Then
        assertThat(statuses).containsOnly(200);
        targets.forEach(target -> lms.find("voidedStatementId", target).then().statusCode(200));
        assertThat(found(Map.of("agent", agentParameter("ada"), "limit", 100))).hasSize(30);
    }

    private List<String> found(Map<String, Object> question) {
        return lms.find(question).then().statusCode(200).extract().path("statements.id");
    }
}
