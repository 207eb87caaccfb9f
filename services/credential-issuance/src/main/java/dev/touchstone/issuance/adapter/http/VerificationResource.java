package dev.touchstone.issuance.adapter.http;

import dev.touchstone.chassis.problem.ProblemException;
import dev.touchstone.issuance.IssuanceConfig;
import dev.touchstone.issuance.adapter.postgres.KnowledgeBase;
import dev.touchstone.issuance.adapter.postgres.Worker;
import dev.touchstone.issuance.document.DocumentLimits;
import dev.touchstone.issuance.publication.PublicAddresses;
import dev.touchstone.issuance.verification.Inquiry;
import dev.touchstone.issuance.verification.Report;
import dev.touchstone.issuance.verification.Verifier;
import dev.touchstone.issuance.verification.Verifier.Document;
import dev.touchstone.issuance.verification.Verifier.Unreadable;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/**
 * Verifies any credential for anybody. Whatever the document is, the answer is a report; only its size and a full house
 * are refused.
 */
@Path("/credentials/verify")
@PermitAll
public class VerificationResource {

    private final Verifier verifier;
    private final KnowledgeBase knowledge;
    private final PublicAddresses addresses;
    private final Semaphore places;

    VerificationResource(Verifier verifier, KnowledgeBase knowledge, PublicAddresses addresses, IssuanceConfig config) {
        this.verifier = verifier;
        this.knowledge = knowledge;
        this.addresses = addresses;
        this.places = new Semaphore(config.maxVerifications());
    }

    @POST
    @Consumes({MediaTypes.CREDENTIAL, MediaTypes.CREDENTIAL_SHORT, MediaTypes.JSON_LD, MediaTypes.JSON})
    @Produces(MediaTypes.JSON)
    public Uni<ReportView> verify(byte[] document) {
        if (document.length > DocumentLimits.STANDARD.maxBytes()) {
            throw ProblemException.tooLarge(
                    "A credential to verify may have " + DocumentLimits.STANDARD.maxBytes() + " bytes.");
        }
        if (!places.tryAcquire()) {
            throw ProblemException.unavailable("Too many verifications at once. Send the request again.");
        }
        return Uni.createFrom()
                .deferred(() -> report(document))
                .onTermination()
                .invoke(() -> places.release())
                .map(ReportView::of);
    }

    private Uni<Report> report(byte[] bytes) {
        return Worker.compute(() -> verifier.read(bytes)).chain(reading -> {
            if (reading instanceof Unreadable unreadable) {
                return Uni.createFrom().item(unreadable.report());
            }
            Document document = (Document) reading;
            return knowledge
                    .answer(Inquiry.about(document.members(), addresses))
                    .chain(known -> Worker.compute(() -> verifier.verify(document, known, Instant.now())));
        });
    }
}
