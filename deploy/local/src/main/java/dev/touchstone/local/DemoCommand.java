package dev.touchstone.local;

import dev.touchstone.local.demo.Addresses;
import dev.touchstone.local.demo.DemoPeople;
import dev.touchstone.local.demo.Demonstration;
import dev.touchstone.local.demo.DemonstrationFailed;
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
        int status = play();
        if (exit) {
            new DownCommand(context).run(List.of());
        } else if (status == 0) {
            explain();
        }
        return status;
    }

    private int play() {
        Demonstration demonstration = new Demonstration(Addresses.of(context.settings()), context.out());
        try {
            if (demonstration.wasPlayed()) {
                context.out().println("The day was played before; its organisation is there to look around in.");
            } else {
                demonstration.play();
            }
            return 0;
        } catch (DemonstrationFailed failure) {
            context.out().println("touchstone: the demonstration failed: " + failure.getMessage());
            return 1;
        }
    }

    private void explain() {
        Addresses addresses = Addresses.of(context.settings());
        context.out()
                .printf(
                        """

                        Go on exploring
                          evidence-intake      %s
                          assessment           %s
                          credential-issuance  %s
                          skills-profile       %s
                        Everybody's password is `%s`. A token, for instance of Maya, and her passport with it:
                          curl -s %s/token -d grant_type=password -d client_id=%s -d username=maya.lindqvist -d password=%s
                          curl -s %s/profile/v1/me -H "Authorization: Bearer $TOKEN"
                        Her manager is ingrid.solberg, assessors are nils.berg and owen.gallagher, the issuer's
                        administrator is ruth.abebe, the integrations' viktor.lang. `./touchstone down` stops everything.
                        """,
                        addresses.intake(),
                        addresses.assessment(),
                        addresses.issuance(),
                        addresses.profile(),
                        DemoPeople.load().password(),
                        addresses.openId(),
                        DemoPeople.CLIENT,
                        DemoPeople.load().password(),
                        addresses.profile());
    }
}
