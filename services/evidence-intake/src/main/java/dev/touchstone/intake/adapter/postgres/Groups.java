package dev.touchstone.intake.adapter.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Does together what comes at once, so that what a transaction costs is paid once. Nothing waits for company: what comes
 * while little is being done is begun at once, alone; what comes meanwhile is the next group. A group that fails is done
 * again one by one, so that each is told of its own failure only.
 *
 * @param <T> what is to be done
 * @param <R> what comes of it
 */
final class Groups<T, R> {

    private final Work<T, R> work;
    private final ToIntFunction<T> size;
    private final Predicate<Throwable> shared;
    private final Limits limits;
    private final Deque<Waiting<T, R>> waiting = new ArrayDeque<>();
    private int waitingSize;
    private int underWay;

    /**
     * @param work all of a group or nothing of it; answers in its order
     * @param size of one, at least 1
     * @param shared whether a failure is nobody's own, such as a database that is away
     */
    Groups(Work<T, R> work, ToIntFunction<T> size, Predicate<Throwable> shared, Limits limits) {
        this.work = work;
        this.size = size;
        this.shared = shared;
        this.limits = limits;
    }

    /** Does a group. */
    interface Work<T, R> extends Function<List<T>, Uni<List<R>>> {}

    /**
     * @param full size at which a group takes no more; one that is larger goes alone
     * @param usual groups under way from which on others are collected
     * @param most groups under way, if those that wait would fill another
     */
    record Limits(int full, int usual, int most) {}

    private record Waiting<T, R>(T item, UniEmitter<? super R> emitter, Context context) {

        void complete(R result) {
            answer(() -> emitter.complete(result));
        }

        void fail(Throwable failure) {
            answer(() -> emitter.fail(failure));
        }

        /** Where it was asked for, not where the group was done. */
        private void answer(Runnable answer) {
            if (context == null) {
                answer.run();
            } else {
                context.runOnContext(ignored -> answer.run());
            }
        }
    }

    Uni<R> add(T item) {
        return Uni.createFrom().emitter(emitter -> {
            wait(new Waiting<>(item, emitter, Vertx.currentContext()));
            begin();
        });
    }

    private synchronized void wait(Waiting<T, R> one) {
        waiting.add(one);
        waitingSize += size.applyAsInt(one.item());
    }

    private void begin() {
        for (List<Waiting<T, R>> group = next(); !group.isEmpty(); group = next()) {
            carryOut(group);
        }
    }

    private synchronized List<Waiting<T, R>> next() {
        boolean mayBegin = underWay < limits.usual() || (underWay < limits.most() && waitingSize >= limits.full());
        List<Waiting<T, R>> group = new ArrayList<>();
        int groupSize = 0;
        while (mayBegin && !waiting.isEmpty()) {
            int more = size.applyAsInt(waiting.peek().item());
            if (!group.isEmpty() && groupSize + more > limits.full()) {
                break;
            }
            group.add(waiting.remove());
            groupSize += more;
        }
        waitingSize -= groupSize;
        underWay += group.isEmpty() ? 0 : 1;
        return group;
    }

    private void carryOut(List<Waiting<T, R>> group) {
        Uni.createFrom()
                .deferred(() -> work.apply(group.stream().map(Waiting::item).toList()))
                .subscribe()
                .with(results -> end(group, results), failure -> failed(group, failure));
    }

    private void end(List<Waiting<T, R>> group, List<R> results) {
        ended();
        for (int index = 0; index < group.size(); index++) {
            group.get(index).complete(results.get(index));
        }
        begin();
    }

    private void failed(List<Waiting<T, R>> group, Throwable failure) {
        if (group.size() == 1 || shared.test(failure)) {
            ended();
            group.forEach(one -> one.fail(failure));
            begin();
        } else {
            oneByOne(new ArrayDeque<>(group));
        }
    }

    private void oneByOne(Deque<Waiting<T, R>> group) {
        Waiting<T, R> one = group.poll();
        if (one == null) {
            ended();
            begin();
            return;
        }
        Uni.createFrom()
                .deferred(() -> work.apply(List.of(one.item())))
                .subscribe()
                .with(
                        results -> {
                            one.complete(results.get(0));
                            oneByOne(group);
                        },
                        failure -> {
                            one.fail(failure);
                            oneByOne(group);
                        });
    }

    private synchronized void ended() {
        underWay--;
    }
}
