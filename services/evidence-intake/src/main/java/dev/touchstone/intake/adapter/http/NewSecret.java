package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;

/**
 * A change of secrets.
 *
 * @param secret where the sender dictates it; else one is minted
 * @param retireOthers whether the one before ends at once, as after a leak
 */
@RequestSchema("NewSecret")
public record NewSecret(String secret, Boolean retireOthers) {}
