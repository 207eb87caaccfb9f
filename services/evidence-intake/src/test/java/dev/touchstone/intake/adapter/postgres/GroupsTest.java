package dev.touchstone.intake.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.intake.adapter.postgres.Groups.Limits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private static final Limits LIMITS = new Limits(10, 1, 2);

    private Desk desk;
    private Groups<String, String> groups;
    private List<String> answers;

    @BeforeEach
    void begin() {
        desk = new Desk();
        groups = new Groups<>(desk::take, String::length, IllegalStateException.class::isInstance, LIMITS);
        answers = new ArrayList<>();
    }

    @Test
    void whatComesAloneIsDoneAtOnce() {
        // When
        add("a");

        // Then
        assertThat(desk.groups()).containsExactly(List.of("a"));
    }

    @Test
    void whatComesMeanwhileIsTheNextGroup() {
        // Given
        add("a");
        add("b");
        add("c");

        // When
        desk.finish(0);

        // Then
        assertThat(desk.groups()).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(answers).containsExactly("a done");
    }

    @Test
    void whatWouldFillAGroupDoesNotWait() {
        // Given
        add("a");
        add("12345");

        // When
        add("67890");

        // Then
        assertThat(desk.groups()).containsExactly(List.of("a"), List.of("12345", "67890"));
    }

    @Test
    void noMoreThanTheMostAreUnderWay() {
        // Given
        add("a");
        add("1234567890");

        // When
        add("1234567890");

        // Then
        assertThat(desk.groups()).hasSize(2);
    }

    @Test
    void whatIsLargerThanAGroupGoesAlone() {
        // Given
        add("a");
        add("b");
        add("123456789012345");
        add("c");

        // When
        desk.finish(0);

        // Then
        assertThat(desk.groups()).containsExactly(List.of("a"), List.of("b"), List.of("123456789012345"));
    }

    @Test
    void ofAGroupThatFailsEachIsToldOfItsOwnFailureOnly() {
        // Given
        add("a");
        add("b");
        add("c");
        desk.finish(0);
        desk.fail(1, new IllegalArgumentException("together"));

        // When
        desk.fail(2, new IllegalArgumentException("b is known"));
        desk.finish(3);

        // Then
        assertThat(desk.groups()).containsExactly(List.of("a"), List.of("b", "c"), List.of("b"), List.of("c"));
        assertThat(answers).containsExactly("a done", "b is known", "c done");
    }

    @Test
    void aFailureThatIsNobodysOwnIsNotTriedAgainForEach() {
        // Given
        add("a");
        add("b");
        add("c");
        desk.finish(0);

        // When
        desk.fail(1, new IllegalStateException("away"));

        // Then
        assertThat(desk.groups()).hasSize(2);
        assertThat(answers).containsExactly("a done", "away", "away");
    }

    @Test
    void afterAFailureOthersGoOn() {
        // Given
        add("a");
        add("b");

        // When
        desk.fail(0, new IllegalArgumentException("a is known"));

        // Then
        assertThat(desk.groups()).containsExactly(List.of("a"), List.of("b"));
    }

    @Property
    void everythingIsDoneOnceAndAnsweredForItself(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 12) Integer> sizes, @ForAll long seed) {
        // Given
        begin();
        Random random = new Random(seed);
        List<String> items = IntStream.range(0, sizes.size())
                .mapToObj(index -> (index + "-".repeat(12)).substring(0, Math.max(2, sizes.get(index))))
                .toList();

        // When
        for (String item : items) {
            add(item);
            if (random.nextBoolean()) {
                desk.finishAny(random);
            }
        }
        while (desk.finishAny(random)) {
            // until nothing is under way
        }

        // Then
        assertThat(desk.groups().stream().flatMap(List::stream).toList()).containsExactlyElementsOf(items);
        assertThat(answers)
                .containsExactlyInAnyOrderElementsOf(
                        items.stream().map(item -> item + " done").toList());
        assertThat(desk.mostUnderWay).isLessThanOrEqualTo(LIMITS.most());
    }

    private void add(String item) {
        groups.add(item).subscribe().with(answers::add, failure -> answers.add(failure.getMessage()));
    }

    /** Does groups when the test says so. */
    private static final class Desk {

        private record Job(List<String> items, UniEmitter<? super List<String>> emitter) {}

        private final List<Job> jobs = new ArrayList<>();
        private final List<Job> open = new ArrayList<>();
        private int mostUnderWay;

        Uni<List<String>> take(List<String> items) {
            return Uni.createFrom().emitter(emitter -> {
                Job job = new Job(items, emitter);
                jobs.add(job);
                open.add(job);
                mostUnderWay = Math.max(mostUnderWay, open.size());
            });
        }

        List<List<String>> groups() {
            return jobs.stream().map(Job::items).toList();
        }

        void finish(int index) {
            finish(jobs.get(index));
        }

        void fail(int index, Throwable failure) {
            open.remove(jobs.get(index));
            jobs.get(index).emitter().fail(failure);
        }

        boolean finishAny(Random random) {
            if (open.isEmpty()) {
                return false;
            }
            finish(open.get(random.nextInt(open.size())));
            return true;
        }

        private void finish(Job job) {
            open.remove(job);
            job.emitter()
                    .complete(job.items().stream().map(item -> item + " done").toList());
        }
    }
}
