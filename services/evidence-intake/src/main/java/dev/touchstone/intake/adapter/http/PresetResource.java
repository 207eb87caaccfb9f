package dev.touchstone.intake.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.chassis.security.Roles;
import dev.touchstone.intake.preset.Preset;
import dev.touchstone.intake.preset.Presets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;

/** Shows the presets by which systems are connected, and how far each was checked. They are the same for everybody. */
@Path("/intake/v1/presets")
@RolesAllowed(Roles.INTEGRATION_ADMIN)
public class PresetResource {

    private final Presets presets;

    PresetResource(Presets presets) {
        this.presets = presets;
    }

    /** A preset in the list. */
    public record Summary(String name, String title, String vendor, String source, String channel, String checked) {

        static Summary of(Preset preset) {
            return new Summary(
                    preset.name(),
                    preset.title(),
                    preset.vendor(),
                    (String) preset.settings().get("source"),
                    (String) preset.settings().get("channel"),
                    preset.checked().word());
        }
    }

    /** All presets. */
    public record Summaries(List<Summary> items) {}

    /** A preset with all that a connection gets from it. */
    public record View(
            String name,
            String title,
            String vendor,
            Map<String, Object> settings,
            String template,
            Map<String, Object> fetch,
            Map<String, String> placeholders,
            List<String> documentation,
            String checked,
            String notChecked) {

        static View of(Preset preset) {
            return new View(
                    preset.name(),
                    preset.title(),
                    preset.vendor(),
                    preset.settings(),
                    preset.template(),
                    preset.fetch(),
                    preset.placeholders(),
                    preset.documentation(),
                    preset.checked().word(),
                    preset.notChecked());
        }
    }

    @GET
    public Summaries list() {
        return new Summaries(presets.all().stream().map(Summary::of).toList());
    }

    @GET
    @Path("/{name}")
    public View one(@PathParam("name") String name) {
        return presets.named(name).map(View::of).orElseThrow(() -> ProblemException.notFound("preset"));
    }
}
