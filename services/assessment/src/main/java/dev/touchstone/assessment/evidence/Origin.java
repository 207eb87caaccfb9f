package dev.touchstone.assessment.evidence;

import java.util.UUID;

/**
 * Why a piece of evidence can be believed, and by which bytes.
 *
 * @param digest {@code sha256:} and 64 hexadecimal digits, over the evidence as received
 * @param trust how far it can be relied upon by itself
 * @param submittedBy person who handed it in or attested it; null where a system did
 */
public record Origin(String digest, Trust trust, UUID submittedBy) {}
