package dev.touchstone.intake.adapter.fetch;

import dev.touchstone.intake.adapter.egress.EgressFailed;
import dev.touchstone.intake.adapter.egress.EgressResponse;
import dev.touchstone.intake.fetch.FetchFailed;
import dev.touchstone.intake.fetch.FetchReason;
import dev.touchstone.intake.fetch.Retries;
import java.net.URI;
import java.time.Instant;

/** What goes wrong on the way out, as administrators get to see it: with the host, and nothing of what it answered. */
final class Failures {

    private Failures() {}

    static FetchFailed answered(URI address, EgressResponse response, Instant now) {
        return FetchFailed.answered(
                address.getHost(),
                response.status(),
                Retries.retryAfter(response.retryAfter(), now).orElse(null));
    }

    static Throwable of(URI address, Throwable failure) {
        if (!(failure instanceof EgressFailed failed)) {
            return failure;
        }
        return new FetchFailed(
                switch (failed.why()) {
                    case REFUSED -> FetchReason.FETCH_ADDRESS_REFUSED;
                    case TOO_LARGE -> FetchReason.FETCH_TOO_LARGE;
                    case AWAY -> FetchReason.FETCH_UNAVAILABLE;
                },
                address.getHost() + " " + failed.getMessage());
    }
}
