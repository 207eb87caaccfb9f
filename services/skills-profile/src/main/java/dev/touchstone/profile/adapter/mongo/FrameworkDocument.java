package dev.touchstone.profile.adapter.mongo;

import dev.touchstone.profile.framework.Framework;
import dev.touchstone.profile.framework.FrameworkSkill;
import dev.touchstone.profile.framework.ImportReport;
import dev.touchstone.profile.framework.Requirement;
import dev.touchstone.profile.framework.RoleProfile;
import java.util.Date;
import org.bson.Document;

/** Frameworks, their roles and their skills as they lie in the store. */
final class FrameworkDocument {

    private FrameworkDocument() {}

    static String id(String tenant, String frameworkId) {
        return tenant + ":" + frameworkId;
    }

    static Document write(String tenant, FrameworkInForce inForce) {
        Framework framework = inForce.framework();
        Document document = new Document("_id", id(tenant, framework.frameworkId()))
                .append("tenant", tenant)
                .append("frameworkId", framework.frameworkId())
                .append("title", framework.title())
                .append("version", framework.version())
                .append("licence", framework.licence())
                .append("attribution", framework.attribution())
                .append("importId", inForce.importId())
                .append("digest", inForce.digest())
                .append("importedAt", Date.from(inForce.importedAt()))
                .append("importedBy", inForce.importedBy())
                .append("report", write(inForce.report()));
        Fields.put(document, "publisher", framework.publisher());
        Fields.put(document, "source", framework.source());
        return document;
    }

    static FrameworkInForce read(Document document) {
        return new FrameworkInForce(
                new Framework(
                        document.getString("frameworkId"),
                        document.getString("title"),
                        document.getString("publisher"),
                        document.getString("version"),
                        document.getString("licence"),
                        document.getString("attribution"),
                        document.getString("source")),
                document.getString("importId"),
                document.getString("digest"),
                Fields.instant(document, "importedAt"),
                document.getString("importedBy"),
                readReport(document.get("report", Document.class)));
    }

    static Document write(RoleProfile role) {
        return new Document("roleId", role.roleId())
                .append("frameworkId", role.frameworkId())
                .append("family", role.family())
                .append("role", role.role())
                .append("level", role.level())
                .append("description", role.description())
                .append(
                        "requirements",
                        role.requirements().stream()
                                .map(requirement -> new Document("skillId", requirement.skillId())
                                        .append("name", requirement.name())
                                        .append("ordinal", requirement.ordinal())
                                        .append("levelName", requirement.levelName())
                                        .append("importance", requirement.importance())
                                        .append("mandatory", requirement.mandatory()))
                                .toList());
    }

    static RoleProfile readRole(Document document) {
        return new RoleProfile(
                document.getString("roleId"),
                document.getString("frameworkId"),
                document.getString("family"),
                document.getString("role"),
                document.getString("level"),
                document.getString("description"),
                Fields.list(document, "requirements").stream()
                        .map(requirement -> new Requirement(
                                requirement.getString("skillId"),
                                requirement.getString("name"),
                                Fields.number(requirement, "ordinal"),
                                requirement.getString("levelName"),
                                Fields.number(requirement, "importance"),
                                requirement.getBoolean("mandatory")))
                        .toList());
    }

    static Document write(FrameworkSkill skill) {
        return new Document("skillId", skill.skillId())
                .append("name", skill.name())
                .append("description", skill.description())
                .append(
                        "levels",
                        skill.levels().stream()
                                .map(level -> new Document("ordinal", level.ordinal())
                                        .append("name", level.name())
                                        .append("description", level.description()))
                                .toList());
    }

    static FrameworkSkill readSkill(Document document) {
        return new FrameworkSkill(
                document.getString("skillId"),
                document.getString("name"),
                document.getString("description"),
                Fields.list(document, "levels").stream()
                        .map(level -> new FrameworkSkill.Level(
                                Fields.number(level, "ordinal"),
                                level.getString("name"),
                                level.getString("description")))
                        .toList());
    }

    private static Document write(ImportReport report) {
        return new Document("rows", report.rows())
                .append("roleLevels", report.roleLevels())
                .append("skills", report.skills())
                .append("edges", report.edges())
                .append("notInUse", report.notInUse())
                .append("duplicates", report.duplicates())
                .append("blankDescriptors", report.blankDescriptors())
                .append("rejected", report.rejected())
                .append(
                        "rejectedRows",
                        report.rejectedRows().stream()
                                .map(row -> new Document("line", row.line()).append("reason", row.reason()))
                                .toList());
    }

    private static ImportReport readReport(Document document) {
        return new ImportReport(
                Fields.number(document, "rows"),
                Fields.number(document, "roleLevels"),
                Fields.number(document, "skills"),
                Fields.number(document, "edges"),
                Fields.number(document, "notInUse"),
                Fields.number(document, "duplicates"),
                Fields.number(document, "blankDescriptors"),
                Fields.number(document, "rejected"),
                Fields.list(document, "rejectedRows").stream()
                        .map(row ->
                                new ImportReport.RejectedRow(Fields.longNumber(row, "line"), row.getString("reason")))
                        .toList());
    }
}
