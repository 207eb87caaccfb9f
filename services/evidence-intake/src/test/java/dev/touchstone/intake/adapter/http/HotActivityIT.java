package dev.touchstone.intake.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.support.IntakeIT;
import dev.touchstone.intake.support.Lms;
import dev.touchstone.intake.support.Organisation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Batches at the same time that all tell something new of the same few activities, each in another order. A store that
 * locks the rows of activities as they come ends in a deadlock here (yetanalytics/lrsql#250).
 */
@IntakeIT
class HotActivityIT {

    private static final int SENDERS = 12;
    private static final int BATCHES = 60;
    private static final int ACTIVITIES = 8;
    private static final long SEED = 250;

    private Lms lms;

    @BeforeEach
    void connect() {
        lms = Lms.of(new Organisation());
    }

    @Test
    void batchesOnTheSameActivitiesNeverWaitForEachOtherInACircle() throws Exception {
        // Given
        Random random = new Random(SEED);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            List<String> statements = new ArrayList<>();
            for (int activity = 0; activity < ACTIVITIES; activity++) {
                statements.add("{'actor':" + Lms.agent("ada") + ",'verb':{'id':'http://verb.example/did'},"
                        + "'object':{'id':'http://hot.example/" + activity + "','definition':{'name':{'en':'batch "
                        + batch
                        + "'},'extensions':{'http://x.example/" + batch + "':" + batch + "}}},"
                        + "'context':{'contextActivities':{'grouping':[{'id':'http://hot.example/course',"
                        + "'definition':{'description':{'en':'batch " + batch + "'}}}]}}}");
            }
            Collections.shuffle(statements, random);
            String body = "[" + String.join(",", statements) + "]";
            calls.add(() -> lms.post(body).statusCode());
        }
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

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
        assertThat(statuses).hasSize(BATCHES).containsOnly(200);
        Map<String, Object> extensions = lms.request()
                .get("/xapi/activities?activityId=http://hot.example/0")
                .path("definition.extensions");
        assertThat(extensions).as("what each batch told").hasSize(BATCHES);
    }
}
