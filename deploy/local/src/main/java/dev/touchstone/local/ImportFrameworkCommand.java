package dev.touchstone.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.local.demo.Addresses;
import dev.touchstone.local.demo.DemoPeople;
import dev.touchstone.local.demo.DemonstrationFailed;
import dev.touchstone.local.demo.Http;
import dev.touchstone.local.demo.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads a framework of roles into skills-profile, as the issuer's administrator of the demonstration. */
public final class ImportFrameworkCommand implements Command {

    private static final String ADMINISTRATOR = "ruth.abebe";

    private final Context context;

    public ImportFrameworkCommand(Context context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "import-framework";
    }

    @Override
    public String parameters() {
        return "FILE";
    }

    @Override
    public String summary() {
        return "load a framework of roles (CSV) to compare people with";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new UserError("import-framework takes one file");
        }
        byte[] csv = read(Path.of(arguments.get(0)));
        Addresses addresses = Addresses.of(context.settings());
        Http http = new Http();
        try {
            SignIn signIn = new SignIn(http, addresses, DemoPeople.load().password());
            JsonNode framework = http.post(
                            addresses.profile() + "/profile/v1/frameworks",
                            signIn.as(ADMINISTRATOR),
                            csv,
                            Map.of("Content-Type", "text/csv"))
                    .expect(200, 201)
                    .body();
            context.out().println(framework.toPrettyString());
            return 0;
        } catch (DemonstrationFailed refused) {
            throw new UserError(refused.getMessage());
        } catch (java.io.UncheckedIOException away) {
            throw new UserError("skills-profile cannot be reached; is the system up? (" + away.getMessage() + ")");
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read");
        }
    }
}
