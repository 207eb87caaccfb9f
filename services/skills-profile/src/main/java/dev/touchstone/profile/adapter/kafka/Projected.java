package dev.touchstone.profile.adapter.kafka;

import dev.touchstone.chassis.event.Event;
import dev.touchstone.profile.adapter.mongo.ProjectFacts;
import dev.touchstone.profile.adapter.mongo.Stamp;
import dev.touchstone.profile.catalogue.CatalogueFact;
import dev.touchstone.profile.passport.PassportFact;
import dev.touchstone.profile.passport.PersonKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an event says, in the words of this service, and where it goes. */
sealed interface Projected {

    String PERSON_CHANGED = "dev.touchstone.person.changed.v1";
    String PERSON_MERGED = "dev.touchstone.person.merged.v1";
    String CREDENTIAL_ISSUED = "dev.touchstone.credential.issued.v1";
    String CREDENTIAL_REVOKED = "dev.touchstone.credential.revoked.v1";
    String ACHIEVEMENT_PUBLISHED = "dev.touchstone.achievement.published.v1";
    String ACHIEVEMENT_RETIRED = "dev.touchstone.achievement.retired.v1";

    /** Into the projection that answers, and into the one being built. False when it was known already. */
    Uni<Boolean> live(ProjectFacts facts);

    /** Into one generation only. */
    Uni<Boolean> into(String generation, ProjectFacts facts);

    /** What is folded into one document; news with the same target can be told in one go. */
    String target();

    /** Both in one go. @param later about the same target */
    Projected and(Projected later);

    record AboutPerson(PersonKey person, List<PassportFact> news, Stamp stamp) implements Projected {

        @Override
        public Uni<Boolean> live(ProjectFacts facts) {
            return facts.project(person, news, stamp);
        }

        @Override
        public Uni<Boolean> into(String generation, ProjectFacts facts) {
            return facts.projectInto(generation, person, news, stamp);
        }

        @Override
        public String target() {
            return "person " + person.text();
        }

        @Override
        public Projected and(Projected later) {
            return new AboutPerson(person, joined(news, ((AboutPerson) later).news), ((AboutPerson) later).stamp);
        }
    }

    record AboutAchievement(String tenant, String achievementId, List<CatalogueFact> news, Stamp stamp)
            implements Projected {

        @Override
        public Uni<Boolean> live(ProjectFacts facts) {
            return facts.project(tenant, achievementId, news, stamp);
        }

        @Override
        public Uni<Boolean> into(String generation, ProjectFacts facts) {
            return facts.projectInto(generation, tenant, achievementId, news, stamp);
        }

        @Override
        public String target() {
            return "achievement " + tenant + ":" + achievementId;
        }

        @Override
        public Projected and(Projected later) {
            AboutAchievement same = (AboutAchievement) later;
            return new AboutAchievement(tenant, achievementId, joined(news, same.news), same.stamp);
        }
    }

    /**
     * Reads an event; empty for a type this service has no use for.
     *
     * @throws dev.touchstone.chassis.failure.PermanentFailure when it does not read
     */
    static Optional<Projected> from(Event event) {
        Required required = new Required(event.type());
        return Optional.ofNullable(
                switch (event.type()) {
                    case PERSON_CHANGED -> {
                        PersonChangedData data = event.as(PersonChangedData.class);
                        data.check(required);
                        yield new AboutPerson(
                                new PersonKey(event.tenant(), data.personId()), List.of(data.fact()), stamp(event));
                    }
                    case PERSON_MERGED -> {
                        PersonMergedData data = event.as(PersonMergedData.class);
                        data.check(required);
                        yield new AboutPerson(
                                new PersonKey(event.tenant(), data.personId()), List.of(data.fact()), stamp(event));
                    }
                    case CREDENTIAL_ISSUED -> {
                        CredentialIssuedData data = event.as(CredentialIssuedData.class);
                        data.check(required);
                        yield new AboutPerson(
                                new PersonKey(event.tenant(), data.personId()), List.of(data.fact()), stamp(event));
                    }
                    case CREDENTIAL_REVOKED -> {
                        CredentialRevokedData data = event.as(CredentialRevokedData.class);
                        data.check(required);
                        yield new AboutPerson(
                                new PersonKey(event.tenant(), data.personId()), List.of(data.fact()), stamp(event));
                    }
                    case ACHIEVEMENT_PUBLISHED -> {
                        AchievementPublishedData data = event.as(AchievementPublishedData.class);
                        data.check(required);
                        yield new AboutAchievement(
                                event.tenant(), data.achievementId(), List.of(data.fact()), stamp(event));
                    }
                    case ACHIEVEMENT_RETIRED -> {
                        AchievementRetiredData data = event.as(AchievementRetiredData.class);
                        data.check(required);
                        yield new AboutAchievement(
                                event.tenant(), data.achievementId(), List.of(data.fact()), stamp(event));
                    }
                    default -> null;
                });
    }

    private static Stamp stamp(Event event) {
        return new Stamp(event.id(), event.time());
    }

    private static <F> List<F> joined(List<F> earlier, List<F> later) {
        return Stream.concat(earlier.stream(), later.stream()).toList();
    }
}
