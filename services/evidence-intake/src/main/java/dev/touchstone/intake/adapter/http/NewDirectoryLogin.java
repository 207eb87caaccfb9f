package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.json.RequestSchema;

/**
 * Which attribute of a directory's users is their login.
 *
 * @param source {@code none}, {@code userName}, {@code externalId} or {@code login}
 */
@RequestSchema("DirectoryLogin")
public record NewDirectoryLogin(String source) {}
