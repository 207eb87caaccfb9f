package dev.touchstone.intake.adapter.egress;

import java.net.URI;
import java.util.Map;

/**
 * What is asked outside.
 *
 * @param headers may be secret
 * @param body null for none
 * @param most bytes of an answer
 */
public record EgressRequest(String method, URI address, Map<String, String> headers, byte[] body, int most) {

    /** Names the host only: the rest may be about a person, or secret. */
    @Override
    public String toString() {
        return method + " " + address.getHost();
    }
}
