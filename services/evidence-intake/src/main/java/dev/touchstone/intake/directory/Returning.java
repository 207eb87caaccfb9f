package dev.touchstone.intake.directory;

/**
 * Whether a user that a directory creates is one that it deleted before. User names and addresses are given to new people
 * once somebody has left, so that they alone prove nothing where anything speaks against it.
 */
public final class Returning {

    private Returning() {}

    public static boolean isSame(DirectoryUser deleted, DirectoryUser created) {
        if (bothGiven(deleted.employeeNumber(), created.employeeNumber())) {
            return deleted.employeeNumber().equals(created.employeeNumber());
        }
        if (bothGiven(deleted.externalId(), created.externalId())) {
            return deleted.externalId().equals(created.externalId());
        }
        return deleted.userName().equalsIgnoreCase(created.userName());
    }

    /** Whether what both state says that they are two, and not only nothing that they are one. */
    public static boolean isSomebodyElse(DirectoryUser deleted, DirectoryUser created) {
        boolean told = bothGiven(deleted.employeeNumber(), created.employeeNumber())
                || bothGiven(deleted.externalId(), created.externalId());
        return told && !isSame(deleted, created);
    }

    private static boolean bothGiven(String one, String other) {
        return one != null && other != null;
    }
}
