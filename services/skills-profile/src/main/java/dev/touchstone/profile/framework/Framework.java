package dev.touchstone.profile.framework;

/**
 * A published set of skills and roles, with what its licence asks to be shown beside it.
 *
 * @param frameworkId slug; also the prefix of the ids of its skills and roles
 * @param licence name and version of the licence
 * @param attribution the sentence the licence asks for
 * @param source where it is published; null for an organisation's own
 */
public record Framework(
        String frameworkId,
        String title,
        String publisher,
        String version,
        String licence,
        String attribution,
        String source) {

    /** Government Digital and Data Profession Capability Framework, United Kingdom. */
    public static final String GDAD = "gdad";

    /** @param version as the importer names it; the publisher's file carries none */
    public static Framework gdad(String version) {
        return new Framework(
                GDAD,
                "Government Digital and Data Profession Capability Framework",
                "UK Government",
                version,
                "Open Government Licence v3.0",
                "Contains public sector information licensed under the Open Government Licence v3.0.",
                "https://ddat-capability-framework.service.gov.uk/");
    }
}
