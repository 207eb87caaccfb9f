package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;

/** Why a credential is to be revoked; the contract lists the codes. */
@RequestSchema("Revocation")
public record RevocationRequest(String reasonCode) {}
