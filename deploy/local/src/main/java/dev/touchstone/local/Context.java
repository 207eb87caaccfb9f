package dev.touchstone.local;

import java.io.PrintStream;

/**
 * What every command works on.
 *
 * @param home files of the installation
 * @param settings ports and addresses
 * @param out where people read
 */
public record Context(Home home, Settings settings, PrintStream out) {}
