package dev.touchstone.profile.catalogue;

/** What can change an entry of the catalogue, in any order and any number of times. */
public sealed interface CatalogueFact {

    record Published(Offer offer) implements CatalogueFact {}

    /** @param lastVersion the newest version there was; a version published after it opens the achievement again */
    record Retired(int lastVersion) implements CatalogueFact {}
}
