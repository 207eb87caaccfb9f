package dev.touchstone.chassis.failure;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells what is wrong with the event, or with our code, from everything else. Drivers wrap: the whole chain counts. */
@ApplicationScoped
public class Failures {

    private static final int MAX_CHAIN = 20;
    private static final List<Class<? extends Throwable>> DEFECTS = List.of(
            NullPointerException.class,
            IllegalArgumentException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            ArithmeticException.class,
            UnsupportedOperationException.class);

    private final List<DefectSign> signs;
    private final Outages outages;

    public Failures(@All List<DefectSign> signs, Outages outages) {
        this.signs = signs;
        this.outages = outages;
    }

    /** The permanent failure that this is, or that it wraps. */
    public Optional<PermanentFailure> permanent(Throwable failure) {
        return chain(failure)
                .filter(PermanentFailure.class::isInstance)
                .map(PermanentFailure.class::cast)
                .findFirst();
    }

    /**
     * Our own code tripped over the event, or a store will not have its data: worth a few tries, then a person has to
     * look. A store that is away is no defect, whatever its driver wraps the failure in.
     */
    public boolean isDefect(Throwable failure) {
        Predicate<Throwable> known = link -> DEFECTS.stream().anyMatch(type -> type.isInstance(link))
                || signs.stream().anyMatch(sign -> sign.isDefect(link));
        return chain(failure).anyMatch(known) && !outages.isOutage(failure);
    }

    /** A store refuses a value that should have been refused before it came there. */
    public boolean isUnusableValue(Throwable failure) {
        return chain(failure).anyMatch(link -> signs.stream().anyMatch(sign -> sign.isUnusableValue(link)));
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .limit(MAX_CHAIN);
    }
}
