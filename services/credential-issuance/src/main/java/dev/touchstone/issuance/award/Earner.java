package dev.touchstone.issuance.award;

import java.util.Optional;
import java.util.UUID;

/** The person a credential is for, as far as a credential needs to know them. */
public record Earner(UUID personId, Optional<String> email) {}
