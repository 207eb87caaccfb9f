package dev.touchstone.profile.adapter.http;

import dev.touchstone.profile.unit.Member;
import dev.touchstone.profile.unit.SkillHeat;
import dev.touchstone.profile.unit.UnitSkills;
import java.util.List;
import java.util.UUID;

/** A unit's matrix (people) and heat (skills). */
record UnitView(PersonView.Unit unit, List<Person> people, List<Heat> skills) {

    record Person(UUID personId, String displayName, String jobTitle, List<HoldingView> holdings) {

        static Person of(Member member) {
            return new Person(
                    member.personId(),
                    member.displayName(),
                    member.jobTitle(),
                    member.holdings().stream().map(HoldingView::of).toList());
        }
    }

    /** @param levels people per level held now, lowest level first */
    record Heat(String skillId, String name, int held, List<LevelCountView> levels, int expiring, int lapsed) {

        static Heat of(SkillHeat heat) {
            return new Heat(
                    heat.skillId(),
                    heat.name(),
                    heat.held(),
                    LevelCountView.of(heat.byLevel()),
                    heat.expiring(),
                    heat.lapsed());
        }
    }

    static UnitView of(UnitSkills unit) {
        return new UnitView(
                new PersonView.Unit(unit.unitId(), unit.unitName()),
                unit.members().stream().map(Person::of).toList(),
                unit.skills().stream().map(Heat::of).toList());
    }
}
