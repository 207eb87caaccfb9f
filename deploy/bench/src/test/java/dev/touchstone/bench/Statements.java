package dev.touchstone.bench;

import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements as a learning platform sends them: one of many people, one of many courses, and the one programme that every
 * course belongs to. The same seed gives the same statements in the same order.
 */
final class Statements {

    static final int PEOPLE = 5000;
    private static final int COURSES = 200;
    private static final String HOME_PAGE = "https://lms.example";

    private final String verb;
    private final long seed;
    private final AtomicLong sent = new AtomicLong();

    /** @param verb {@code completed} makes evidence of each statement, {@code launched} is only kept */
    Statements(String verb, long seed) {
        this.verb = verb;
        this.seed = seed;
    }

    /** As a roster names one of the people. */
    static String person(int number) {
        return """
                {"employeeNumber":"load-%d","identities":[{"kind":"account","homePage":"%s","name":"u%d"}]}"""
                .formatted(number, HOME_PAGE, number);
    }

    String body(int batch) {
        return batch == 1
                ? statement()
                : IntStream.range(0, batch)
                        .mapToObj(index -> statement())
                        .collect(Collectors.joining(",", "[", "]"));
    }

    private String statement() {
        // Seeds that follow each other give alike first numbers; those of multiples of a large odd one do not.
        Random random = new Random((seed + sent.incrementAndGet()) * 0x9E3779B97F4A7C15L);
        return """
                {"id":"%s","actor":{"account":{"homePage":"%s","name":"u%d"}},\
                "verb":{"id":"http://adlnet.gov/expapi/verbs/%s","display":{"en":"%s"}},\
                "object":{"id":"https://lms.example/course/%d","definition":{"name":{"en":"A course"}}},\
                "result":{"score":{"scaled":0.%02d},"success":true,"completion":true,"duration":"PT24.57S"},\
                "context":{"registration":"%s","platform":"Load",\
                "contextActivities":{"grouping":[{"id":"https://lms.example/programme/1"}]}},\
                "timestamp":"2026-11-27T10:00:00.000Z"}""".formatted(
                        uuid(random),
                        HOME_PAGE,
                        random.nextInt(PEOPLE),
                        verb,
                        verb,
                        random.nextInt(COURSES),
                        random.nextInt(100),
                        uuid(random));
    }

    private static UUID uuid(Random random) {
        return new UUID(
                random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }
}
