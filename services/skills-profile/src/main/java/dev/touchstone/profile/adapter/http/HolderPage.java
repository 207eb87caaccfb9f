package dev.touchstone.profile.adapter.http;

import dev.touchstone.chassis.json.Json;
import dev.touchstone.chassis.paging.Page;
import dev.touchstone.profile.adapter.mongo.SkillReads.RankedHolder;
import dev.touchstone.profile.passport.Holding;
import dev.touchstone.profile.passport.Passport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of the people who hold a skill. The ranking and the passports are two reads: whoever lost the skill in between
 * has a place in the ranking and nothing to show for it, and is left out.
 *
 * @param holdings reads a passport at the moment the ranking was made for
 */
record HolderPage(String skillId, int minLevel, Function<Passport, List<Holding>> holdings) {

    record HolderView(PersonView person, HoldingView holding) {}

    /** The place to go on from is the ranking's, so that one who is left out neither ends the list nor repeats it. */
    Page<HolderView> of(List<RankedHolder> ranked, int limit) {
        Page<Optional<HolderView>> page = Page.of(
                ranked,
                limit,
                this::view,
                row -> Json.TOLERANT.valueToTree(row.position()).toString());
        return new Page<>(page.items().stream().flatMap(Optional::stream).toList(), page.next());
    }

    private Optional<HolderView> view(RankedHolder row) {
        return Optional.ofNullable(row.passport())
                .filter(passport -> Objects.nonNull(passport.person()))
                .flatMap(passport -> holding(passport)
                        .map(holding -> new HolderView(PersonView.of(passport), HoldingView.of(holding))));
    }

    private Optional<Holding> holding(Passport passport) {
        return holdings.apply(passport).stream()
                .filter(holding -> holding.skillId().equals(skillId))
                .filter(holding -> holding.isHeld() && holding.ordinal() >= minLevel)
                .findFirst();
    }
}
