package dev.touchstone.assessment.adapter.contract;

import dev.touchstone.assessment.achievement.Objection;
import java.util.List;

/** A definition that says something which cannot be understood. */
public final class Malformed extends RuntimeException {

    private final List<Objection> objections;

    Malformed(List<Objection> objections) {
        super(objections.toString());
        this.objections = List.copyOf(objections);
    }

    public List<Objection> objections() {
        return objections;
    }
}
