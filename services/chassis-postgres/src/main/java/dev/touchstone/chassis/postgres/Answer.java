package dev.touchstone.chassis.postgres;

import java.util.Map;

/**
 * What a request was answered, kept so that sending it again gives the same.
 *
 * @param body JSON; null for none
 * @param headers such as Location
 */
public record Answer(int status, String body, Map<String, String> headers) {}
