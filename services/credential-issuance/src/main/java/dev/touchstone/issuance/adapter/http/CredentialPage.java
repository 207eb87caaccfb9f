package dev.touchstone.issuance.adapter.http;

import dev.touchstone.issuance.adapter.postgres.StoredCredential;
import dev.touchstone.issuance.credential.Credential.Revocation;
import dev.touchstone.issuance.document.Node;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;

/** A credential for people to read. It names the earner no more than the credential itself does. */
record CredentialPage(StoredCredential stored, Node document) {

    String render(Instant now) {
        Node subject = document.get("credentialSubject");
        Node achievement = subject.get("achievement");
        Html html = new Html(
                        text(achievement.get("inLanguage")).orElse("en"),
                        stored.award().name())
                .image(
                        text(document.get("image").get("id")).orElse(""),
                        stored.award().name());
        showState(html, now);
        html.paragraph(text(document.get("description")).orElse(""))
                .fact("Issued by", text(document.get("issuer").get("name")))
                .fact("Awarded", text(document.get("awardedDate")).map(CredentialPage::day))
                .fact("Valid until", text(document.get("validUntil")).map(CredentialPage::day))
                .fact("What had to be shown", text(achievement.get("criteria").get("narrative")))
                .fact("Why it was awarded", text(subject.get("narrative")))
                .fact("Assessed by", text(subject.get("source").get("name")))
                .fact("Results", results(subject, achievement));
        showEvidence(html);
        return html.heading("Check it yourself")
                .paragraph(
                        "The signed credential is at this same address for programs that ask for"
                                + " application/vc+ld+json. POST it to /credentials/verify, or to any Open Badges 3.0 verifier.")
                .link("Address", text(document.get("id")).orElse(""))
                .link("Issuer", text(document.get("issuer").get("id")).orElse(""))
                .render();
    }

    private void showState(Html html, Instant now) {
        Optional<Revocation> revocation = stored.credential().revocation();
        if (revocation.isPresent()) {
            html.state(
                    "Revoked on " + day(revocation.get().at().toString()) + ": "
                            + revocation.get().reason().code().replace('-', ' '),
                    false);
        } else if ("expired".equals(stored.state(now))) {
            html.state("Expired", false);
        } else {
            html.state("Issued and not revoked", true);
        }
    }

    private static Optional<String> results(Node subject, Node achievement) {
        String results = subject.get("result").items().stream()
                .map(result -> describe(result, achievement))
                .collect(Collectors.joining("\n"));
        return results.isEmpty() ? Optional.empty() : Optional.of(results);
    }

    private static String describe(Node result, Node achievement) {
        Node description = achievement.get("resultDescription").items().stream()
                .filter(candidate ->
                        candidate.get("id").is(result.get("resultDescription").value()))
                .findFirst()
                .orElse(new Node(null));
        Optional<String> level = description.get("rubricCriterionLevel").items().stream()
                .filter(candidate ->
                        candidate.get("id").is(result.get("achievedLevel").value()))
                .findFirst()
                .flatMap(found -> text(found.get("name")));
        Optional<String> value = text(result.get("value"))
                .map(number -> description.get("resultType").is("Percent") ? number + " percent" : number);
        return text(description.get("name")).orElse("Result") + ": "
                + level.or(() -> value).or(() -> text(result.get("status"))).orElse("met");
    }

    private void showEvidence(Html html) {
        var evidence = document.get("evidence").items();
        if (!evidence.isEmpty()) {
            html.heading("Evidence");
            html.paragraph("What it was, not what it contains: that is for readers whom the earner permits.");
            evidence.forEach(
                    piece -> html.fact(text(piece.get("name")).orElse("Evidence"), text(piece.get("description"))));
        }
    }

    private static Optional<String> text(Node node) {
        return node.text();
    }

    private static String day(String instant) {
        return Instant.parse(instant).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
