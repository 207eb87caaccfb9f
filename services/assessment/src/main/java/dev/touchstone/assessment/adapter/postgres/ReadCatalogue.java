package dev.touchstone.assessment.adapter.postgres;

import dev.touchstone.assessment.achievement.Catalogue;
import dev.touchstone.chassis.postgres.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The organisation's achievements for people to look at. */
@ApplicationScoped
public class ReadCatalogue {

    private final UnitOfWork unitOfWork;
    private final CatalogueStore catalogues;

    ReadCatalogue(UnitOfWork unitOfWork, CatalogueStore catalogues) {
        this.unitOfWork = unitOfWork;
        this.catalogues = catalogues;
    }

    public Uni<Catalogue> of(String tenant) {
        return unitOfWork.inTenant(tenant, session -> catalogues.current(session, tenant));
    }
}
