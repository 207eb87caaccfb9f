package dev.touchstone.profile.adapter.mongo;

import dev.touchstone.profile.catalogue.CatalogueEntry;
import dev.touchstone.profile.catalogue.CatalogueFact;
import dev.touchstone.profile.passport.Passport;
import dev.touchstone.profile.passport.PassportFact;
import dev.touchstone.profile.passport.PersonKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/**
 * Folds facts into the projection. While a rebuild goes on, a fact is written to the generation that is being built
 * first and to the one that answers second: whichever of the two answers a moment later has it.
 */
@ApplicationScoped
public class ProjectFacts {

    private static final Fold<Passport> PASSPORTS = new Fold<>(PassportDocument::read, PassportDocument::write);
    private static final Fold<CatalogueEntry> CATALOGUE = new Fold<>(CatalogueDocument::read, CatalogueDocument::write);

    private final ProfileDatabase database;
    private final Generations generations;

    ProjectFacts(ProfileDatabase database, Generations generations) {
        this.database = database;
        this.generations = generations;
    }

    /** @return false when all of it was known already */
    public Uni<Boolean> project(PersonKey person, List<PassportFact> news, Stamp stamp) {
        return shadowFirst(generation -> projectInto(generation, person, news, stamp));
    }

    /** @return false when all of it was known already */
    public Uni<Boolean> project(String tenant, String achievementId, List<CatalogueFact> news, Stamp stamp) {
        return shadowFirst(generation -> projectInto(generation, tenant, achievementId, news, stamp));
    }

    /** Into one generation only, for a rebuild. */
    public Uni<Boolean> projectInto(String generation, PersonKey person, List<PassportFact> news, Stamp stamp) {
        return PASSPORTS
                .into(
                        database.passports(generation),
                        person.text(),
                        Passport.empty(person),
                        passport -> passport.applyAll(news),
                        stamp)
                .chain(folded -> toSurvivor(generation, folded, stamp));
    }

    /**
     * What somebody who was merged has is had by the survivor, whichever came first: a fact either finds the way to the
     * survivor here, or is found here by what makes the way. Told again in full each time, also when nothing was new: the
     * process may have died between the two writes.
     */
    private Uni<Boolean> toSurvivor(String generation, Fold.Folded<Passport> folded, Stamp stamp) {
        Passport passport = folded.value();
        if (passport.merged() == null || passport.credentials().isEmpty()) {
            return Uni.createFrom().item(folded.changed());
        }
        PersonKey survivor =
                new PersonKey(passport.key().tenant(), passport.merged().into());
        return projectInto(generation, survivor, passport.carried(), stamp).map(changed -> changed || folded.changed());
    }

    /** Into one generation only, for a rebuild. */
    public Uni<Boolean> projectInto(
            String generation, String tenant, String achievementId, List<CatalogueFact> news, Stamp stamp) {
        CatalogueEntry empty = CatalogueEntry.empty(tenant, achievementId);
        return CATALOGUE
                .into(database.catalogue(generation), empty.key(), empty, entry -> entry.applyAll(news), stamp)
                .map(Fold.Folded::changed);
    }

    private Uni<Boolean> shadowFirst(Function<String, Uni<Boolean>> write) {
        return generations
                .current()
                .chain(now -> now.shadow() == null
                        ? write.apply(now.live())
                        : write.apply(now.shadow()).chain(() -> write.apply(now.live())));
    }
}
