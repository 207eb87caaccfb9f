package dev.touchstone.local;

import dev.touchstone.local.demo.Addresses;
import dev.touchstone.local.demo.DemoPeople;
import dev.touchstone.local.demo.Demonstration;
import dev.touchstone.local.demo.DemonstrationFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts everything, plays a working day and leaves the system running to look around in. */
public final class DemoCommand implements Command {

    private static final String EXIT = "--exit";

    private final Context context;

    public DemoCommand(Context context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String parameters() {
        return "[" + EXIT + "]";
    }

    @Override
    public String summary() {
        return "start everything and play a working day; " + EXIT
                + " stops it again and tells by its status how it went";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        boolean exit = arguments.equals(List.of(EXIT));
        if (!exit && !arguments.isEmpty()) {
            throw new UserError("demo takes nothing or " + EXIT);
        }
        new UpCommand(context).run(List.of());
        try {
            return play(!exit);
        } finally {
            if (exit) {
                new DownCommand(context).run(List.of());
            }
        }
    }

    private int play(boolean staysUp) throws IOException {
        Demonstration demonstration = new Demonstration(Addresses.of(context.settings()), context.out());
        try {
            if (!demonstration.wasBegun()) {
                demonstration.play();
                Files.createFile(cameToItsEnd());
            } else if (Files.exists(cameToItsEnd())) {
                demonstration.showAgain();
            } else {
                throw new DemonstrationFailed(
                        "an earlier one did not come to its end, and cannot be played on its data. To"
                                + " begin afresh: ./touchstone down, delete "
                                + context.home().directory() + ", play it again");
            }
            if (staysUp) {
                explain(demonstration);
            }
            return 0;
        } catch (DemonstrationFailed | UncheckedIOException failure) {
            context.out().println("touchstone: the demonstration failed: " + failure.getMessage());
            return 1;
        }
    }

    /** There once a day was played and everything came of it that had to: data alone does not tell. */
    private Path cameToItsEnd() {
        return context.home().directory().resolve("demonstration-played");
    }

    private void explain(Demonstration demonstration) {
        Addresses addresses = Addresses.of(context.settings());
        context.out()
                .printf(
                        """

                        Go on exploring
                          evidence-intake      %s
                          assessment           %s
                          credential-issuance  %s
                          skills-profile       %s
                          OpenID provider      %s  (everybody's password is `%s`)

                        Tokens, good for eight hours, of Maya, her manager, an assessor, a moderator and the issuer's administrator:
                          MAYA=%s
                          MANAGER=%s
                          ASSESSOR=%s
                          MODERATOR=%s
                          ADMIN=%s

                        Maya's passport, the assessor's queue, everybody who can lift safely:
                          curl -H "Authorization: Bearer $MAYA" %s/profile/v1/me
                          curl -H "Authorization: Bearer $ASSESSOR" %s/assessment/v1/queue
                          curl -H "Authorization: Bearer $ADMIN" '%s/profile/v1/holders?skillId=northwind:safe-lifting'

                        `./touchstone down` stops everything.
                        """,
                        addresses.intake(),
                        addresses.assessment(),
                        addresses.issuance(),
                        addresses.profile(),
                        addresses.openId(),
                        DemoPeople.load().password(),
                        demonstration.token("maya.lindqvist"),
                        demonstration.token("ingrid.solberg"),
                        demonstration.token("nils.berg"),
                        demonstration.token("noor.haddad"),
                        demonstration.token("ruth.abebe"),
                        addresses.profile(),
                        addresses.assessment(),
                        addresses.profile());
    }
}
