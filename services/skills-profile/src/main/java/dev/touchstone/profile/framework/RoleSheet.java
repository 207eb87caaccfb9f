package dev.touchstone.profile.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cleans a role sheet, row by row: rows that are not in use give their skill and nothing else, repeated rows count once,
 * descriptors may be blank, rows that cannot be used are named with their line. Ids come from names, so that the same
 * role and the same skill keep theirs from one edition of the sheet to the next.
 */
public final class RoleSheet {

    /** Rows beyond this are refused: no framework that people can use is larger. */
    public static final int MAX_ROWS = 50_000;

    private final Framework framework;
    private final Map<String, SkillDraft> skills = new LinkedHashMap<>();
    private final Map<String, RoleDraft> roles = new LinkedHashMap<>();
    private final List<ImportReport.RejectedRow> rejectedRows = new ArrayList<>();
    private int rows;
    private int edges;
    private int notInUse;
    private int duplicates;
    private int blankDescriptors;
    private int rejected;

    public RoleSheet(Framework framework) {
        this.framework = framework;
    }

    /** @param line of the file on which the row begins */
    public void accept(long line, SheetRow row) {
        rows++;
        Optional<String> fault = fault(row);
        if (fault.isPresent()) {
            reject(line, fault.get());
        } else if (row.isNotInUse()) {
            notInUse++;
            skill(row);
        } else {
            acceptEdge(line, row);
        }
    }

    /** A row that could not even be split into its cells. */
    public void reject(long line, String reason) {
        rejected++;
        if (rejectedRows.size() < ImportReport.MAX_REJECTED_SHOWN) {
            rejectedRows.add(new ImportReport.RejectedRow(line, reason));
        }
    }

    public ImportedFramework clean() {
        return new ImportedFramework(
                framework,
                skills.values().stream().map(SkillDraft::skill).toList(),
                roles.values().stream().map(RoleDraft::role).toList(),
                new ImportReport(
                        rows,
                        roles.size(),
                        skills.size(),
                        edges,
                        notInUse,
                        duplicates,
                        blankDescriptors,
                        rejected,
                        rejectedRows));
    }

    private Optional<String> fault(SheetRow row) {
        if (Slug.of(row.skill()).isEmpty()) {
            return Optional.of("The skill has no name.");
        }
        if (row.hasTooLongName()) {
            return Optional.of("A name is longer than 200 characters.");
        }
        if (row.hasTooLongText()) {
            return Optional.of("A description is longer than 20,000 characters.");
        }
        if (row.isNotInUse()) {
            return Optional.empty();
        }
        if (Slug.of(row.role()).isEmpty() || Slug.of(row.level()).isEmpty()) {
            return Optional.of("The role or its level has no name.");
        }
        if (SkillScale.named(row.skillLevel()).isEmpty()) {
            return Optional.of("The skill level is none of Awareness, Working, Practitioner, Expert.");
        }
        if (!row.importance().isEmpty() && !row.importance().matches("[1-5]")) {
            return Optional.of("The importance is not a whole number from 1 to 5.");
        }
        if (!row.mandatory().isEmpty() && !row.mandatory().matches("(?i)yes|no")) {
            return Optional.of("Mandatory is neither yes nor no.");
        }
        return Optional.empty();
    }

    private void acceptEdge(long line, SheetRow row) {
        SkillScale level = SkillScale.named(row.skillLevel()).orElseThrow();
        SkillDraft skill = skill(row);
        String roleId = id(row.role()) + ":" + Slug.of(row.level());
        RoleDraft role = roles.computeIfAbsent(roleId, id -> new RoleDraft(id, framework.frameworkId(), row));
        Requirement known = role.requirement(skill.id());
        if (known != null && known.ordinal() != level.level()) {
            reject(line, "An earlier row asks for this skill at " + known.levelName() + " in the same role level.");
        } else if (known != null) {
            duplicates++;
        } else {
            edges++;
            blankDescriptors += row.lacksDescriptor() ? 1 : 0;
            skill.describe(level, row.skillLevelDescription());
            role.require(requirement(skill, level, row));
        }
    }

    private static Requirement requirement(SkillDraft skill, SkillScale level, SheetRow row) {
        int importance = row.importance().isEmpty() ? 1 : Integer.parseInt(row.importance());
        // a skill that a role lists without further word is one the role needs
        boolean mandatory = !"no".equalsIgnoreCase(row.mandatory());
        return new Requirement(skill.id(), skill.name(), level.level(), level.label(), importance, mandatory);
    }

    private SkillDraft skill(SheetRow row) {
        SkillDraft draft = skills.computeIfAbsent(id(row.skill()), id -> new SkillDraft(id, row.skill()));
        draft.describe(row.skillDescription());
        return draft;
    }

    private String id(String name) {
        return framework.frameworkId() + ":" + Slug.of(name);
    }
}
