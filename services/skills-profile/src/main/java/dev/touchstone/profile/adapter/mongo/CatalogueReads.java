package dev.touchstone.profile.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;

import dev.touchstone.profile.catalogue.CatalogueEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what an organisation's people can earn. */
@ApplicationScoped
public class CatalogueReads {

    private final ProfileDatabase database;
    private final Generations generations;

    CatalogueReads(ProfileDatabase database, Generations generations) {
        this.database = database;
        this.generations = generations;
    }

    /** The organisation's whole catalogue; organisations have hundreds of achievements, not millions. */
    public Uni<List<CatalogueEntry>> of(String tenant) {
        return generations
                .live()
                .chain(live -> database.catalogue(live)
                        .find(eq("tenant", tenant))
                        .map(CatalogueDocument::read)
                        .collect()
                        .asList());
    }
}
