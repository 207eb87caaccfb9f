package dev.touchstone.bench;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements as a learning platform sends them, each new: one of many people, one of many courses, and the one programme
 * that every course belongs to.
 */
final class Statements {

    private static final int PEOPLE = 5000;
    private static final int COURSES = 200;

    private final String verb;

    /** @param verb {@code completed} makes evidence of each statement, {@code launched} is only kept */
    Statements(String verb) {
        this.verb = verb;
    }

    String body(int batch) {
        return batch == 1
                ? statement()
                : IntStream.range(0, batch)
                        .mapToObj(index -> statement())
                        .collect(Collectors.joining(",", "[", "]"));
    }

    private String statement() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return """
                {"id":"%s","actor":{"account":{"homePage":"https://lms.example","name":"u%d"}},\
                "verb":{"id":"http://adlnet.gov/expapi/verbs/%s","display":{"en":"%s"}},\
                "object":{"id":"https://lms.example/course/%d","definition":{"name":{"en":"A course"}}},\
                "result":{"score":{"scaled":0.%02d},"success":true,"completion":true,"duration":"PT24.57S"},\
                "context":{"registration":"%s","platform":"Load",\
                "contextActivities":{"grouping":[{"id":"https://lms.example/programme/1"}]}},\
                "timestamp":"2026-11-27T10:00:00.000Z"}""".formatted(
                        UUID.randomUUID(),
                        random.nextInt(PEOPLE),
                        verb,
                        verb,
                        random.nextInt(COURSES),
                        random.nextInt(100),
                        UUID.randomUUID());
    }
}
